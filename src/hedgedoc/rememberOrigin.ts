import * as vscode from 'vscode';
import type { NoteAddress } from '../core/hedgedoc/noteAddress';
import { withOrigin } from '../core/hedgedoc/origin';
import { commonEnds } from '../core/text/commonEnds';
import type { Services } from '../services/services';

/** Writes into a deck which note it is, for later updates. One edit that can be undone. */
export async function rememberOrigin(
  document: vscode.TextDocument,
  note: NoteAddress,
  { deckEdits }: Services,
): Promise<void> {
  const nothing = vscode.l10n.t("The frontmatter of the deck can't take the address of the note.");
  await deckEdits.apply(
    document,
    ({ text }) => {
      const newText = withOrigin(text, note);
      if (newText === text) return null;
      const { prefix, suffix } = commonEnds(text, newText);
      const span = { start: prefix, end: text.length - suffix };
      return { edits: [{ span, newText: newText.slice(prefix, newText.length - suffix) }], slides: [] };
    },
    nothing,
  );
}
