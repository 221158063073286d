import * as vscode from 'vscode';
import type { ClosedDecks } from './closedDecks';
import { SOURCE } from './diagnostic';

const MARKDOWN = '**/*.{md,markdown}';
const NEVER_ENTERED = '**/{.git,node_modules}/**';

/** Lints all decks of the workspace, without opening them. */
export class WorkspaceLint {
  constructor(readonly closedDecks: ClosedDecks) {}

  /** The command: with progress, a way to cancel, and a word on the result. */
  async run(): Promise<void> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Linting all decks'),
      cancellable: true,
    };
    const decks = await vscode.window.withProgress(options, (progress, token) =>
      this.#lintAll(progress, token),
    );
    if (decks) void this.#tell(decks);
  }

  /** The decks there are; null where the user cancelled. */
  async #lintAll(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<vscode.Uri[] | null> {
    const found = await vscode.workspace.findFiles(MARKDOWN, NEVER_ENTERED, undefined, token);
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

  async #tell(decks: readonly vscode.Uri[]): Promise<void> {
    const found = decks.flatMap((uri) =>
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE),
    );
    const errors = found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
    const warnings = found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Warning).length;
    const said =
      found.length === 0
        ? vscode.l10n.t('Decks: {0}. Nothing found.', decks.length)
        : vscode.l10n.t(
            'Decks: {0}. Errors: {1}, warnings: {2}, others: {3}.',
            decks.length,
            errors,
            warnings,
            found.length - errors - warnings,
          );
    const show = vscode.l10n.t('Show Problems');
    const answer = await vscode.window.showInformationMessage(said, ...(found.length > 0 ? [show] : []));
    if (answer === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}
