import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { ClosedDecks } from './closedDecks';
import { checkBeforeCommit } from './commitCheck';
import { disableRule } from './disableRule';
import { stopFormattingOnSave } from './environment';
import { FixAll } from './fixAll';
import { Linter } from './linter';
import { Linting } from './linting';
import { ProblemsView } from './problemsView';
import { DISABLE_RULE, FIX_ALL, OPEN_PICTURE, QuickFixes, STOP_FORMATTING } from './quickFixes';
import { LinkCheck } from './remote/checkLinks';
import { LintTasks } from './tasks';
import { WorkspaceLint } from './workspaceLint';

/** What is wrong in decks, and how to fix it. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const linter = new Linter(context.extensionUri, services, context.globalStorageUri);
  const linting = new Linting(linter, services);
  const fixAll = new FixAll(linting, linter, services);
  const closedDecks = new ClosedDecks(linter, services, linting);
  const problemsView = new ProblemsView(linter, context.workspaceState);
  const workspaceLint = new WorkspaceLint(closedDecks, problemsView);
  const linkCheck = new LinkCheck(linter, linting, closedDecks, services);
  const command = vscode.commands.registerCommand;
  context.subscriptions.push(
    linting,
    closedDecks,
    problemsView,
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      new QuickFixes(linting, linter, fixAll),
      QuickFixes.metadata,
    ),
    command(FIX_ALL.safe, (uri?: vscode.Uri) => fixAll.run('safe', uri)),
    command(FIX_ALL.visible, (uri?: vscode.Uri) => fixAll.run('visible', uri)),
    command('deckwright.lintWorkspace', () => workspaceLint.run()),
    command('deckwright.checkRemoteLinks', (file?: vscode.Uri) => linkCheck.runInDeck(file)),
    command('deckwright.checkAllRemoteLinks', (folder?: vscode.Uri) => linkCheck.runInFolder(folder)),
    command('deckwright.checkBeforeCommit', () => checkBeforeCommit(context.extensionUri)),
    command('deckwright.problems.clear', () => workspaceLint.clear()),
    command('deckwright.problems.groupByRule', () => problemsView.groupBy('rule')),
    command('deckwright.problems.groupByDeck', () => problemsView.groupBy('deck')),
    command('deckwright.problems.filter', () => problemsView.askText()),
    command('deckwright.problems.filterBySeverity', () => problemsView.askSeverities()),
    command('deckwright.problems.clearFilter', () => problemsView.clearFilter()),
    command(DISABLE_RULE, (uri: vscode.Uri, rule: string) =>
      disableRule(uri, rule, context.extensionUri, services),
    ),
    command(STOP_FORMATTING, stopFormattingOnSave),
    command(OPEN_PICTURE, (_uri: vscode.Uri, address: string) =>
      vscode.env.openExternal(vscode.Uri.parse(address)),
    ),
    LintTasks.register(context.extensionUri),
  );
}
