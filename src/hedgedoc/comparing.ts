import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import type { NoteAddress } from '../core/hedgedoc/noteAddress';
import type { Change, Lines } from '../core/hedgedoc/noteChanges';
import { WorkspaceDeckFiles } from '../services/deckFiles';
import { rootOf } from '../services/deckRoot';
import { documentName } from '../services/documentFile';
import { loadBundle } from '../services/loadBundle';
import type { Services } from '../services/services';
import { offerUndo } from '../services/undo';
import { WorkspaceCopies } from '../services/workspaceCopies';
import type { Comparison, NoteDocuments } from './noteDocuments';
import { hostOfNote } from './noteWords';

/** Shows how a deck and a note differ, in VS Code's own comparison, and takes over what the user chooses. */
export class Comparing {
  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
    readonly notes: NoteDocuments,
  ) {}

  /** False if there is no difference. */
  async compare(document: vscode.TextDocument, address: NoteAddress, note: string): Promise<boolean> {
    const bundle = await this.#load();
    const there = await this.#noteAsHere(document, address, note, bundle);
    const { length } = bundle.changesBetween(there, document.getText());
    const names = [documentName(document), hostOfNote(address)] as const;
    if (length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{0} is up to date with the note on {1}.', ...names),
      );
      return false;
    }
    const comparison = { address, there, deck: document.uri };
    await this.notes.show(comparison, `${names[1]} ↔ ${names[0]}`);
    const said =
      length === 1
        ? vscode.l10n.t('{0} differs from the note on {1} in one place.', ...names)
        : vscode.l10n.t('{0} differs from the note on {1} in {2} places.', ...names, length);
    void this.#offerAll(comparison, said);
    return true;
  }

  async #offerAll(comparison: Comparison, said: string): Promise<void> {
    const all = vscode.l10n.t('Take Over All');
    const how = vscode.l10n.t(
      'Buttons in the title of the comparison take over the change at the cursor, or all.',
    );
    const answer = await vscode.window.showInformationMessage(`${said} ${how}`, all);
    if (answer === all) await this.#take(comparison, (changes) => changes);
  }

  /** Takes over the changes that the cursors are on, in either text. */
  async takeOverHere(): Promise<void> {
    const comparison = this.notes.active;
    const editor = vscode.window.activeTextEditor;
    if (!comparison || !editor) return;
    const side = editor.document.uri.toString() === comparison.deck.toString() ? 'here' : 'there';
    const places = editor.selections.map(
      ({ start, end }): Lines => ({ start: start.line, end: end.line + 1 }),
    );
    const { changesAt } = await this.#load();
    const nothing = vscode.l10n.t(
      'The cursor is not on a change. The arrows up and down in the title lead to the next one.',
    );
    await this.#take(
      comparison,
      (changes) => [...new Set(places.flatMap((lines) => changesAt(changes, side, lines)))],
      nothing,
    );
  }

  async takeOverAll(): Promise<void> {
    const comparison = this.notes.active;
    if (comparison) await this.#take(comparison, (changes) => changes);
  }

  /** In one edit that can be undone. */
  async #take(
    { there, deck, address }: Comparison,
    choose: (changes: readonly Change[]) => readonly Change[],
    nothing?: string,
  ): Promise<void> {
    const { changesBetween, takeOver, remoteAddresses } = await this.#load();
    const document = await vscode.workspace.openTextDocument(deck);
    const config = this.services.configs.of(deck);
    const shown = () => remoteAddresses(this.services.decks.deckOf(document), config);
    const before = new Set(shown());
    const done = await this.services.deckEdits.apply(
      document,
      ({ text }) => {
        const changes = choose(changesBetween(there, text));
        return changes.length === 0 ? null : { edits: takeOver(there, text, changes), slides: [] };
      },
      nothing,
    );
    if (!done) return;
    const names = [documentName(document), hostOfNote(address)] as const;
    if (changesBetween(there, document.getText()).length === 0) {
      void offerUndo(document, vscode.l10n.t('{0} is now up to date with the note on {1}.', ...names));
    }
    const hasNew = shown().some((each) => !before.has(each));
    if (hasNew) await vscode.commands.executeCommand('deckwright.archivePictures', deck);
  }

  async #noteAsHere(
    document: vscode.TextDocument,
    address: NoteAddress,
    note: string,
    { noteAsHere }: typeof Upkeep,
  ): Promise<string> {
    const { configs, decks, folders } = this.services;
    await configs.ready(document.uri);
    const root = rootOf(document.uri);
    return noteAsHere(note, address, {
      deck: decks.deckOf(document),
      path: root ? new WorkspaceDeckFiles(document.uri, folders, decks).deck : 'deck.md',
      config: configs.of(document.uri),
      store: root ? new WorkspaceCopies(root) : null,
    });
  }

  #load(): Promise<typeof Upkeep> {
    return loadBundle<typeof Upkeep>(this.extensionUri, 'upkeep.js');
  }
}
