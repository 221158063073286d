import * as vscode from 'vscode';
import { CONFIG_FILE } from '../core/config/config';
import type { TextEdit } from '../core/text/textEdits';
import type { Configs } from './config';
import { rootOf } from './deckRoot';
import { exists } from './exists';
import { plainName } from './plainText';

/**
 * The configuration that counts for a deck already, else a new one at the top of the workspace folder, where decks of
 * other folders find it too. Undefined for a deck without a file and a workspace.
 */
export async function configFileOf(deck: vscode.Uri, configs: Configs): Promise<vscode.Uri | undefined> {
  await configs.ready(deck);
  const file = configs.fileOf(deck);
  if (file) return file;
  const root = newConfigFolder(deck);
  return root && vscode.Uri.joinPath(root, CONFIG_FILE);
}

/** The folder where a new configuration of a deck goes. */
export function newConfigFolder(deck: vscode.Uri): vscode.Uri | undefined {
  const isUntitled = deck.scheme === 'untitled';
  return isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : rootOf(deck);
}

/**
 * Changes a configuration in one edit, saved at once, which can be undone. `edits` returns null for a text that is not
 * valid. False if nothing could be written; the user is told why.
 */
export async function editConfig(
  file: vscode.Uri,
  edits: (text: string) => readonly TextEdit[] | null,
  said: (name: string) => string,
): Promise<boolean> {
  // Looked for: VS Code takes a while to report a file that has just been written.
  const isNew = !(await exists(file));
  const place = isNew ? null : await vscode.workspace.openTextDocument(file);
  const before = place?.getText() ?? null;
  const made = edits(before ?? '');
  if (made === null) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} is not valid. Correct it first.', plainName(file)),
    );
    await vscode.window.showTextDocument(file);
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  if (isNew) edit.createFile(file);
  for (const { span, newText } of made) {
    const at = (offset: number) => place?.positionAt(offset) ?? new vscode.Position(0, 0);
    edit.replace(file, new vscode.Range(at(span.start), at(span.end)), newText);
  }
  const isWritten = await vscode.workspace.applyEdit(edit);
  const written = isWritten ? await vscode.workspace.openTextDocument(file) : undefined;
  if (!(await written?.save())) {
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} could not be written.', plainName(file)));
    return false;
  }
  if (made.length > 0) void tell(written!, before, said(plainName(file)));
  return true;
}

/** Says what was done and offers to undo it, as long as the file is as it was written. */
async function tell(written: vscode.TextDocument, before: string | null, said: string): Promise<void> {
  const { uri } = written;
  const after = written.getText();
  const name = plainName(uri);
  const undo = vscode.l10n.t('Undo');
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
