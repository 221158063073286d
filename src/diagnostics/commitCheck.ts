import * as vscode from 'vscode';
import { plainText } from '../services/plainText';
import { commandLine, onDisk } from './tasks';

/** Has git check the decks of a folder before each commit, if the user agrees. The command line does it. */
export async function checkBeforeCommit(extensionUri: vscode.Uri): Promise<void> {
  const folders = extensionUri.scheme === 'file' && vscode.workspace.isTrusted ? onDisk() : [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Commits can only be checked in a trusted folder on the disk.'),
    );
    return;
  }
  const folder = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
  if (!folder || !folders.includes(folder)) return;
  const name = plainText(folder.name);
  const check = vscode.l10n.t('Check Decks');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Check the decks in {0} before each commit?', name),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Git will refuse commits with errors on slides that changed. If there is a .pre-commit-config.yaml, a hook is added to it. Otherwise a git hook is written; one that exists stays as it is.',
      ),
    },
    check,
  );
  if (answer !== check) return;
  const exitCode = await run(folder, extensionUri);
  if (exitCode === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Deckwright is set up to check the decks in {0} before each commit. The terminal says how.',
        name,
      ),
    );
  } else {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Nothing was changed in {0}. The terminal says why.', name),
    );
  }
}

/** Its exit code; undefined if it was ended. */
async function run(folder: vscode.WorkspaceFolder, extensionUri: vscode.Uri): Promise<number | undefined> {
  const definition = { type: 'deckwright', command: 'hook' };
  const execution = commandLine(extensionUri, ['hook'], folder);
  const task = new vscode.Task(definition, folder, 'hook', 'deckwright', execution, []);
  // Nothing but what the command line says.
  task.presentationOptions = { echo: false, showReuseMessage: false, clear: true };
  const ended = new Promise<number | undefined>((resolve) => {
    const subscription = vscode.tasks.onDidEndTaskProcess(({ execution: { task: done }, exitCode }) => {
      if (done.definition.type !== definition.type || done.definition.command !== definition.command) return;
      subscription.dispose();
      resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  return ended;
}
