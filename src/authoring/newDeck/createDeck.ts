import * as vscode from 'vscode';
import type { PlainSnippet } from '../../core/authoring/snippetSyntax';
import { plainText } from '../../services/plainText';

/**
 * Writes a new deck and shows it with its preview, its first placeholder selected. Never overwrites a file; where no
 * folder is open, the deck is untitled.
 */
export async function createDeck(
  folder: vscode.Uri | undefined,
  name: string,
  { text, stops }: PlainSnippet,
): Promise<void> {
  const document = folder
    ? await createFile(vscode.Uri.joinPath(folder, name), text)
    : await createUntitled(text);
  if (!document) return;
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const [first] = stops;
  if (first) {
    // All its places, so that a handle is typed once for text and link.
    editor.selections = first.map(
      ({ start, end }) => new vscode.Selection(document.positionAt(start), document.positionAt(end)),
    );
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
  await vscode.commands.executeCommand('deckwright.openPreviewToSide', document.uri);
}

async function createFile(uri: vscode.Uri, text: string): Promise<vscode.TextDocument | undefined> {
  if (await isTaken(uri)) return undefined;
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  const done =
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false &&
    (await vscode.workspace.applyEdit(edit));
  if (done && (await exists(uri))) return vscode.workspace.openTextDocument(uri);
  const path = plainText(vscode.workspace.asRelativePath(uri));
  void vscode.window.showErrorMessage(
    vscode.l10n.t('{0} could not be created. Is its folder write-protected?', path),
  );
  return undefined;
}

async function createUntitled(text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  void vscode.window.showInformationMessage(
    vscode.l10n.t('No folder is open, so the deck is untitled. Save it where its pictures are to be.'),
  );
  return document;
}

/** Whether there is such a file; if so, the user is told and may open it. */
export async function isTaken(uri: vscode.Uri): Promise<boolean> {
  if (!(await exists(uri))) return false;
  void offerExisting(uri);
  return true;
}

async function offerExisting(uri: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const path = plainText(vscode.workspace.asRelativePath(uri));
  const message = vscode.l10n.t('{0} exists already and was left as it is.', path);
  if ((await vscode.window.showWarningMessage(message, open)) === open)
    await vscode.window.showTextDocument(uri);
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
