import { digest } from '../digest';
import type { SiteStore } from './siteStore';

/** There is a file that is not ours where one of ours would be. */
export class Taken extends Error {
  override readonly name = 'Taken';

  constructor(readonly path: string) {
    super(path);
  }
}

/** The files of a site: written only where nothing is, or what we wrote ourselves. */
export class SiteFiles {
  /** Those that are ours. */
  readonly #digests: Map<string, string>;
  readonly #used = new Set<string>();

  constructor(
    readonly store: SiteStore,
    known: Readonly<Record<string, string>>,
    readonly overwrites: boolean,
  ) {
    this.#digests = new Map(Object.entries(known));
  }

  get digests(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#digests].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Whether the file is there as we wrote it. Then it is still needed. */
  async keeps(path: string): Promise<boolean> {
    const content = await this.store.read(path);
    if (!content || (await digest(content)) !== this.#digests.get(path)) return false;
    this.#used.add(path);
    return true;
  }

  /** Rejects with `Taken` if there is a file that must not be replaced. */
  async refuseTaken(path: string): Promise<void> {
    const known = this.#digests.get(path);
    if (this.overwrites || known === '') return;
    const content = await this.store.read(path);
    if (content && (await digest(content)) !== known) throw new Taken(path);
  }

  /** From here on the file is ours, whatever happens before it is written. */
  announce(path: string): void {
    this.#digests.set(path, '');
  }

  /** Rejects with `Taken`. A file that is there already, with the same content, does not become ours. */
  async put(path: string, content: Uint8Array | string): Promise<void> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const wanted = await digest(bytes);
    const found = await this.store.read(path);
    const foundDigest = found && (await digest(found));
    this.#used.add(path);
    const known = this.#digests.get(path);
    if (foundDigest === wanted) {
      if (known !== undefined) this.#digests.set(path, wanted);
      return;
    }
    const isOurs = foundDigest === null || known === '' || foundDigest === known;
    if (!isOurs && !this.overwrites) throw new Taken(path);
    await this.store.write(path, bytes);
    this.#digests.set(path, wanted);
  }

  /** The same for a file whose name only we give: there, what was not ours becomes ours. */
  async putOurs(path: string, content: Uint8Array | string): Promise<void> {
    this.announce(path);
    await this.put(path, content);
  }

  /** Removes those of our files that nothing needs any more, and returns them. What may have been changed since stays. */
  async removeUnused(): Promise<string[]> {
    const removed: string[] = [];
    for (const [path, known] of this.#digests) {
      if (this.#used.has(path)) continue;
      const content = await this.store.read(path);
      this.#digests.delete(path);
      if (content && (await digest(content)) === known) {
        await this.store.remove(path);
        removed.push(path);
      }
    }
    return removed;
  }
}
