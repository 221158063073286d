import { classifyUrl, uploadName } from '../core/files/urls';
import type { Lost } from '../core/render/rendered';
import { type ExportFiles, reasonOf } from './files';
import { dataUrl, mediaType } from './mediaTypes';
import { complaint, TROUBLES, type Translate, type Trouble } from './words';

/** All files of one page together: browsers do not open more text. */
const MAX_TOTAL = 250 * 1024 * 1024;

type Content = { readonly url: string } | { readonly trouble: Trouble };

/** What a deck names, read and turned into `data:` URLs. Nothing is fetched from other servers. */
export class InlinedAssets {
  readonly #contents = new Map<string, Content>();
  #total = 0;

  constructor(
    readonly files: ExportFiles,
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

  async #content(url: string): Promise<Content> {
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

  async #file(path: string): Promise<Content> {
    // On Windows it separates folders and starts the names of other machines; elsewhere nobody uses it.
    if (path.includes('\\')) return { trouble: 'noAddress' };
    const type = mediaType(path);
    if (!type) return { trouble: 'noMedia' };
    try {
      const bytes = await this.files.read(path);
      this.#total += bytes.length;
      return this.#total > MAX_TOTAL ? { trouble: 'tooLarge' } : { url: dataUrl(type, bytes) };
    } catch (error) {
      return { trouble: reasonOf(error) };
    }
  }
}
