import * as vscode from 'vscode';
import { deckOfCommand } from '../services/deckOfCommand';
import type { Services } from '../services/services';
import { chooseVersion } from './chooseVersion';
import { ClipboardTexts } from './clipboardTexts';
import { Comparison } from './comparison';
import { Comparisons, type Versions } from './comparisons';
import { deckInGit } from './deckInGit';
import { documentVersion } from './documentVersion';
import { lastCommit } from './gitVersion';
import { inGit, versionShown } from './savedVersion';
import { shownChange } from './shownChange';
import type { Version } from './versions';

/** Comparing a deck with what it was, or with another one, slide by slide. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const comparisons = new Comparisons(context.extensionUri, services);
  const clipboard = new ClipboardTexts();
  const compare = async (
    argument: unknown,
    choose: (document: vscode.TextDocument) => Promise<Version | undefined>,
  ) => {
    const document = await deckOfCommand(argument, services, anyway());
    if (!document) return;
    await comparisons.compare(async () => {
      const before = await choose(document);
      return before && { before, after: documentVersion(document.uri) };
    });
  };
  context.subscriptions.push(
    comparisons,
    clipboard,
    vscode.window.registerWebviewPanelSerializer(Comparison.viewType, comparisons),
    vscode.commands.registerCommand('deckwright.compareSlides', (argument: unknown) =>
      compare(argument, (document) => chooseVersion(document, clipboard, services)),
    ),
    vscode.commands.registerCommand('deckwright.compareWithLastCommit', (argument: unknown) =>
      compare(argument, async ({ uri }) => lastCommit(await inGit(uri))),
    ),
    vscode.commands.registerCommand('deckwright.compareChange', (argument: unknown) =>
      comparisons.compare(() => versionsOfChange(argument, services)),
    ),
    // What a click on a removed slide in the Slides view does.
    vscode.commands.registerCommand('deckwright.showRemovedSlide', async (uri: vscode.Uri, index: number) => {
      const document = await deckOfCommand(uri, services, anyway());
      const git = document && (await deckInGit(document));
      if (git) await comparisons.showRemoved(document, lastCommit(git), index);
    }),
    vscode.commands.registerCommand('deckwright.restoreSlide', () => comparisons.active?.restoreShown()),
  );
}

/** What VS Code compares as text, if it is a deck. */
async function versionsOfChange(argument: unknown, services: Services): Promise<Versions | undefined> {
  const change = shownChange(argument);
  if (!change) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'There are no two versions to compare: the file is new, deleted, or has a merge conflict.',
      ),
    );
    return undefined;
  }
  const { original, modified } = change;
  const deck = await deckOfCommand(modified, services, anyway());
  return deck && { before: await versionShown(original), after: await versionShown(modified) };
}

function anyway(): string {
  return vscode.l10n.t('Compare as Slides');
}
