import * as vscode from 'vscode';
import { MARKDOWN_FILES, NEVER_ENTERED } from '../services/markdownFiles';
import type { ClosedDecks } from './closedDecks';
import { countProblems } from './problems';
import { ProblemsView } from './problemsView';
import { resultText } from './problemWords';

/** Lints all decks of the workspace, without opening them. */
export class WorkspaceLint {
  constructor(
    readonly closedDecks: ClosedDecks,
    readonly problemsView: ProblemsView,
  ) {}

  /** The command: with progress, a way to cancel, and a message about the result. */
  async run(): Promise<void> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Linting all decks'),
      cancellable: true,
    };
    const decks = await vscode.window.withProgress(options, (progress, token) =>
      this.#lintAll(progress, token),
    );
    if (decks === null) return;
    const problems = await this.problemsView.show();
    void this.#tell(resultText(decks.length, countProblems(problems)), problems.length > 0);
  }

  /** Forgets what was found in decks that are not open. */
  clear(): void {
    this.closedDecks.clear();
    this.problemsView.clear();
  }

  /** The decks there are; null if the user cancels. */
  async #lintAll(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<vscode.Uri[] | null> {
    const found = await vscode.workspace.findFiles(MARKDOWN_FILES, NEVER_ENTERED, undefined, token);
    const files = found.toSorted((a, b) => (a.toString() < b.toString() ? -1 : 1));
    let done = 0;
    const decks = await this.closedDecks.lint(
      files,
      () => !token.isCancellationRequested,
      () => {
        const message = vscode.l10n.t('{0} of {1} files', ++done, files.length);
        progress.report({ message, increment: 100 / files.length });
      },
    );
    if (token.isCancellationRequested) return null;
    this.closedDecks.keepOnly(new Set(files.map(String)));
    return decks;
  }

  async #tell(result: string, hasProblems: boolean): Promise<void> {
    const byRule = vscode.l10n.t('Show by Rule');
    const inPanel = vscode.l10n.t('Show Problems');
    const answers = hasProblems ? [byRule, inPanel] : [];
    const answer = await vscode.window.showInformationMessage(result, ...answers);
    if (answer === byRule) {
      await this.problemsView.groupBy('rule');
      await vscode.commands.executeCommand(`${ProblemsView.id}.focus`);
    }
    if (answer === inPanel) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}
