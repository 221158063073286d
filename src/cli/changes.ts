import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { matchesGlob } from '../core/config/globs';
import { decodeUtf8 } from '../core/text/utf8';
import { CannotRun } from './errors';
import { Git, type GitEntry } from './git';
import { wholeOf } from './gitObjects';
import { GitTree } from './gitTree';
import { isGlob, MARKDOWN, normalized } from './lintTargets';
import { exists, isWithin, repositoryOf } from './nodeFiles';
import { once } from './once';
import { tooLarge } from './readFile';

/** What the files of the working tree were at a revision of their repositories. */
export class Since {
  readonly #repositories = new Map<string, Promise<Earlier>>();

  constructor(readonly revision: string) {}

  /** The texts whose slides are not new in a file; null if the file has not changed. */
  async earlierTexts(file: string): Promise<readonly string[] | null> {
    const real = await realpath(file).catch(() => path.resolve(file));
    const top = await repositoryOf(path.dirname(real));
    const earlier = await once(this.#repositories, top, () => this.#open(top));
    const name = path.relative(top, real).replaceAll(path.sep, '/');
    return earlier.isChanged(name) ? earlier.textsFor(name) : null;
  }

  async #open(top: string): Promise<Earlier> {
    const git = new Git(top);
    await git.check('--since');
    const commit = await git.commitOf(this.revision);
    const changed = new Set(await git.changedSince(commit));
    const isThere = (name: string) => exists(path.join(top, name));
    return new Earlier(git, await git.filesOf(commit), changed, isThere);
  }
}

/** What is staged in a repository. */
export interface Staged {
  readonly files: readonly StagedFile[];
  readonly index: GitTree;
}

/** A file as it will be committed. */
export interface StagedFile {
  /** Relative to the working directory. */
  readonly file: string;
  /** Throws `CannotRun` if it is too large. */
  read(): Uint8Array;
  /** The texts whose slides are not new in it. */
  earlierTexts(): Promise<readonly string[]>;
}

/** The markdown files that are staged in the repository of the working directory, if one of the names means them. */
export async function stagedFiles(named: readonly string[]): Promise<Staged> {
  const top = await repositoryOf(process.cwd());
  const git = new Git(top);
  await git.check('--staged');
  const commit = await git.head();
  const index = await GitTree.ofIndex(git);
  const staged = (await git.staged()).filter((name) => MARKDOWN.test(name));
  const before = commit === null ? new Map<string, GitEntry>() : await git.filesOf(commit);
  const earlier = new Earlier(git, before, new Set(staged), async (name) => index.files.has(name));
  const wanted = staged.flatMap((name) => [index.files.get(name)!.id, before.get(name)?.id]);
  await git.load(wanted.filter((id) => id !== undefined));
  const files = staged.map((name) => {
    const file = normalized(path.relative('', path.join(top, name)));
    const read = () => wholeOf(git.content(index.files.get(name)!.id)) ?? tooLarge(file);
    return { file, read, earlierTexts: () => earlier.textsFor(name) };
  });
  for (const name of named) {
    // A staged file need not be in the working tree.
    const isKnown = isGlob(name) || files.some(({ file }) => isMeant(name, file)) || (await exists(name));
    if (!isKnown) throw new CannotRun(`No file or folder matches "${name}".`);
  }
  return { files: files.filter(({ file }) => named.some((name) => isMeant(name, file))), index };
}

function isMeant(name: string, file: string): boolean {
  return isWithin(path.resolve(name), path.resolve(file)) || matchesGlob(normalized(name), file);
}

/** The files of a repository in a commit, for comparison with those of today. */
class Earlier {
  #goneTexts: Promise<string[]> | undefined;

  constructor(
    readonly git: Git,
    /** By name. */
    readonly files: ReadonlyMap<string, GitEntry>,
    readonly changed: ReadonlySet<string>,
    /** Whether there is such a file today. */
    readonly isThere: (name: string) => Promise<boolean>,
  ) {}

  isChanged(name: string): boolean {
    return this.changed.has(name) || !this.files.has(name);
  }

  /** A file that the commit does not have may be one of those that are gone, under a new name. */
  async textsFor(name: string): Promise<readonly string[]> {
    const entry = this.files.get(name);
    if (entry) return this.#read([entry.id]);
    this.#goneTexts ??= this.#readGone();
    return this.#goneTexts;
  }

  async #readGone(): Promise<string[]> {
    const gone: string[] = [];
    for (const [name, { id }] of this.files) {
      if (MARKDOWN.test(name) && !(await this.isThere(name))) gone.push(id);
    }
    return this.#read(gone);
  }

  async #read(ids: readonly string[]): Promise<string[]> {
    await this.git.load(ids);
    const texts: string[] = [];
    for (const id of ids) {
      const bytes = wholeOf(this.git.content(id));
      const text = bytes && decodeUtf8(bytes);
      if (text !== null) texts.push(text);
    }
    return texts;
  }
}
