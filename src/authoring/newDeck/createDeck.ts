import * as vscode from 'vscode';
import { plainSnippet } from '../../core/authoring/snippets/snippetSyntax';
import { createUntitled } from '../../services/createUntitled';
import { exists } from '../../services/exists';
import { plainText } from '../../services/plainText';
import type { HandleStops } from '../handles/handleStops';

/**
 * Writes a new deck and shows it with its preview, in snippet mode: the first tab stop is selected, `Tab`
 * goes to the next. Never overwrites a file; if no folder is open, the deck is untitled.
 */
export async function createDeck(
  folder: vscode.Uri | undefined,
  name: string,
  snippet: string,
  stops: HandleStops,
): Promise<void> {
  const { text } = plainSnippet(snippet);
  const document = folder
    ? await createFile(vscode.Uri.joinPath(folder, name), text)
    : await createUntitled(text);
  if (!document) return;
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  // First, as this gives the editor its final width, in which the tab stop is visible.
  await vscode.commands.executeCommand('deckwright.openPreviewToSide', document.uri);
  await enterSnippet(editor, snippet);
  // The text is unchanged. Other save actions are skipped: nobody has asked to have it formatted.
  if (document.isDirty && !document.isUntitled && vscode.window.activeTextEditor === editor) {
    await vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');
  }
  await stops.open(editor);
}

/** Replaces the text with the snippet, so that undoing it leaves the text. */
async function enterSnippet(editor: vscode.TextEditor, snippet: string): Promise<void> {
  const { document } = editor;
  const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  await editor.insertSnippet(new vscode.SnippetString(snippet), all, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
}

/** Not by a workspace edit: after undoing the first words typed, a further undo would undo the file. */
async function createFile(uri: vscode.Uri, text: string): Promise<vscode.TextDocument | undefined> {
  if (await isTaken(uri)) return undefined;
  if (await write(uri, text)) return vscode.workspace.openTextDocument(uri);
  const path = plainText(vscode.workspace.asRelativePath(uri));
  void vscode.window.showErrorMessage(
    vscode.l10n.t('{0} could not be created. Is its folder write-protected?', path),
  );
  return undefined;
}

async function write(uri: vscode.Uri, text: string): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  return vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text)).then(
    () => true,
    () => false,
  );
}

/** Whether there is such a file; if so, the user is told and can open it. */
export async function isTaken(uri: vscode.Uri): Promise<boolean> {
  if (!(await exists(uri))) return false;
  void offerExisting(uri);
  return true;
}

async function offerExisting(uri: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const path = plainText(vscode.workspace.asRelativePath(uri));
  const message = vscode.l10n.t('{0} already exists and was left unchanged.', path);
  if ((await vscode.window.showWarningMessage(message, open)) === open)
    await vscode.window.showTextDocument(uri);
}
