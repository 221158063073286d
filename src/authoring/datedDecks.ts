import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import { callKind, type DatedDeck } from '../core/community/calls';
import { dayOfFile, isoDate } from '../core/community/dates';
import type { EarlierCall } from '../core/community/earlierCall';
import { type Config, isIgnored } from '../core/config/config';
import type { Deck } from '../core/deck/deck';
import { parseDeck } from '../core/deck/parseDeck';
import { decodeUtf8 } from '../core/text/utf8';
import { atOnce } from '../services/atOnce';
import { parent } from '../services/deckRoot';
import { parseOptions } from '../services/decks';
import { openDocument } from '../services/documentOf';
import { loadBundle } from '../services/loadBundle';
import { NEVER_ENTERED } from '../services/markdownFiles';
import type { Services } from '../services/services';

const FILES = '**/[0-9][0-9][0-9][0-9]*.{md,markdown}';
/** How many files are looked for, and how many of them are read. */
const MAX_FILES = 5000;
const MAX_READ = 1000;
/** Nobody writes larger decks by hand. */
const MAX_SIZE = 1024 * 1024;
const AT_ONCE = 16;
/** How many of a folder's newest files are examined in search of how many decks. */
const MAX_EARLIER_FILES = 30;
const MAX_EARLIER = 12;

export interface FoundDeck extends DatedDeck {
  readonly uri: vscode.Uri;
}

/** A dated deck with what it offers to the next. */
export interface EarlierDeck {
  readonly uri: vscode.Uri;
  readonly date: string;
  readonly deck: Deck;
  readonly call: EarlierCall;
}

interface Known {
  /** Changes with everything that affects what is known. */
  readonly stamp: string;
  readonly config: Config;
  readonly earlier: EarlierDeck | null;
}

/**
 * The decks that are named after their days: `20241212.md`. Minutes have such names too, but are not decks.
 */
export class DatedDecks {
  readonly #known = new Map<string, Known>();

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {}

  /** Those of the workspace; if there are very many files, only the newest of each folder are read. */
  async inWorkspace(token: vscode.CancellationToken): Promise<FoundDeck[]> {
    return this.#among(await vscode.workspace.findFiles(FILES, NEVER_ENTERED, MAX_FILES, token), token);
  }

  /** Those of a folder, in the workspace or not, without its subfolders. */
  async inFolder(folder: vscode.Uri, token: vscode.CancellationToken): Promise<FoundDeck[]> {
    return this.#among(await filesIn(folder), token);
  }

