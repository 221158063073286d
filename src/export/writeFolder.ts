import * as vscode from 'vscode';
import { plainName } from '../services/plainText';
import { temporaryBeside, writeWhole } from '../services/writeWhole';
import type { MadeFile } from './pictureFiles';

/**
 * Puts files into a folder, which is made if there is none. False, and nothing is written, if there are such files and
 * the user does not want to overwrite them.
 */
export async function writeFolder(folder: vscode.Uri, files: readonly MadeFile[]): Promise<boolean> {
  const { fs } = vscode.workspace;
  const present = await fs.readDirectory(folder).then(
    (entries) => new Set(entries.map(([name]) => name)),
    () => null,
  );
  if (files.some(({ name }) => present?.has(name)) && !(await mayOverwrite(folder))) return false;
  if (present) {
    for (const { name, content } of files) await writeWhole(vscode.Uri.joinPath(folder, name), content);
    return true;
  }
  const temporary = temporaryBeside(folder);
  try {
    for (const { name, content } of files) await fs.writeFile(vscode.Uri.joinPath(temporary, name), content);
    await fs.rename(temporary, folder);
  } catch (error) {
    await fs.delete(temporary, { recursive: true }).then(undefined, () => {});
    throw error;
  }
  return true;
}

async function mayOverwrite(folder: vscode.Uri): Promise<boolean> {
  const overwrite = vscode.l10n.t('Overwrite');
  const question = vscode.l10n.t('{0} already has pictures of these slides.', plainName(folder));
  return (await vscode.window.showWarningMessage(question, { modal: true }, overwrite)) === overwrite;
}
