import * as vscode from 'vscode';
import type { NoteAddress } from '../core/hedgedoc/noteAddress';
import { MadeTexts } from './madeTexts';

/** A deck, and a note as it would be in its place. */
export interface Comparison {
  readonly deck: vscode.Uri;
  readonly address: NoteAddress;
  readonly there: string;
}

/** Notes as documents, each compared with a deck. */
export class NoteDocuments implements vscode.Disposable {
  readonly #notes = new MadeTexts<Comparison>({
    scheme: 'deckwright-note',
    textOf: ({ there }) => there,
    lostSentence: () =>
      vscode.l10n.t('Run {0} again to compare the deck with the note.', 'Update from HedgeDoc'),
    onChange: () => this.#tellMenus(),
  });

  dispose(): void {
    this.#notes.dispose();
  }

  async show(comparison: Comparison, title: string): Promise<void> {
    const { deck } = comparison;
    const note = this.#notes.add(comparison, deck);
    await vscode.commands.executeCommand('vscode.diff', note, deck, title, { preview: false });
  }

  /** The comparison in the active tab. */
  get active(): Comparison | undefined {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff ? this.#notes.of(input.original) : undefined;
  }

  /** Which decks are compared; as `deckwright.deckPaths`. */
  #tellMenus(): void {
    const paths = this.#notes.all().flatMap(({ deck }) => [deck.path, deck.fsPath]);
    void vscode.commands.executeCommand('setContext', 'deckwright.comparedPaths', paths);
  }
}
