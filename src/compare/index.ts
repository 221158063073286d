import * as vscode from 'vscode';
import { deckOfCommand } from '../services/deckOfCommand';
import type { Services } from '../services/services';
import { chooseVersion } from './chooseVersion';
import { ClipboardTexts } from './clipboardTexts';
import { Comparisons } from './comparisons';
import { deckInGit } from './deckInGit';
import { commitVersion, lastCommit } from './gitVersion';
import type { Version } from './versions';

/** Comparing a deck with what it was, or with another one, slide by slide. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const comparisons = new Comparisons(context.extensionUri, services);
  const clipboard = new ClipboardTexts();
  const deckFor = (argument: unknown) =>
    deckOfCommand(fileOfArgument(argument), services, vscode.l10n.t('Compare as Slides'));
  const compare = async (
    argument: unknown,
    choose: (document: vscode.TextDocument) => Promise<Version | undefined>,
  ) => {
    const document = await deckFor(argument);
    const version = document && (await choose(document));
    if (version) await comparisons.compare(document, version);
  };
  context.subscriptions.push(
    comparisons,
    clipboard,
    vscode.commands.registerCommand('deckwright.compareSlides', (argument: unknown) =>
      compare(argument, (document) => chooseVersion(document, clipboard, services)),
    ),
    vscode.commands.registerCommand('deckwright.compareWithLastCommit', (argument: unknown) =>
      compare(argument, async (document) => {
        const git = await deckInGit(document);
        if (!git) tellUnknown();
        return git ? lastCommit(git) : undefined;
      }),
    ),
    // What a click on a removed slide in the Slides view does.
    vscode.commands.registerCommand('deckwright.showRemovedSlide', async (uri: vscode.Uri, index: number) => {
      const document = await deckFor(uri);
      const git = document && (await deckInGit(document));
      if (git) await comparisons.showRemoved(document, lastCommit(git), index);
    }),
    // From the Timeline.
    vscode.commands.registerCommand('deckwright.compareWithVersion', (item: unknown, uri: unknown) =>
      compare(uri, async (document) => {
        const git = await deckInGit(document);
        const ref = (item as { readonly ref?: unknown } | null)?.ref;
        if (git && typeof ref === 'string') return commitVersion(git, ref, ref.slice(0, 8));
        tellUnknown();
        return undefined;
      }),
    ),
    vscode.commands.registerCommand('deckwright.restoreSlide', () => comparisons.active?.restoreShown()),
  );
}

/** The explorer passes a file, the Source Control view what it knows of one. */
function fileOfArgument(argument: unknown): unknown {
  return (argument as Partial<vscode.SourceControlResourceState> | null)?.resourceUri ?? argument;
}

function tellUnknown(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t("VS Code's Git does not know this deck, so that it has no earlier versions."),
  );
}
