import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import { parseDeck } from '../core/deck/parseDeck';
import { isNoteAddress, type NoteAddress, readNoteAddress } from '../core/hedgedoc/noteAddress';
import { withOrigin } from '../core/hedgedoc/origin';
import { createUntitled } from '../services/createUntitled';
import { exists } from '../services/exists';
import { reasonOf } from '../services/failures';
import { loadBundle } from '../services/loadBundle';
import { plainText } from '../services/plainText';
import { isRefused } from '../services/remote';
import type { Services } from '../services/services';
import type { Home } from '../services/whereDecksAre';
import { writeWhole } from '../services/writeWhole';
import { askForHome, homesOfDecks } from './askForHome';
import { askForNote } from './askForNote';
import type { Comparing } from './comparing';
import { downloadNote } from './downloadNote';
import { addressFaultInWords } from './noteWords';

/** What a script or a key binding may answer in advance; the user is asked for the rest. */
export interface ImportAnswers {
  readonly address?: string;
  readonly folder?: vscode.Uri;
}

/** Makes a deck of a note. */
export class Importing {
  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
    readonly comparing: Comparing,
  ) {}

  async run(given: ImportAnswers = {}): Promise<void> {
    if (isRefused()) return;
    const title = vscode.l10n.t('Import Deck from HedgeDoc');
    const homes = given.folder ? [given.folder] : await homesOfDecks(this.services);
    const address = given.address
      ? readGiven(given.address)
      : await askForNote(title, deckIn(homes[0]), this.services);
    const home = address && (given.folder ? { folder: given.folder } : await askForHome(title, homes));
    if (home) await this.#import(address, home);
  }

  async #import(address: NoteAddress, { folder }: Home): Promise<void> {
    const text = await downloadNote(address, deckIn(folder), this.services);
    if (text === undefined) return;
    const bundle = await loadBundle<typeof Upkeep>(this.extensionUri, 'upkeep.js');
    const deck = parseDeck(withOrigin(text, address));
    if (!folder) return open(await createUntitled(deck.text));
    const uri = vscode.Uri.joinPath(folder, bundle.noteFileName(deck, address));
    if (await exists(uri)) {
      const document = await vscode.workspace.openTextDocument(uri);
      if (!(await this.comparing.compare(document, address, text))) await open(document);
    } else if (await write(uri, deck.text)) {
      // Before it is shown: a deck that is open would stay unsaved.
      if (bundle.remoteAddresses(deck, this.services.configs.of(uri)).length > 0) {
        await vscode.commands.executeCommand('deckwright.archivePictures', uri, 'all');
      }
      await open(await vscode.workspace.openTextDocument(uri));
    }
  }
}

/** A deck of this folder, to which its configuration applies. */
function deckIn(folder: vscode.Uri | undefined): vscode.Uri {
  return folder
    ? vscode.Uri.joinPath(folder, 'deck.md')
    : vscode.Uri.from({ scheme: 'untitled', path: 'deck.md' });
}

function readGiven(text: string): NoteAddress | undefined {
  const read = readNoteAddress(text);
  if (isNoteAddress(read)) return read;
  void vscode.window.showWarningMessage(addressFaultInWords(read));
  return undefined;
}

/** False if the file can't be written, or if there is one by now; the user is told. */
async function write(uri: vscode.Uri, text: string): Promise<boolean> {
  try {
    await writeWhole(uri, text, { overwrite: false });
    return true;
  } catch (error) {
    const path = plainText(vscode.workspace.asRelativePath(uri));
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} could not be created: {1}', path, plainText(reasonOf(error))),
    );
    return false;
  }
}

async function open(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('deckwright.openPreviewToSide', document.uri);
}
