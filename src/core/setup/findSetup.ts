import type { Setup } from '../deck/setup';
import { type EntryKind, pathIn } from '../files/deckFiles';
import { getOrSet } from '../text/getOrSet';
import { folderOfPath } from './deckPaths';
import { missingFile, namedFiles, placesOf } from './namedFiles';
import type { Page } from './page';
import type * as Readers from './readers';
import {
  type Found,
  mkslidesSetup,
  pageSetup,
  type RevealMdFiles,
  revealMdSetup,
  vscodeRevealSetup,
} from './setupOf';
import { NO_VALUES, type SetupReading, type SetupValues, UNREADABLE } from './values';
import type { VscodeRevealValues } from './vscodeReveal';

/** The files of a workspace folder or repository. Paths are from there, with `/` between folders; it is itself `''`. */
export interface SetupFiles {
  /** Whether they are just those beside a deck, outside of workspace folders and repositories. */
  readonly isLoose: boolean;
  /** The folder's names; null if there is no such folder. */
  list(folder: string): Promise<ReadonlyMap<string, EntryKind> | null>;
  /** The file's text without a byte order mark; null if it can't be read or exceeds `MAX_SETUP_LENGTH`. */
  read(file: string): Promise<string | null>;
}

/** What is wrong with a file, and the text that its offsets belong to. */
export interface SetupProblems {
  readonly text: string;
  readonly problems: SetupReading<unknown>['problems'];
}

/** What a folder holds that sets up decks. */
interface Level {
  readonly pages: readonly Found<Page>[];
  readonly revealMd: RevealMdFiles;
  readonly mkslides?: Found<SetupValues>;
  readonly vscodeReveal?: Found<VscodeRevealValues>;
}

type Read<Values> = (
  text: string,
  readers: typeof Readers,
) => SetupReading<Values> | Promise<SetupReading<Values>>;

/** More pages in one folder are not looked through: then it holds generated ones. */
const MAX_PAGES = 500;
/** The same for folders beside those that the deck is in. */
const MAX_NEARBY_PAGES = 20;
/** In one folder: more are not looked into. */
const MAX_NEARBY_FOLDERS = 40;
/** How many pages are held in memory together. */
const AT_ONCE = 20;

/**
 * Finds how decks are set up. Every folder is listed and every file parsed once, however many decks there are;
 * after a change of the files a new finder is needed. Nothing above the root is looked at.
 *
 * A page that names the very file goes first, wherever it is from the deck's folder up, or else in a folder directly
 * below one of these: a configuration only says how its tool would show whatever it is given. Then the nearest folder
 * decides, and in it reveal-md's files, called together, then mkslides', then vscode-reveal's.
 */
export class SetupFinder {
  readonly #listings = new Map<string, Promise<ReadonlyMap<string, EntryKind>>>();
  readonly #pages = new Map<string, Promise<readonly Found<Page>[]>>();
  /** By folder, the pages in the folders directly below it. */
  readonly #pagesBelow = new Map<string, Promise<readonly Found<Page>[]>>();
  readonly #levels = new Map<string, Promise<Level>>();
  readonly #problems = new Map<string, SetupProblems>();
  readonly #named = new Set<string>();

  constructor(
    readonly files: SetupFiles,
    readonly loadReaders: () => Promise<typeof Readers>,
  ) {}

  /** By file, what is wrong in those read so far. */
  get problems(): ReadonlyMap<string, SetupProblems> {
    return this.#problems;
  }

  /** The places, from the root, where files were looked for that configurations name. */
  get named(): ReadonlySet<string> {
    return this.#named;
  }

