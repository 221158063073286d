import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { ClosedDecks } from './closedDecks';
import { stopFormattingOnSave } from './environment';
import { FixAll } from './fixAll';
import { Linter } from './linter';
import { Linting } from './linting';
import { QuickFixes, STOP_FORMATTING } from './quickFixes';
import { LintTasks } from './tasks';
import { WorkspaceLint } from './workspaceLint';

/** What is wrong in decks, and how to put it right. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const linter = new Linter(context.extensionUri, services);
  const linting = new Linting(linter, services);
  const fixAll = new FixAll(linting, linter, services.deckEdits);
  const closedDecks = new ClosedDecks(linter, services, linting);
  const workspaceLint = new WorkspaceLint(closedDecks);
  const command = vscode.commands.registerCommand;
  context.subscriptions.push(
    linting,
    closedDecks,
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      new QuickFixes(linting, linter, fixAll),
      QuickFixes.metadata,
    ),
    command('deckwright.fixAll', () => fixAll.run()),
    command('deckwright.lintWorkspace', () => workspaceLint.run()),
    command(STOP_FORMATTING, stopFormattingOnSave),
    LintTasks.register(context.extensionUri),
  );
}
