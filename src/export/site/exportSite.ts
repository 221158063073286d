import { inlineScript } from '../../core/page/page';
import { buildIndex, type IndexWords, searchScript } from '../../core/page/siteIndex';
import { INDEX_PAGE, pagePaths, siteUrl } from '../../core/page/sitePaths';
import type { Highlight } from '../../core/render/rendered';
import { folderOfPath } from '../../core/setup/deckPaths';
import { digest } from '../digest';
import type { ExportProblem } from '../exportOptions';
import { type ReadRuntime, readText, scriptHash } from '../runtime';
import { MANIFEST_FILE, type MadePage, manifestText, readManifest } from './manifest';
import { SiteFiles } from './siteFiles';
import { ASSETS, type Site, type SiteDeck, SitePage } from './sitePage';
import type { SiteStore } from './siteStore';

export interface SiteOptions {
  readonly title: string;
  readonly words: IndexWords;
  /** What makes the site: with another version, everything is made anew. */
  readonly version: string;
  /** Whether to replace files that are not ours, and to make every page anew. */
  readonly force: boolean;
  readonly runtime: ReadRuntime;
  readonly highlight: Highlight;
  /** Null if nothing can take pictures of pages. */
  readonly camera: Camera | null;
  /** Called after each step. */
  told(done: number, total: number): void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes pictures of the first slides of pages that are on the site, in the format WebP, one after the other; null for a
 * page of which there is none. Pages that are left out have none either.
 */
export type Camera = (
  pages: readonly string[],
  taken: (page: string, picture: Uint8Array | null) => Promise<void>,
) => Promise<void>;

export interface ExportedSite {
  /** How many pages were made; the others were there already. */
  readonly made: number;
  readonly pages: number;
  /** How many pages are gone, with their decks. */
  readonly removed: number;
  /** How many pages have no picture in the index. */
  readonly withoutPicture: number;
  /** By the path of the deck, in order. */
  readonly problems: ReadonlyMap<string, readonly ExportProblem[]>;
}

/**
 * Turns decks into a site: a page for each, which share their files, and an index. Rejects with `Taken` before anything
 * is written if pages would replace files that are not ours. What is killed or canceled in the middle goes on from
 * there the next time.
 */
export async function exportSite(
  decks: readonly SiteDeck[],
  store: SiteStore,
  options: SiteOptions,
): Promise<ExportedSite> {
  const known = readManifest(await store.read(MANIFEST_FILE));
  const files = new SiteFiles(store, known.files, options.force);
  const paths = pagePaths(decks.map(({ path }) => path));
  for (const page of [INDEX_PAGE, ...paths.values()]) await files.refuseTaken(page);
  const isKnown = known.maker === options.version && !options.force;
  const exporter = new SiteExport(decks, paths, isKnown ? known.pages : {}, files, options);
  try {
    await exporter.reuse();
    exporter.announce();
    await exporter.save();
    await exporter.makeRest();
    await exporter.takePictures();
    return await exporter.finish();
  } finally {
    await exporter.save();
  }
}

/** One run. */
class SiteExport {
  readonly #pages: readonly SitePage[];
  /** By the path of the deck. */
  readonly #made = new Map<string, MadePage>();
  /** Pages from earlier, by the path of the deck, which may still be what would be made now. */
  #earlier: ReadonlyMap<string, MadePage>;
  #unchanged = 0;
  #done = 0;

  constructor(
    decks: readonly SiteDeck[],
    paths: ReadonlyMap<string, string>,
    earlier: Readonly<Record<string, MadePage>>,
    readonly files: SiteFiles,
    readonly options: SiteOptions,
  ) {
    this.#earlier = new Map(Object.entries(earlier));
    const folders = new Set([...paths.keys()].map(folderOfPath).filter((folder) => folder !== ''));
    const { highlight } = options;
    const site: Site = { files, pages: paths, folders, highlight, shipped: new Map() };
    this.#pages = decks.map((deck) => new SitePage(deck, site));
  }

