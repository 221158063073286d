import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { ArchiveCommands } from './commands';

/** Saves what decks show from other servers beside them. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const commands = new ArchiveCommands(context.extensionUri, services);
  const command = vscode.commands.registerCommand;
  context.subscriptions.push(
    command('deckwright.archivePictures', (clicked?: unknown, chosen?: unknown) =>
      commands.pictures(clicked, chosen),
    ),
    command('deckwright.archiveAllPictures', () => commands.all()),
    command('deckwright.savePicture', (uri: vscode.Uri, address: string) => commands.picture(uri, address)),
  );
}
