import type { Deck } from '../../core/deck/deck';
import { type ParseOptions, parseDeck } from '../../core/deck/parseDeck';
import { pathFrom, pathOnServer } from '../../core/files/deckFiles';
import { classifyUrl } from '../../core/files/urls';
import { lookOf } from '../../core/options/slideOptions';
import { searchSlides, siteEntry } from '../../core/page/siteEntry';
import { folderId, INDEX_PAGE, siteUrl } from '../../core/page/sitePaths';
import type { Highlight } from '../../core/render/rendered';
import { digest } from '../digest';
import { exportDeck } from '../exportDeck';
import type { ExportProblem } from '../exportOptions';
import { type ExportFiles, reasonOf } from '../files';
import type { Surroundings } from '../made';
import type { Placed, SharedFiles } from '../sharedFiles';
import { cardColors } from './cardColors';
import type { MadePage } from './manifest';
import { type SiteFiles, Taken } from './siteFiles';

/** A deck that becomes a page of a site. */
export interface SiteDeck {
  /** Relative to the folder whose decks become the site. */
  readonly path: string;
  readonly text: string;
  readonly options: ParseOptions;
  readonly surroundings: Surroundings;
  /** Path of that folder from where absolute paths in the deck start; empty if it is the same. */
  readonly folder: string;
}

/** What the pages of a site have in common. */
export interface Site {
  readonly files: SiteFiles;
  /** The page of each deck, by path. */
  readonly pages: ReadonlyMap<string, string>;
  /** The folders of the decks. */
  readonly folders: ReadonlySet<string>;
  readonly highlight: Highlight;
  /** Addresses of what ships with Deckwright, once it is on the site. */
  readonly shipped: Map<string, Promise<string>>;
}

/** The page of one deck: made anew only if anything has changed that it depends on. */
export class SitePage {
  readonly path: string;

  constructor(
    readonly deck: SiteDeck,
    readonly site: Site,
  ) {
    this.path = site.pages.get(deck.path)!;
  }

  /** Whether the page is still what would be made now. Puts the files that it links to in place. */
  async isUpToDate(known: MadePage): Promise<boolean> {
    const { files } = this.site;
    // What could not be fetched may be there now.
    const isToFetch = this.deck.surroundings.remote && known.problems.some(isRemote);
    if (isToFetch || known.key !== (await this.#key())) return false;
    if (!(await files.keeps(this.path))) return false;
    for (const path of known.files) if (!(await files.keeps(path))) return false;
    for (const [path, seen] of Object.entries(known.reads)) {
      if ((await seenIn(this.deck.surroundings.files, path)).seen !== seen) return false;
    }
    for (const [path, outcome] of Object.entries(known.links)) {
      if (outcomeOf(await this.#link(path)) !== outcome) return false;
    }
    return true;
  }

  async make(): Promise<MadePage> {
    const { path, text, options, surroundings } = this.deck;
    const deck = parseDeck(text, options);
    const reads: Record<string, string> = {};
    const links: Record<string, string> = {};
    const loaded = new Set<string>();
    const shared: SharedFiles = {
      shipped: (name, content) => this.#shipped(name, content, loaded),
      place: (name, bytes) => this.#place(name, bytes, loaded),
      link: async (target) => {
        const placed = await this.#link(target);
        links[target] = outcomeOf(placed);
        return placed;
      },
    };
    const recording: ExportFiles = {
      read: async (name) => {
        const { seen, read } = await seenIn(surroundings.files, name);
        reads[name] = seen;
        return read();
      },
    };
    const { html, slides, problems } = await exportDeck(deck, {
      ...surroundings,
      files: recording,
      assets: shared,
      embeds: 'card',
      highlight: this.site.highlight,
    });
    await this.site.files.put(this.path, html);
    return {
      key: await this.#key(),
      reads,
      links,
      files: [...loaded].sort(),
      entry: {
        ...siteEntry(deck, path),
        page: this.path,
        picture: null,
        colors: await this.#colors(deck),
      },
      slides: searchSlides(deck, slides),
      problems,
    };
  }

  #colors(deck: Deck) {
    return cardColors(lookOf(deck), this.deck.surroundings.runtime);
  }

  /** Everything besides files that the page depends on. */
  #key(): Promise<string> {
    const { text, options, surroundings, folder } = this.deck;
    const { setup, isGuess, allowCustomSeparators } = options;
    const { fileName, hedgedocHosts, trusted, remote } = surroundings;
    const facts = [
      this.path,
      folder,
      setup,
      isGuess,
      allowCustomSeparators,
      fileName,
      hedgedocHosts,
      trusted,
      Boolean(remote),
    ];
    return digest(`${JSON.stringify(facts)}\n${text}`);
  }

  async #shipped(name: string, content: () => Promise<string>, loaded: Set<string>): Promise<string> {
    const { shipped, files } = this.site;
    let path = shipped.get(name);
    if (!path) {
      path = content().then(async (text) => {
        const [, stem, extension] = /([^/]*)(\.\w+)$/.exec(name)!;
        const placed = `${ASSETS}/${stem}.${(await digest(text)).slice(0, 8)}${extension}`;
        await files.putOurs(placed, text);
        return placed;
      });
      shipped.set(name, path);
    }
    loaded.add(await path);
    return siteUrl(this.path, await path);
  }

  /** Named by its content: what several decks show is there once. */
  async #place(name: string, bytes: Uint8Array, loaded: Set<string>): Promise<string> {
    const extension = /\.\w+$/.exec(name)![0].toLowerCase();
    const path = `${ASSETS}/${await digest(bytes)}${extension}`;
    await this.site.files.putOurs(path, bytes);
    loaded.add(path);
    return siteUrl(this.path, path);
  }

