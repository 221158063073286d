import * as vscode from 'vscode';
import type { Deck } from '../core/deck/deck';
import { parseDeck } from '../core/deck/parseDeck';
import type { DeckEdits } from '../services/deckEdits';
import { parseOptions } from '../services/decks';
import { rangesIn } from './diagnostic';
import type { Linter } from './linter';
import type { Linting } from './linting';

export const FIX_ALL_TITLE = () => vscode.l10n.t('Fix all safe problems in this deck');

/** Repairs all that can be repaired safely, as one edit. */
export class FixAll {
  constructor(
    readonly linting: Linting,
    readonly linter: Linter,
    readonly deckEdits: DeckEdits,
  ) {}

  /** The edits for the document as it is now; null where it is not linted, or was changed meanwhile. */
  async edits(document: vscode.TextDocument): Promise<vscode.TextEdit[] | null> {
    const linted = await this.linting.now(document);
    if (!linted) return null;
    const { fixAll } = await this.linter.load();
    const relint = await this.linter.relint(document);
    if (linted.version !== document.version) return null;
    const options = parseOptions(linted.deck.dialect);
    let deck: Deck = linted.deck;
    const lint = (text: string) => {
      if (text === linted.deck.text) return linted.findings;
      // What is known of the slides that stay serves.
      deck = parseDeck(text, options, deck);
      return relint(deck);
    };
    const rangeOf = rangesIn(linted.deck.text);
    return fixAll(linted.deck.text, lint).edits.map(
      ({ span, newText }) => new vscode.TextEdit(rangeOf(span), newText),
    );
  }

  /** The command: for the active editor's deck. */
  async run(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document && !(await this.deckEdits.mayEdit(document))) return;
    const edits = document && (await this.edits(document));
    if (!document || !edits) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no deck in the active editor.'));
    } else if (edits.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing in this deck can be fixed safely.'));
    } else {
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits);
      // VS Code does nothing if the document is another version by then.
      await vscode.workspace.applyEdit(edit);
    }
  }
}
