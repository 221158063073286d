import type { Config } from '../config/config';
import { matchesAddress } from '../config/globs';
import type { Deck } from '../deck/deck';
import { type DeckFiles, findFile, pathFrom } from '../files/deckFiles';
import { classifyUrl, type Target } from '../files/urls';
import { cssUrls } from '../markdown/css';
import { type DeckReference, deckReferences } from '../markup/deckReferences';
import { markedSlides } from '../markup/markedSlide';
import { wishesOf } from '../options/wishes';
import { getOrSet } from '../text/getOrSet';
import type { FileUse } from './fileType';

/** What has to be known of a reference; `urlSpan` is of its text. */
export type ArchivableReference = Pick<DeckReference, 'kind' | 'urlSpan' | 'url' | 'tag' | 'attribute'> & {
  readonly target: Extract<Target, { kind: 'remote' }>;
};

/** A text that names remote files: a deck, or a style sheet that a deck names. Paths are those of `DeckFiles`. */
export interface Source {
  readonly path: string;
  /** The file from which its paths count: itself, or the page that loads it. */
  readonly base: string;
  /** The folder for its copies. */
  readonly folder: string;
  readonly references: readonly ArchivableReference[];
}

/** A file on another server, with everything that names it. */
export interface RemoteFile {
  /** What is requested: with its scheme, without fragment. */
  readonly address: string;
  /** What it may be. */
  readonly uses: ReadonlySet<FileUse>;
  readonly places: readonly { readonly source: Source; readonly reference: ArchivableReference }[];
}

/** A deck at a path, with the remote files that its slides and its frontmatter name. */
export function deckSource(deck: Deck, path: string, config: Config): Source {
  const references = deckReferences(deck, markedSlides(deck), config).filter(isArchivable);
  return { path, base: deck.setup.page?.file ?? path, folder: folderFor(path, config), references };
}

/** A style sheet at a path, with the remote files in its `url()`. Other style sheets that it imports are not among them. */
export function sheetSource(css: string, path: string, config: Config): Source {
  const references = cssUrls(css).flatMap(({ url, span: urlSpan }) => {
    const target = classifyUrl(url);
    const isIgnored = config.ignoreLinks.some((pattern) => matchesAddress(pattern, url));
    if (target.kind !== 'remote' || isIgnored) return [];
    return [{ kind: 'css', url, urlSpan, target, tag: null, attribute: null } as const];
  });
  return { path, base: path, folder: folderFor(path, config), references };
}

/** The style sheets that a deck's frontmatter names and that are there: only those within the root. */
export function namedSheets(deck: Deck, files: DeckFiles): string[] {
  const { theme, css } = wishesOf(deck, deck.setup.tool, null);
  const found = [...(theme ? [theme] : []), ...css].flatMap(({ name }) => {
    const target = classifyUrl(name);
    if (target.kind !== 'local' || !/\.css$/i.test(target.path)) return [];
    const file = findFile(files, target.path);
    return file?.kind === 'file' ? [file.path] : [];
  });
  return [...new Set(found)];
}

/** The remote files that texts name, each once, in the order of the texts. */
export function remoteFiles(sources: readonly Source[]): RemoteFile[] {
  const byAddress = new Map<string, Collected>();
  for (const source of sources) {
    for (const reference of source.references) {
      const address = addressOf(reference);
      const file = getOrSet(byAddress, address, (): Collected => ({ address, uses: new Set(), places: [] }));
      for (const use of usesOf(reference)) file.uses.add(use);
      file.places.push({ source, reference });
    }
  }
  return [...byAddress.values()];
}

interface Collected extends RemoteFile {
  readonly uses: Set<FileUse>;
  readonly places: RemoteFile['places'][number][];
}

/** What is requested for a reference. */
export function addressOf({ target }: ArchivableReference): string {
  return target.url.replace(/#.*$/s, '');
}

/** Embedded pages and links stay what they are, and so do scripts: they belong to the tool. */
const PLAYED = new Set(['video', 'audio', 'source', 'track']);

/** Whether a reference names a remote file that slides show. */
export function isArchivable(reference: DeckReference): reference is DeckReference & ArchivableReference {
  const { kind, target, tag, attribute } = reference;
  if (kind === 'link' || target.kind !== 'remote') return false;
  const isSource = attribute === 'src' || attribute === 'data-src';
  return kind !== 'media' || !isSource || tag === null || PLAYED.has(tag.name);
}

function usesOf({ kind, tag, attribute }: ArchivableReference): readonly FileUse[] {
  if (kind === 'css') return ['picture', 'font'];
  // In `<picture>`, or of an element that an attribute comment does not name.
  if (tag?.name === 'source' || (tag === null && attribute?.endsWith('src'))) return ['media', 'picture'];
  return kind === 'media' ? ['media'] : ['picture'];
}

/** As configured; beside the text if that is outside of the root. */
function folderFor(path: string, { pictureFolder }: Config): string {
  return pathFrom(path, `./${pictureFolder}`) ?? pathFrom(path, '.')!;
}
