import * as vscode from 'vscode';
import { plainName } from '../services/plainText';
import type { ExportedDeck, ExportProblem } from './exportDeck';
import { exportedMessage } from './message';

/** Reports the result, with the file at hand; the details of what is wrong are in the log. */
export async function tell(
  deck: vscode.Uri,
  target: vscode.Uri,
  { problems }: ExportedDeck,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const open = vscode.l10n.t('Open');
  const said = exportedMessage(plainName(target), problems);
  const choice =
    problems.length === 0
      ? await vscode.window.showInformationMessage(said, open)
      : await warn(deck, said, problems, log, open);
  if (choice === open) await vscode.env.openExternal(target);
}

/** Reports what is wrong with a page whose result the user sees anyway. */
export async function tellProblems(
  deck: vscode.Uri,
  { problems }: ExportedDeck,
  log: vscode.LogOutputChannel,
): Promise<void> {
  if (problems.length > 0) await warn(deck, exportedMessage(plainName(deck), problems), problems, log);
}

async function warn(
  deck: vscode.Uri,
  said: string,
  problems: readonly ExportProblem[],
  log: vscode.LogOutputChannel,
  ...buttons: string[]
): Promise<string | undefined> {
  for (const { line, message } of problems) log.warn(`${deck.fsPath}:${line + 1}: ${message}`);
  const show = vscode.l10n.t('Show Problems');
  const choice = await vscode.window.showWarningMessage(said, ...buttons, show);
  if (choice === show) log.show();
  return choice;
}
