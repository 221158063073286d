import * as vscode from 'vscode';
import type { DeckChoice } from '../core/config/config';
import { TOOL_NAMES } from '../core/deck/namedSetups';
import type { Services } from '../services/services';

/** The status bar item that names the deck's dialect and lets the user choose another. */
export function registerDialectStatus(context: vscode.ExtensionContext, services: Services): void {
  const item = vscode.window.createStatusBarItem('deckwright.dialect', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Slide Deck Dialect');
  item.command = 'deckwright.selectDialect';
  /** Documents whose surroundings are known: what is shown of others could change in the next moment. */
  const known = new WeakSet<vscode.TextDocument>();
  const update = async () => {
    const document = documentInUse(services);
    if (document?.languageId === 'markdown' && !known.has(document)) {
      await services.decks.ready(document.uri, document.getText()).catch(() => {});
      known.add(document);
      if (document !== documentInUse(services)) return;
    }
    if (!document || !services.decks.isDeck(document)) return item.hide();
    const { setup, isGuess, reason } = services.decks.recognize(document);
    const tool = TOOL_NAMES[setup.tool];
    item.text = vscode.l10n.t('Slides: {0}', isGuess ? `${tool}?` : tool);
    item.tooltip = vscode.l10n.t(
      'Read as a deck of {0} because of: {1}',
      tool,
      // Keys of the frontmatter stay as they are: they are not translated.
      vscode.l10n.t(reason),
    );
    item.show();
  };
  void update();
  context.subscriptions.push(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    services.decks.onDidChange(update),
    services.currentSlide.onDidChange(update),
    vscode.commands.registerCommand('deckwright.selectDialect', () => selectDialect(services)),
  );
}

/** The deck of the editor or preview that the user works in. */
function documentInUse({ currentSlide }: Services): vscode.TextDocument | undefined {
  const shown = currentSlide.get();
  return vscode.window.activeTextEditor?.document ?? (shown?.active ? shown.document : undefined);
}

interface DialectItem extends vscode.QuickPickItem {
  readonly choice: DeckChoice | undefined;
}

async function selectDialect(services: Services): Promise<void> {
  const { decks } = services;
  const document = documentInUse(services);
  if (document?.languageId !== 'markdown') return;
  const items: DialectItem[] = [
    {
      choice: undefined,
      label: vscode.l10n.t('Detect automatically'),
      detail: vscode.l10n.t("From the document's content"),
    },
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
    { choice: 'none', label: vscode.l10n.t('Not a slide deck'), detail: vscode.l10n.t('Ordinary Markdown') },
  ];
  const current = decks.choiceFor(document.uri);
  for (const item of items) if (item.choice === current) item.description = vscode.l10n.t('(current)');
  const title = vscode.l10n.t('Select the slide dialect');
  const picked = await vscode.window.showQuickPick(items, { title });
  if (picked) await decks.choose(document.uri, picked.choice);
}