  /** Keeps the pages that are as they would be made now. */
  async reuse(): Promise<void> {
    for (const page of this.#pages) {
      this.options.signal?.throwIfAborted();
      const { path } = page.deck;
      const earlier = this.#earlier.get(path);
      if (earlier && (await page.isUpToDate(earlier))) this.#made.set(path, earlier);
    }
    this.#unchanged = this.#made.size;
    this.#earlier = this.#made;
  }

  /** What is about to be written is known to be ours, even if this run is killed in the middle. */
  announce(): void {
    this.files.announce(INDEX_PAGE);
    for (const page of this.#rest()) this.files.announce(page.path);
  }

  async makeRest(): Promise<void> {
    this.#done = this.#made.size;
    for (const page of this.#rest()) {
      this.options.signal?.throwIfAborted();
      this.#made.set(page.deck.path, await page.make());
      this.#tell();
    }
  }

  /** A picture that could not be taken is tried again the next time. */
  async takePictures(): Promise<void> {
    const lacking = [...this.#made].filter(([, { entry }]) => entry.picture === null);
    const decks = new Map(lacking.map(([deck, { entry }]) => [entry.page, deck]));
    this.#done += this.#made.size - lacking.length;
    if (decks.size === 0) return;
    await this.options.camera?.([...decks.keys()], async (page, picture) => {
      const deck = decks.get(page)!;
      if (picture) this.#made.set(deck, await this.#withPicture(this.#made.get(deck)!, picture));
      this.#tell();
    });
  }

  async #withPicture(made: MadePage, content: Uint8Array): Promise<MadePage> {
    const picture = `${ASSETS}/${await digest(content)}.webp`;
    await this.files.putOurs(picture, content);
    return { ...made, files: [...made.files, picture], entry: { ...made.entry, picture } };
  }

  async finish(): Promise<ExportedSite> {
    await this.#writeIndex();
    // Without it, GitHub Pages takes the folder for the source of a site, and leaves out some of it.
    await this.files.putOurs('.nojekyll', '');
    const removed = await this.files.removeUnused();
    const made = this.#inOrder();
    return {
      pages: made.length,
      made: made.length - this.#unchanged,
      removed: removed.filter((path) => path.endsWith('.html')).length,
      withoutPicture: made.filter(([, { entry }]) => entry.picture === null).length,
      problems: new Map(made.map(([deck, { problems }]) => [deck, problems])),
    };
  }

  async #writeIndex(): Promise<void> {
    const { runtime, title, words } = this.options;
    const made = this.#inOrder().map(([, page]) => page);
    const search = searchScript(
      made.map(({ entry, slides }) => ({
        url: siteUrl(INDEX_PAGE, entry.page),
        title: entry.title,
        date: entry.date,
        slides,
      })),
    );
    const searchFile = `${ASSETS}/search.${(await digest(search)).slice(0, 8)}.js`;
    const script = inlineScript(await readText(runtime, 'page/siteIndex.js'));
    const index = buildIndex({
      title,
      words,
      searchFile,
      entries: made.map(({ entry }) => entry),
      style: await readText(runtime, 'page/siteIndex.css'),
      script,
      scriptHash: await scriptHash(script),
    });
    await this.files.putOurs(searchFile, search);
    await this.files.put(INDEX_PAGE, index);
  }

  async save(): Promise<void> {
    const manifest = {
      maker: this.options.version,
      files: this.files.digests,
      pages: Object.fromEntries([...this.#earlier, ...this.#inOrder()]),
    };
    await this.files.store.write(MANIFEST_FILE, new TextEncoder().encode(manifestText(manifest)));
  }

  #rest(): SitePage[] {
    return this.#pages.filter(({ deck }) => !this.#made.has(deck.path));
  }

  #inOrder(): [string, MadePage][] {
    return [...this.#made].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #tell(): void {
    const { camera, told } = this.options;
    told(++this.#done, this.#pages.length * (camera ? 2 : 1));
  }
}
