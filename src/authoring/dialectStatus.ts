import * as vscode from 'vscode';
import type { FileRecognition } from '../core/config/recognizeFile';
import { TOOL_NAMES } from '../core/deck/namedSetups';
import type { Services } from '../services/services';
import { type Scope, SELECT_DIALECT, selectDialect } from './selectDialect';

/** The status bar item that names the deck's dialect and lets the user choose another. */
export function registerDialectStatus(context: vscode.ExtensionContext, services: Services): void {
  const item = vscode.window.createStatusBarItem('deckwright.dialect', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Slide Deck Dialect');
  item.command = SELECT_DIALECT;
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
    const found = services.decks.recognize(document);
    const tool = TOOL_NAMES[found.setup.tool];
    item.text = vscode.l10n.t('Slides: {0}', found.isGuess ? `${tool}?` : tool);
    const why = explanation(found, tool);
    item.tooltip = found.isGuess ? withOffers(why) : why;
    // Of a tooltip in markdown, screen readers would read the escapes.
    item.accessibilityInformation = { label: `${item.text}, ${why}` };
    item.show();
  };
  void update();
  context.subscriptions.push(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    services.decks.onDidChange(update),
    services.currentSlide.onDidChange(update),
    vscode.commands.registerCommand(SELECT_DIALECT, (argument?: unknown) => {
      const document = documentInUse(services);
      // The preview's menu passes the address of its panel.
      const scope = argument === 'file' || argument === 'folder' ? argument : undefined;
      return document?.languageId === 'markdown' && selectDialect(document, scope, context, services);
    }),
  );
}

/** Why a deck is read as it is. */
function explanation({ isGuess, reason }: FileRecognition, tool: string): string {
  // Keys of the frontmatter stay as they are: they are not translated.
  const why = vscode.l10n.t(reason);
  return isGuess
    ? vscode.l10n.t('Probably a deck of {0}, because of: {1}', tool, why)
    : vscode.l10n.t('Read as a deck of {0} because of: {1}', tool, why);
}

/** The same with what settles it. */
function withOffers(why: string): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.isTrusted = { enabledCommands: [SELECT_DIALECT] };
  tooltip.appendText(why);
  const link = (scope: Scope) => `command:${SELECT_DIALECT}?${encodeURIComponent(JSON.stringify([scope]))}`;
  const offers = vscode.l10n.t(
    'Settle it [for this file]({0}) or [for this folder]({1}).',
    link('file'),
    link('folder'),
  );
  return tooltip.appendMarkdown(`\n\n${offers}`);
}

/** The deck of the editor or preview that the user works in. */
function documentInUse({ currentSlide }: Services): vscode.TextDocument | undefined {
  const shown = currentSlide.get();
  return vscode.window.activeTextEditor?.document ?? (shown?.active ? shown.document : undefined);
}
