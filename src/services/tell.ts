import * as vscode from 'vscode';

/** What is wrong in a line of a deck, counted from 0. */
export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

/** Problems of a deck as they are logged. */
export function complaintsOf(deck: vscode.Uri, problems: readonly LineProblem[]): string[] {
  return problems.map(({ line, message }) => `${deck.fsPath}:${line + 1}: ${message}`);
}

/** Tells the result of a command, as a warning if there are complaints. These are in the log. */
export async function tell(
  said: string,
  complaints: readonly string[],
  log: vscode.LogOutputChannel,
  ...buttons: string[]
): Promise<string | undefined> {
  return complaints.length === 0
    ? vscode.window.showInformationMessage(said, ...buttons)
    : warn(said, complaints, log, ...buttons);
}

/** Warns of what is in the log. */
export async function warn(
  said: string,
  complaints: readonly string[],
  log: vscode.LogOutputChannel,
  ...buttons: string[]
): Promise<string | undefined> {
  for (const complaint of complaints) log.warn(complaint);
  const show = vscode.l10n.t('Show Problems');
  const choice = await vscode.window.showWarningMessage(said, ...buttons, show);
  if (choice === show) log.show();
  return choice;
}
