import { fetchFile } from '../core/archive/archive';
import type { FileUse } from '../core/archive/fileType';
import { classifyUrl, uploadName } from '../core/files/urls';
import type { ReferenceKind } from '../core/markup/referenceKind';
import type { Lost } from '../core/render/rendered';
import { getOrSet } from '../core/text/getOrSet';
import type { ExportOptions } from './exportOptions';
import { type RemoteFiles, reasonOf, Unreadable } from './files';
import { dataUrl, mediaType } from './mediaTypes';
import type { Place, Placed } from './sharedFiles';
import { complaint, TROUBLES } from './words';

/** All files of one page together: browsers do not open more text. */
const MAX_TOTAL = 250 * 1024 * 1024;

/** Places files in the page itself, as `data:` URLs. */
export function placeInline(): Place {
  let total = 0;
  return (path, bytes) => {
    total += bytes.length;
    if (total > MAX_TOTAL) throw new Unreadable('tooLarge');
    return dataUrl(mediaType(path)!, bytes);
  };
}

/** What a file may be that is named in this way. */
const USES: Readonly<Record<ReferenceKind, ReadonlySet<FileUse>>> = {
  image: new Set(['picture']),
  background: new Set(['picture', 'media']),
  media: new Set(['picture', 'media']),
  css: new Set(['picture', 'font']),
  link: new Set(),
};

/** The files that a deck names, read and placed. */
export class NamedFiles {
  readonly #contents = new Map<string, Placed>();
  readonly #loading = new Map<string, Promise<Placed>>();
  /** Bytes. */
  #fetched = 0;

  constructor(
    readonly place: Place,
    readonly options: Pick<ExportOptions, 'files' | 'remote' | 'hedgedocHosts' | 'translate' | 'signal'>,
  ) {}

  /** Reads what a URL refers to; returns what is wrong with it, or null. */
  async load(url: string, kind: ReferenceKind): Promise<string | null> {
    const content = await getOrSet(this.#loading, url, () => this.#content(url, kind));
    this.#contents.set(url, content);
    if ('url' in content) return null;
    return complaint(content.trouble, url, this.options.translate, content.reason);
  }

  /** The URL that replaces one that was loaded; if that failed, why. */
  resolve(url: string): string | Lost {
    const content = this.#contents.get(url) ?? { trouble: 'missing' };
    if ('url' in content) return content.url;
    return { message: this.options.translate(TROUBLES[content.trouble]), path: url };
  }

  async #content(url: string, kind: ReferenceKind): Promise<Placed> {
    const target = classifyUrl(url);
    switch (target.kind) {
      case 'data':
        return { url };
      case 'local':
        return this.#file(target.path);
      case 'remote': {
        const name = uploadName(target, this.options.hedgedocHosts);
        const copy = name === null ? null : await this.#file(name);
        if (copy && !('trouble' in copy && copy.trouble === 'missing')) return copy;
        return this.options.remote
          ? this.#fetch(target.url, kind, this.options.remote)
          : { trouble: copy ? 'upload' : 'remote' };
      }
      case 'anchor':
        return { url: '' };
      case 'other':
        return { trouble: 'noAddress' };
    }
  }

  async #file(path: string): Promise<Placed> {
    // On Windows it separates folders and starts the names of other machines; elsewhere nobody uses it.
    if (path.includes('\\')) return { trouble: 'noAddress' };
    if (!mediaType(path)) return { trouble: 'noMedia' };
    try {
      return { url: await this.place(path, await this.options.files.read(path)) };
    } catch (error) {
      return { trouble: reasonOf(error) };
    }
  }

  /** What a server says of a file does not count: its bytes do. */
  async #fetch(address: string, kind: ReferenceKind, { remote, inWords }: RemoteFiles): Promise<Placed> {
    if (this.#fetched > MAX_TOTAL) return { trouble: 'tooLarge' };
    const found = await fetchFile(address, USES[kind], { remote, signal: this.options.signal });
    if ('trouble' in found) return { trouble: 'notFetched', reason: inWords(found.trouble) };
    this.#fetched += found.bytes.length;
    try {
      return { url: await this.place(`file.${found.type.ending}`, found.bytes) };
    } catch (error) {
      return { trouble: reasonOf(error) };
    }
  }
}
