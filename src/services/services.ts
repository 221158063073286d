import * as vscode from 'vscode';
import { Configs } from './config';
import { CurrentSlide } from './currentSlide';
import { DeckEdits } from './deckEdits';
import { Decks } from './decks';
import { Folders } from './folders';
import { LostFiles } from './lostFiles';
import { Overflows } from './overflow';

/** What the features share. */
export interface Services {
  readonly configs: Configs;
  readonly decks: Decks;
  readonly currentSlide: CurrentSlide;
  readonly deckEdits: DeckEdits;
  readonly folders: Folders;
  readonly lostFiles: LostFiles;
  readonly overflows: Overflows;
  readonly log: vscode.LogOutputChannel;
}

export function createServices(context: vscode.ExtensionContext): Services {
  const configs = new Configs(context.extensionUri);
  const decks = new Decks(context.workspaceState, configs);
  const lostFiles = new LostFiles();
  const currentSlide = new CurrentSlide(decks, lostFiles);
  const services = {
    configs,
    decks,
    currentSlide,
    deckEdits: new DeckEdits(decks, currentSlide, lostFiles),
    folders: new Folders(),
    lostFiles,
    overflows: new Overflows(),
    log: vscode.window.createOutputChannel('Deckwright', { log: true }),
  };
  const { folders, overflows, log } = services;
  context.subscriptions.push(configs, decks, currentSlide, lostFiles, folders, overflows, log);
  return services;
}
