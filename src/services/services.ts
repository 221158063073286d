import * as vscode from 'vscode';
import { Decks } from './decks';
import { Folders } from './folders';

/** What the features share. */
export interface Services {
  readonly decks: Decks;
  readonly folders: Folders;
  readonly log: vscode.LogOutputChannel;
}

export function createServices(context: vscode.ExtensionContext): Services {
  const services = {
    decks: new Decks(context.workspaceState),
    folders: new Folders(),
    log: vscode.window.createOutputChannel('Deckwright', { log: true }),
  };
  context.subscriptions.push(services.decks, services.folders, services.log);
  return services;
}