  /** What applies to the deck, whose path is from the root; null if nothing is set up. */
  async of(deck: string): Promise<Setup | null> {
    const folders = foldersUp(deck);
    const levels = await Promise.all(
      folders.map((folder) => getOrSet(this.#levels, folder, () => this.#readLevel(folder))),
    );
    for (const { pages } of levels) {
      const setup = pageFor(pages, deck);
      if (setup) return setup;
    }
    return (await this.#nearbyPageFor(folders, deck)) ?? configurationFor(levels, deck);
  }

  async #nearbyPageFor(folders: readonly string[], deck: string): Promise<Setup | null> {
    if (this.files.isLoose) return null;
    for (const folder of folders) {
      const pages = await getOrSet(this.#pagesBelow, folder, () => this.#readPagesBelow(folder));
      const setup = pageFor(pages, deck);
      if (setup) return setup;
    }
    return null;
  }

  async #readPagesBelow(folder: string): Promise<readonly Found<Page>[]> {
    const pages: Found<Page>[] = [];
    const names = [...(await this.#list(folder))].flatMap(([name, kind]) =>
      kind === 'folder' && mayHoldPages(name) ? [name] : [],
    );
    for (const name of names.sort().slice(0, MAX_NEARBY_FOLDERS)) {
      const below = pathIn(folder, name);
      const isWritten = pagesAmong(await this.#list(below)).length <= MAX_NEARBY_PAGES;
      if (isWritten) pages.push(...(await this.#pagesIn(below)));
    }
    return pages;
  }

  #list(folder: string): Promise<ReadonlyMap<string, EntryKind>> {
    return getOrSet(this.#listings, folder, async () => (await this.files.list(folder)) ?? new Map());
  }

  #pagesIn(folder: string): Promise<readonly Found<Page>[]> {
    return getOrSet(this.#pages, folder, async () =>
      this.#readPages(pagesAmong(await this.#list(folder)).map((name) => pathIn(folder, name))),
    );
  }

  async #readLevel(folder: string): Promise<Level> {
    const names = await this.#list(folder);
    const path = (name: string) => pathIn(folder, name);
    const firstOf = (...candidates: string[]) => {
      const name = candidates.find((each) => names.get(each) === 'file');
      return name === undefined ? undefined : path(name);
    };
    const settings = names.get('.vscode') === 'folder' ? path('.vscode/settings.json') : undefined;
    const [config, options, calls, mkslides, vscodeReveal, pages] = await Promise.all([
      this.#revealMd(firstOf('reveal-md.json5', 'reveal-md.json')),
      this.#own(firstOf('reveal.json5', 'reveal.json'), NO_VALUES.options, (text, readers) =>
        readers.readRevealOptions(text),
      ),
      this.#shared(firstOf('package.json'), 'reveal-md', (text, readers) => readers.readPackageScripts(text)),
      this.#own(firstOf('mkslides.yml'), NO_VALUES, (text, readers) => readers.readMkslides(text)),
      this.#shared(settings, '"revealjs.', (text, readers) => readers.readVscodeReveal(text)),
      this.#pagesIn(folder),
    ]);
    return { pages, revealMd: { config, options, calls }, mkslides, vscodeReveal };
  }

  async #revealMd(file: string | undefined): Promise<Found<SetupValues> | undefined> {
    let written = '';
    const config = await this.#own(file, NO_VALUES, (text, readers) => {
      written = text;
      return readers.readRevealMd(text);
    });
    if (!config) return undefined;
    const wanted = namedFiles(config.values).map((file) => ({
      file,
      places: placesOf(file.name, config.file),
    }));
    const there = await this.#existing(wanted.flatMap(({ places }) => places ?? []));
    const missing = wanted.filter(({ places }) => places && !places.some((place) => there.has(place)));
    const known = this.#problems.get(config.file)?.problems ?? [];
    const found = missing.map(({ file: each }) => missingFile(each, written));
    this.#report(config.file, written, [...known, ...found]);
    return config;
  }

