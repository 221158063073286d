import * as vscode from 'vscode';
import { ChangedSlides } from './changedSlides';
import { Configs } from './config';
import { CurrentSlide } from './currentSlide';
import { DeckEdits } from './deckEdits';
import { Decks } from './decks';
import { Folders } from './folders';
import { LastCommit } from './lastCommit';
import { LostFiles } from './lostFiles';
import { Neighbors } from './neighbors';
import { Overflows } from './overflow';
import { PictureClipboard } from './pictureClipboard';
import { Remotes } from './remote';
import { Setups } from './setups';

/** What the features share. */
export interface Services {
  readonly changedSlides: ChangedSlides;
  readonly configs: Configs;
  readonly setups: Setups;
  readonly decks: Decks;
  readonly currentSlide: CurrentSlide;
  readonly deckEdits: DeckEdits;
  readonly folders: Folders;
  readonly lastCommit: LastCommit;
  readonly lostFiles: LostFiles;
  readonly overflows: Overflows;
  readonly pictureClipboard: PictureClipboard;
  readonly remotes: Remotes;
  readonly log: vscode.LogOutputChannel;
}

export function createServices(context: vscode.ExtensionContext): Services {
  const configs = new Configs(context.extensionUri);
  const setups = new Setups(context.extensionUri);
  const folders = new Folders();
  const neighbors = new Neighbors(folders);
  const decks = new Decks(context.workspaceState, configs, setups, neighbors);
  const lastCommit = new LastCommit(decks);
  const lostFiles = new LostFiles();
  const currentSlide = new CurrentSlide(decks, lostFiles);
  const log = vscode.window.createOutputChannel('Deckwright', { log: true });
  const services = {
    changedSlides: new ChangedSlides(context.extensionUri, decks, currentSlide, lastCommit, log),
    configs,
    setups,
    decks,
    currentSlide,
    deckEdits: new DeckEdits(decks, currentSlide, lostFiles),
    folders,
    lastCommit,
    lostFiles,
    overflows: new Overflows(),
    pictureClipboard: new PictureClipboard(),
    remotes: new Remotes(context.extensionUri, configs, log),
    log,
  };
  const { changedSlides, overflows } = services;
  context.subscriptions.push(configs, setups, folders, neighbors, decks);
  context.subscriptions.push(currentSlide, changedSlides, lastCommit, lostFiles, overflows, log);
  return services;
}
