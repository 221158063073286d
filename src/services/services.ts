import * as vscode from 'vscode';
import { Configs } from './config';
import { CurrentSlide } from './currentSlide';
import { DeckEdits } from './deckEdits';
import { Decks } from './decks';
import { Folders } from './folders';
import { Overflows } from './overflow';

/** What the features share. */
export interface Services {
  readonly configs: Configs;
  readonly decks: Decks;
  readonly currentSlide: CurrentSlide;
  readonly deckEdits: DeckEdits;
  readonly folders: Folders;
  readonly overflows: Overflows;
  readonly log: vscode.LogOutputChannel;
}

export function createServices(context: vscode.ExtensionContext): Services {
  const configs = new Configs(context.extensionUri);
  const decks = new Decks(context.workspaceState, configs);
  const currentSlide = new CurrentSlide(decks);
  const services = {
    configs,
    decks,
    currentSlide,
    deckEdits: new DeckEdits(decks, currentSlide),
    folders: new Folders(),
    overflows: new Overflows(),
    log: vscode.window.createOutputChannel('Deckwright', { log: true }),
  };
  const { folders, overflows, log } = services;
  context.subscriptions.push(configs, decks, currentSlide, folders, overflows, log);
  return services;
}
