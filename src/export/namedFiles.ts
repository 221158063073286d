import { classifyUrl, uploadName } from '../core/files/urls';
import type { Lost } from '../core/render/rendered';
import { type ExportFiles, reasonOf, Unreadable } from './files';
import { dataUrl, mediaType } from './mediaTypes';
import { complaint, TROUBLES, type Translate, type Trouble } from './words';

/** The URL of a file from a page, or why it has none. */
export type Placed = { readonly url: string } | { readonly trouble: Trouble };

/** Puts a file where the page finds it; returns its URL. Rejects with `Unreadable` if it is too large. */
export type Place = (path: string, bytes: Uint8Array) => string | Promise<string>;

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

/** The files that a deck names, read and placed. Nothing is fetched from other servers. */
export class NamedFiles {
  readonly #contents = new Map<string, Placed>();

  constructor(
    readonly files: ExportFiles,
    readonly place: Place,
    readonly hedgedocHosts: readonly string[],
    readonly translate: Translate,
  ) {}

  /** Reads what a URL refers to; returns what is wrong with it, or null. */
  async load(url: string): Promise<string | null> {
    let content = this.#contents.get(url);
    if (!content) {
      content = await this.#content(url);
      this.#contents.set(url, content);
    }
    return 'trouble' in content ? complaint(content.trouble, url, this.translate) : null;
  }

  /** The URL that replaces one that was loaded; if that failed, why. */
  resolve(url: string): string | Lost {
    const content = this.#contents.get(url) ?? { trouble: 'missing' };
    if ('url' in content) return content.url;
    return { message: this.translate(TROUBLES[content.trouble]), path: url };
  }

  async #content(url: string): Promise<Placed> {
    const target = classifyUrl(url);
    switch (target.kind) {
      case 'data':
        return { url };
      case 'local':
        return this.#file(target.path);
      case 'remote': {
        const copy = uploadName(target, this.hedgedocHosts);
        if (copy === null) return { trouble: 'remote' };
        const content = await this.#file(copy);
        return 'trouble' in content && content.trouble === 'missing' ? { trouble: 'upload' } : content;
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
      return { url: await this.place(path, await this.files.read(path)) };
    } catch (error) {
      return { trouble: reasonOf(error) };
    }
  }
}
