import * as vscode from 'vscode';
import type * as Reader from '../bundles/config';
import { CONFIG_FILE } from '../core/config/config';
import { decodeUtf8 } from '../core/text/utf8';
import { parent, rootOf } from '../services/deckRoot';
import { fileOf } from '../services/documentFile';
import { loadBundle } from '../services/loadBundle';
import { isMarkdownFile } from '../services/markdownFiles';
import { plainName } from '../services/plainText';
import type { Services } from '../services/services';

type Settled = Omit<Reader.Settlement, 'glob'>;

/** The folder of a document as it is called in the explorer. */
export function nameOfFolder(uri: vscode.Uri): string {
  const folder = parent(fileOf(uri) ?? uri);
  return vscode.workspace.asRelativePath(folder, false).split('/').at(-1)!;
}

/**
 * Writes into `.deckwright.json` whose decks those in the folder of a document are: into the one that counts for them
 * already, else into a new one at the top of the workspace folder. It is one edit, saved at once, which can be undone.
 * False if nothing could be written; the user is told why.
 */
export async function settleFolder(
  document: vscode.TextDocument,
  settled: Settled,
  extensionUri: vscode.Uri,
  services: Services,
): Promise<boolean> {
  const { settleDecks, settlementsOf } = await loadBundle<typeof Reader>(extensionUri, 'config.js');
  await services.configs.ready(document.uri);
  const deck = fileOf(document.uri)!;
  const file = services.configs.fileOf(deck) ?? newFile(deck);
  const isNew = services.configs.fileOf(deck) === undefined;
  const folder = parent(deck).path.slice(parent(file).path.length).replace(/^\//, '');
  const settlements = settlementsOf(folder, await filesBeside(deck, services), settled);
  const place = isNew ? null : await vscode.workspace.openTextDocument(file);
  const before = place?.getText() ?? null;
  const edits = settleDecks(before ?? '', settlements);
  if (edits === null) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} is not valid. Correct it first.', plainName(file)),
    );
    await vscode.window.showTextDocument(file);
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  if (isNew) edit.createFile(file);
  for (const { span, newText } of edits) {
    const at = (offset: number) => place?.positionAt(offset) ?? new vscode.Position(0, 0);
    edit.replace(file, new vscode.Range(at(span.start), at(span.end)), newText);
  }
  const isWritten = await vscode.workspace.applyEdit(edit);
  const written = isWritten ? await vscode.workspace.openTextDocument(file) : undefined;
  if (!(await written?.save())) {
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} could not be written.', plainName(file)));
    return false;
  }
  if (edits.length > 0) void tell(written!, before);
  return true;
}

/** A new configuration goes to the top, where those of other folders find it too. */
function newFile(deck: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(rootOf(deck)!, CONFIG_FILE);
}

/** The markdown files beside a deck, itself included, and what they are. */
async function filesBeside(deck: vscode.Uri, { decks }: Services): Promise<Reader.FolderFile[]> {
  const folder = parent(deck);
  const files: Reader.FolderFile[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    if (!isMarkdownFile(name) || !(type & vscode.FileType.File)) continue;
    const uri = vscode.Uri.joinPath(folder, name);
    const text = decodeUtf8(await vscode.workspace.fs.readFile(uri));
    if (text === null) continue;
    const found = decks.recognizeText(uri, text);
    // That one is meant, whatever it was taken for.
    const isItself = uri.path === deck.path;
    files.push({ name, found: isItself ? { ...found, isDeck: true, isGuess: true } : found });
  }
  return files;
}

/** Says what was done and offers to undo it, as long as the file is as it was written. */
async function tell(written: vscode.TextDocument, before: string | null): Promise<void> {
  const { uri } = written;
  const after = written.getText();
  const name = plainName(uri);
  const undo = vscode.l10n.t('Undo');
  const said = vscode.l10n.t('{0} now says how the decks are read.', name);
  if ((await vscode.window.showInformationMessage(said, undo)) !== undo) return;
  // It is closed by now if nobody opened it.
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  if (document.getText() !== after) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} has changed since then. Nothing was undone.', name),
    );
  } else if (before === null) {
    edit.deleteFile(uri);
    await vscode.workspace.applyEdit(edit);
  } else {
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(after.length));
    edit.replace(uri, whole, before);
    await vscode.workspace.applyEdit(edit);
    await document.save();
  }
}
