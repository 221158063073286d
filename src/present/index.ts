import * as vscode from 'vscode';
import { deckOfCommand } from '../services/deckOfCommand';
import type { Services } from '../services/services';
import { Presentations, VIEW_TYPES } from './presentations';

/** Presenting decks: the slides for the audience, and a panel with notes and time for who presents. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const { currentSlide, decks } = services;
  const presentations = new Presentations(context.extensionUri, services);
  const deckFor = (uri?: vscode.Uri) => deckOfCommand(uri, services, vscode.l10n.t('Show as Slides'));
  context.subscriptions.push(
    presentations,
    ...Object.values(VIEW_TYPES).map((type) =>
      vscode.window.registerWebviewPanelSerializer(type, presentations),
    ),
    vscode.commands.registerCommand('deckwright.present', async (uri?: vscode.Uri) => {
      const document = await deckFor(uri);
      if (document)
        await presentations.present(document, currentSlide.of(document) ?? decks.deckOf(document).slides[0]!);
    }),
    vscode.commands.registerCommand('deckwright.rehearse', async (uri?: vscode.Uri) => {
      const document = await deckFor(uri);
      if (document) presentations.rehearse(document);
    }),
  );
}