  /** To the page of a deck, to the index, or to a copy of another file in the folder. */
  async #link(path: string): Promise<Placed> {
    const { pages, folders } = this.site;
    const target = this.#inFolder(path);
    if (target === null) return { trouble: 'notOnSite' };
    const page = pages.get(target);
    if (page !== undefined) return { url: siteUrl(this.path, page) };
    const index = siteUrl(this.path, INDEX_PAGE);
    if (target === '') return { url: index };
    if (folders.has(target)) return { url: `${index}#${folderId(target)}` };
    // Nobody links to these on purpose, and what is in them is often not for everybody.
    if (target.split('/').some((name) => name.startsWith('.'))) return { trouble: 'hidden' };
    return this.#copy(path, target);
  }

  async #copy(path: string, target: string): Promise<Placed> {
    try {
      await this.site.files.put(target, await this.deck.surroundings.files.read(path));
      return { url: siteUrl(this.path, target) };
    } catch (error) {
      return { trouble: error instanceof Taken ? 'taken' : reasonOf(error) };
    }
  }

  /** The path in the folder of the site; null outside of it. */
  #inFolder(path: string): string | null {
    const { path: deck, folder } = this.deck;
    if (!path.startsWith('/')) return pathFrom(deck, path);
    const fromRoot = pathOnServer('', path);
    if (folder === '' || fromRoot === folder) return fromRoot.slice(folder.length);
    return fromRoot.startsWith(`${folder}/`) ? fromRoot.slice(folder.length + 1) : null;
  }
}

function isRemote({ missing }: ExportProblem): boolean {
  return missing !== null && classifyUrl(missing.url).kind === 'remote';
}

/** The folder of the site with everything that pages load. */
export const ASSETS = 'assets';

interface Seen {
  /** What identifies the content, or the reason why there is none. */
  readonly seen: string;
  read(): Uint8Array;
}

async function seenIn(files: ExportFiles, path: string): Promise<Seen> {
  try {
    const bytes = await files.read(path);
    return { seen: await digest(bytes), read: () => bytes };
  } catch (error) {
    return {
      seen: reasonOf(error),
      read: () => {
        throw error;
      },
    };
  }
}

function outcomeOf(placed: Placed): string {
  return 'url' in placed ? placed.url : `! ${placed.trouble}`;
}
