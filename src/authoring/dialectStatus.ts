import * as vscode from 'vscode';
import type { DeckChoice } from '../core/config/config';
import type { Dialect } from '../core/deck/deck';
import type { Services } from '../services/services';

const DIALECT_NAMES: Record<Dialect, string> = {
  hedgedoc: 'HedgeDoc',
  'reveal-md': 'reveal-md',
  'reveal-blank-lines': 'reveal.js',
};

/** The status bar item that names the deck's dialect and lets one choose another. */
export function registerDialectStatus(context: vscode.ExtensionContext, services: Services): void {
  const item = vscode.window.createStatusBarItem('deckwright.dialect', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Slide Deck Dialect');
  item.command = 'deckwright.selectDialect';
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !services.decks.isDeck(document)) return item.hide();
    const { dialect, reason } = services.decks.recognize(document);
    item.text = vscode.l10n.t('Slides: {0}', DIALECT_NAMES[dialect]);
    item.tooltip = vscode.l10n.t('Read as a deck of {0} because of: {1}', DIALECT_NAMES[dialect], reason);
    item.show();
  };
  update();
  context.subscriptions.push(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    services.decks.onDidChange(update),
    vscode.commands.registerCommand('deckwright.selectDialect', () => selectDialect(services)),
  );
}

interface DialectItem extends vscode.QuickPickItem {
  readonly choice: DeckChoice | undefined;
}

async function selectDialect({ decks }: Services): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'markdown') return;
  const items: DialectItem[] = [
    { choice: undefined, label: vscode.l10n.t('Detect'), detail: vscode.l10n.t('By what the document says') },
    { choice: 'hedgedoc', label: 'HedgeDoc', detail: vscode.l10n.t('--- and ---- between empty lines') },
    {
      choice: 'reveal-md',
      label: 'reveal-md',
      detail: vscode.l10n.t('--- and ----, or the separators in the frontmatter'),
    },
    {
      choice: 'reveal-blank-lines',
      label: 'reveal.js',
      detail: vscode.l10n.t('Two blank lines between slides, three between columns'),
    },
    { choice: 'none', label: vscode.l10n.t('No Deck'), detail: vscode.l10n.t('Ordinary markdown') },
  ];
  const current = decks.choiceFor(document.uri);
  for (const item of items) if (item.choice === current) item.description = vscode.l10n.t('chosen');
  const title = vscode.l10n.t('How is this document to be read?');
  const picked = await vscode.window.showQuickPick(items, { title });
  if (picked) await decks.choose(document.uri, picked.choice);
}
