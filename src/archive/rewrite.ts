import * as vscode from 'vscode';
import type { Deck } from '../core/deck/deck';
import { applyEdits, reverseEdits, type TextEdit } from '../core/text/textEdits';
import { plainName } from '../services/plainText';
import type { Services } from '../services/services';

/** What was done to a deck, and what takes it back. */
export interface Rewritten {
  readonly uri: vscode.Uri;
  /** The deck's text afterwards. */
  readonly text: string;
  readonly back: readonly TextEdit[];
  readonly isSaved: boolean;
}

/**
 * Changes a deck in one edit. A deck that is shown stays unsaved, as after any edit; what nobody looks at is saved, or
 * archiving a folder would leave an unsaved editor for each deck. Null if nothing was done.
 */
export async function rewrite(
  document: vscode.TextDocument,
  editsFor: (deck: Deck) => readonly TextEdit[],
  { currentSlide, deckEdits }: Services,
): Promise<Rewritten | null> {
  const isSaved = !document.isDirty && !currentSlide.isShown(document);
  let result: Omit<Rewritten, 'isSaved'> | null = null;
  const done = await deckEdits.apply(document, (deck) => {
    const edits = editsFor(deck);
    if (edits.length === 0) return null;
    const text = applyEdits(deck.text, edits);
    result = { uri: document.uri, text, back: reverseEdits(deck.text, edits) };
    return { edits, slides: [] };
  });
  if (!done || !result) return null;
  if (isSaved) await document.save();
  return { ...(result as Omit<Rewritten, 'isSaved'>), isSaved };
}

/** Takes back what was done to decks, except for those that have changed since; the user is told which. */
export async function undo(rewritten: readonly Rewritten[], { deckEdits }: Services): Promise<void> {
  const changed: vscode.Uri[] = [];
  for (const { uri, text, back, isSaved } of rewritten) {
    const document = await vscode.workspace.openTextDocument(uri);
    const done = await deckEdits.apply(document, (deck) =>
      deck.text === text ? { edits: back, slides: [] } : null,
    );
    if (!done) changed.push(uri);
    else if (isSaved) await document.save();
  }
  const [first] = changed;
  if (!first) return;
  void vscode.window.showWarningMessage(
    changed.length === 1
      ? vscode.l10n.t('{0} has changed since then. Nothing was undone.', plainName(first))
      : vscode.l10n.t('{0} decks have changed since then. Nothing was undone in them.', changed.length),
  );
}
