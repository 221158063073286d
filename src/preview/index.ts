import * as vscode from 'vscode';
import { deckOfCommand } from '../services/deckOfCommand';
import type { Services } from '../services/services';
import { changeSetting, settings } from '../services/settings';
import { Preview } from './preview';
import { Previews } from './previews';
import { changeSlideShape } from './slideShape';

/** Live preview of decks beside the editor. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const previews = new Previews(context.extensionUri, services);
  const deckFor = (uri?: vscode.Uri) => deckOfCommand(uri, services, vscode.l10n.t('Show as Slides'));
  const open = async (uri: vscode.Uri | undefined, toSide: boolean) => {
    const document = await deckFor(uri);
    if (document) previews.open(document, toSide);
  };
  services.pictureClipboard.provide((document, picture) => previews.copyPicture(document, picture));
  context.subscriptions.push(
    previews,
    vscode.window.registerWebviewPanelSerializer(Preview.viewType, previews),
    vscode.commands.registerCommand('deckwright.openPreview', (uri?: vscode.Uri) => open(uri, false)),
    // The same command under a name that differs from markdown's own preview where menus do not show a
    // category.
    vscode.commands.registerCommand('deckwright.openAsSlides', (uri?: vscode.Uri) => open(uri, false)),
    vscode.commands.registerCommand('deckwright.openPreviewToSide', (uri?: vscode.Uri) => open(uri, true)),
    vscode.commands.registerCommand('deckwright.slideSorter', async () => {
      const document = await deckFor();
      if (document) await previews.toggleSorter(document);
    }),
    vscode.commands.registerCommand('deckwright.changeSlideShape', async () => {
      const document = await deckFor();
      if (document) await changeSlideShape(document.uri);
    }),
    vscode.commands.registerCommand('deckwright.togglePreviewNotes', async () => {
      const document = await deckFor();
      if (document) await changeSetting('preview.notes', !settings.notes(document.uri), document.uri);
    }),
    vscode.commands.registerCommand('deckwright.editPreviewNotes', async () => {
      const document = await deckFor();
      if (document) await previews.editNotes(document);
    }),
    vscode.commands.registerCommand('deckwright.togglePreviewLock', () => previews.toggleLock()),
    vscode.commands.registerCommand('deckwright.showSource', () => previews.showActiveSource()),
  );
}