  async #among(files: readonly vscode.Uri[], token: vscode.CancellationToken): Promise<FoundDeck[]> {
    const found: FoundDeck[] = [];
    const look = async ({ uri, date }: DatedFile) => {
      const deck = await this.#read(uri);
      if (deck) found.push(foundDeck(uri, date, deck));
    };
    const newest = newestOfEach(files).slice(0, MAX_READ);
    await atOnce(AT_ONCE, newest, look, () => !token.isCancellationRequested);
    return found;
  }

  /**
   * The newest decks beside a deck, newest first, but those before it come ahead of those after it. None
   * without a file.
   */
  async earlierThan(deck: vscode.Uri): Promise<EarlierDeck[]> {
    if (deck.scheme === 'untitled') return [];
    const day = dateOf(deck);
    const isBefore = ({ date }: DatedFile) => day === undefined || date < day;
    const files = newestOfEach(await filesIn(parent(deck)))
      .filter(({ uri }) => uri.toString() !== deck.toString())
      .sort((a, b) => Number(isBefore(b)) - Number(isBefore(a)))
      .slice(0, MAX_EARLIER_FILES);
    const decks = new Map<vscode.Uri, EarlierDeck>();
    const look = async ({ uri, date }: DatedFile) => {
      const earlier = await this.earlier(uri, date);
      if (earlier) decks.set(uri, earlier);
    };
    await atOnce(AT_ONCE, files, look);
    return files.flatMap(({ uri }) => decks.get(uri) ?? []).slice(0, MAX_EARLIER);
  }

  /** What a deck offers to the next one; null if it is not a deck. */
  async earlier(uri: vscode.Uri, date: string): Promise<EarlierDeck | null> {
    const { configs, decks } = this.services;
    await configs.ready(uri);
    const config = configs.of(uri);
    const stamp = `${await stampOf(uri)} ${JSON.stringify(decks.choiceFor(uri))}`;
    const known = this.#known.get(uri.toString());
    if (known?.stamp === stamp && known.config === config) return known.earlier;
    const deck = await this.#read(uri);
    const { callOf } = await loadBundle<typeof Upkeep>(this.extensionUri, 'upkeep.js');
    const earlier = deck && { uri, date, deck, call: callOf(deck, config) };
    this.#known.set(uri.toString(), { stamp, config, earlier });
    return earlier;
  }

  /** Null if the file is not a deck, is ignored, or can't be read. */
  async #read(uri: vscode.Uri): Promise<Deck | null> {
    const { configs, decks } = this.services;
    await configs.ready(uri);
    const path = configs.pathOf(uri);
    if (path !== undefined && isIgnored(configs.of(uri), path)) return null;
    const open = openDocument(uri);
    if (open) return decks.isDeck(open) ? decks.deckOf(open) : null;
    const text = await readText(uri);
    if (text === null) return null;
    await decks.ready(uri, text);
    const recognized = decks.recognizeText(uri, text);
    return recognized.isDeck ? parseDeck(text, parseOptions(recognized)) : null;
  }
}

export function foundDeck(uri: vscode.Uri, date: string, deck: Deck): FoundDeck {
  const folder = folderKey(uri);
  return { uri, date, folder, kind: callKind(deck, folder) };
}

interface DatedFile {
  readonly uri: vscode.Uri;
  readonly date: string;
}

/**
 * First the newest of each folder, then the second newest of each and so on, so that a folder with many files
 * does not crowd out the others.
 */
function newestOfEach(uris: readonly vscode.Uri[]): DatedFile[] {
  const dated = uris.flatMap((uri): DatedFile[] => {
    const date = dateOf(uri);
    return date === undefined ? [] : [{ uri, date }];
  });
  dated.sort((a, b) => (a.date < b.date ? 1 : -1));
  const counts = new Map<string, number>();
  const ranked = dated.map((file) => {
    const folder = folderKey(file.uri);
    const rank = counts.get(folder) ?? 0;
    counts.set(folder, rank + 1);
    return { file, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ file }) => file);
}

async function filesIn(folder: vscode.Uri | undefined): Promise<vscode.Uri[]> {
  if (!folder) return [];
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries
    .filter(([name]) => /^\d{4}.*\.(?:md|markdown)$/.test(name))
    .map(([name]) => vscode.Uri.joinPath(folder, name));
}

/** The day that a file is named after, `YYYY-MM-DD`. */
export function dateOf({ path }: vscode.Uri): string | undefined {
  const day = dayOfFile(path);
  return day ? isoDate(day) : undefined;
}

/** The folder of a file, in the form `DatedDeck` uses. */
export function folderKey(file: vscode.Uri): string {
  return parent(file).toString(true);
}

async function stampOf(uri: vscode.Uri): Promise<string> {
  const open = openDocument(uri);
  if (open) return `version ${open.version}`;
  const stat = await vscode.workspace.fs.stat(uri).then(undefined, () => null);
  return stat ? `${stat.mtime} ${stat.size}` : '';
}

async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    // Reading a pipe or a device might never end.
    if (!(type & vscode.FileType.File) || size > MAX_SIZE) return null;
    return decodeUtf8(await vscode.workspace.fs.readFile(uri));
  } catch {
    // Gone, unreadable, or not encoded in UTF-8: the next deck can be made without it.
    return null;
  }
}
