import type { IndexEntry } from '../../core/page/siteIndex';
import type { SearchSlide } from '../../core/page/siteSearch';
import { isRecord } from '../../core/text/isRecord';
import type { ExportProblem } from '../exportOptions';

/** The file in the folder of a site that says what Deckwright made there. */
export const MANIFEST_FILE = '.deckwright-site.json';

/** What is known from an earlier export of a site. */
export interface Manifest {
  /** What made the site: with another, everything is made anew. */
  readonly maker: string;
  /** All files that are ours, with the digest of what we wrote; empty while that is not certain. */
  readonly files: Readonly<Record<string, string>>;
  /** By the path of the deck. */
  readonly pages: Readonly<Record<string, MadePage>>;
}

/** A page as it was made. */
export interface MadePage {
  /** Digest of all that the page was made of, besides files. */
  readonly key: string;
  /** Digests of the files that were read for it, or why one could not be read. */
  readonly reads: Readonly<Record<string, string>>;
  /** Where its links to files lead, or why they lead nowhere. */
  readonly links: Readonly<Record<string, string>>;
  /** Other files of the site that it loads. */
  readonly files: readonly string[];
  readonly entry: IndexEntry;
  readonly slides: readonly SearchSlide[];
  readonly problems: readonly ExportProblem[];
}

const NOTHING: Manifest = { maker: '', files: {}, pages: {} };

/** What is not a manifest says nothing: then no file is known to be ours. */
export function readManifest(content: Uint8Array | null): Manifest {
  if (!content) return NOTHING;
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(content));
    if (!isRecord(read) || !isRecord(read.files) || !isRecord(read.pages)) return NOTHING;
    const files = Object.entries(read.files).filter(([path]) => isBelow(path));
    return { ...(read as unknown as Manifest), files: Object.fromEntries(files) as Manifest['files'] };
  } catch {
    // Not JSON.
  }
  return NOTHING;
}

/** The file may come from anywhere, and what it lists is removed some day. */
function isBelow(path: string): boolean {
  return (
    !path.includes('\\') && path.split('/').every((name) => name !== '' && name !== '.' && name !== '..')
  );
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest)}\n`;
}