  /** Which of the files exist. Lists anew: nobody told of changes to them before they were known to matter. */
  async #existing(files: readonly string[]): Promise<ReadonlySet<string>> {
    for (const file of files) this.#named.add(file);
    const folders = [...new Set(files.map(folderOfPath))];
    const listings = await Promise.all(folders.map((folder) => this.files.list(folder)));
    const names = new Map(folders.map((folder, index) => [folder, listings[index]]));
    return new Set(files.filter((file) => names.get(folderOfPath(file))?.has(file.replace(/^.*\//, ''))));
  }

  async #readPages(files: readonly string[]): Promise<Found<Page>[]> {
    const pages: Found<Page>[] = [];
    const read = files.toSorted(inOrder).slice(0, MAX_PAGES);
    for (let at = 0; at < read.length; at += AT_ONCE) {
      const found = await Promise.all(
        read.slice(at, at + AT_ONCE).map((file) =>
          this.#shared(file, 'data-markdown', async (text, readers) => {
            const scripts = await this.#texts(readers.pageScripts(text, file));
            return readers.readPage(text, file, scripts);
          }),
        ),
      );
      pages.push(...found.filter((page) => page !== undefined));
    }
    return pages;
  }

  /** Of those files that can be read. */
  async #texts(files: readonly string[]): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    const read = async (file: string) => {
      const text = await this.files.read(file);
      if (text !== null) texts.set(file, text);
    };
    await Promise.all(files.map(read));
    return texts;
  }

  /** A tool's own file: what is wrong with it is reported, and the defaults serve if it can't be read. */
  async #own<Values>(
    file: string | undefined,
    defaults: Values,
    read: Read<Values>,
  ): Promise<Found<Values> | undefined> {
    if (file === undefined) return undefined;
    const text = await this.files.read(file);
    const { values, problems } =
      text === null ? { values: null, problems: [UNREADABLE] } : await read(text, await this.loadReaders());
    this.#report(file, text ?? '', problems);
    return { file, values: values ?? defaults };
  }

  /** A file that others use too: of no concern without the mark. */
  async #shared<Values>(
    file: string | undefined,
    mark: string,
    read: Read<Values>,
  ): Promise<Found<Values> | undefined> {
    const text = file === undefined ? null : await this.files.read(file);
    if (file === undefined || !text?.includes(mark)) return undefined;
    const { values, problems } = await read(text, await this.loadReaders());
    this.#report(file, text, problems);
    return values === null ? undefined : { file, values };
  }

  #report(file: string, text: string, problems: SetupProblems['problems']): void {
    if (problems.length > 0) this.#problems.set(file, { text, problems });
  }
}

/** Names of HTML pages. */
export const PAGE = /\.html?$/i;

/** Folders of what is installed or generated, and hidden ones. */
const NEVER_ENTERED = /^(?:\..*|node_modules|bower_components|vendor|dist|build|out|target|_site)$/i;

/** Whether pages are looked for in a folder of this name that the deck is not in. */
export function mayHoldPages(name: string): boolean {
  return !NEVER_ENTERED.test(name);
}

function pagesAmong(names: ReadonlyMap<string, EntryKind>): string[] {
  return [...names].flatMap(([name, kind]) => (kind === 'file' && PAGE.test(name) ? [name] : []));
}

/** The page that a server shows for a folder goes first. */
function inOrder(a: string, b: string): number {
  const rank = (file: string) => (/(?:^|\/)index\.html?$/.test(file) ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** The deck's folder and all above it, up to the root. */
function foldersUp(deck: string): string[] {
  const folders = [folderOfPath(deck)];
  while (folders.at(-1) !== '') folders.push(folderOfPath(folders.at(-1)!));
  return folders;
}

function pageFor(pages: readonly Found<Page>[], deck: string): Setup | null {
  const setups = pages.map((page) => pageSetup(page, deck)).filter((setup) => setup !== null);
  // Of several, the one named as the deck is.
  const named = setups.find(({ source }) => source.replace(PAGE, '') === deck.replace(/\.[^./]+$/, ''));
  return named ?? setups[0] ?? null;
}

function configurationFor(levels: readonly Level[], deck: string): Setup | null {
  for (const { revealMd, mkslides, vscodeReveal } of levels) {
    const setup = revealMdSetup(revealMd, deck);
    if (setup) return setup;
    if (mkslides) return mkslidesSetup(mkslides, deck);
    if (vscodeReveal) return vscodeRevealSetup(vscodeReveal, deck);
  }
  return null;
}
