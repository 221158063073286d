import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { getOrSet } from '../../core/text/getOrSet';
import { CannotRun } from '../errors';
import { type FileChange, Git, type GitFile } from '../git';
import { wholeOf } from '../gitObjects';
import { MARKDOWN } from '../lintTargets';
import { isWithin, repositoryOf } from '../nodeFiles';
import { once } from '../once';
import { decode, readText, tooLarge } from '../readFile';
import { commitsOf, type Range } from './revisions';

/** A file in two states of its repository; null where it does not exist. */
export interface Versions {
  readonly before: Version | null;
  readonly after: Version | null;
}

/** A file that differs, and whether it was named itself, not only a folder that it is in. */
export interface ChangedFile extends Versions {
  readonly isNamed: boolean;
}

/** A file in one state of its repository. */
export interface Version {
  /** Absolute, whether or not there is such a file today. */
  readonly file: string;
  readonly repository: Repository;
  /** Null for the working tree. */
  readonly commit: string | null;
  /** Throws `CannotRun`. */
  read(): Promise<string>;
}

/** The markdown files that differ, of those that are named: files, or folders with all that is below them. */
export async function changedFiles(range: Range, named: readonly string[]): Promise<ChangedFile[]> {
  const repositories = new Map<string, Promise<Repository>>();
  const found = new Map<Versions, boolean>();
  for (const name of named) {
    const place = await placeOf(name);
    const repository = await once(repositories, place.top, () => Repository.open(place.top, range));
    const versions = repository.versionsAt(place.file);
    if (versions.length === 0 && !place.exists && !repository.knows(place.file)) {
      throw new CannotRun(`No file or folder matches "${name}".`);
    }
    for (const each of versions) {
      const isNamed = [each.before, each.after].some((version) => version?.file === place.file);
      found.set(each, isNamed || (found.get(each) ?? false));
    }
  }
  return [...found].map(([versions, isNamed]) => ({ ...versions, isNamed }));
}

async function placeOf(name: string): Promise<{ file: string; top: string; exists: boolean }> {
  const real = await realpath(name).catch(() => null);
  // A deleted file is still in a folder, which may be a link.
  const absolute = path.resolve(name);
  const folder = await realpath(path.dirname(absolute)).catch(() => path.dirname(absolute));
  const file = real ?? path.join(folder, path.basename(absolute));
  return { file, top: await repositoryOf(file, path.dirname(file)), exists: real !== null };
}

/** A repository in two states. */
export class Repository {
  readonly #versions = new Map<FileChange, Versions>();

  private constructor(
    readonly git: Git,
    readonly commits: { readonly before: string | null; readonly after: string | null },
    readonly changes: readonly FileChange[],
    /** The names of the files before. */
    readonly names: ReadonlySet<string>,
  ) {}

  static async open(top: string, range: Range): Promise<Repository> {
    const git = new Git(top);
    await git.check('"deckwright diff"');
    const commits = await commitsOf(git, range);
    const changes = commits.before === null ? [] : await git.changes(commits.before, commits.after);
    const added = commits.after === null ? await git.unadded(commits.before === null) : [];
    const all = [...changes, ...added.map((name) => ({ before: null, after: { name, id: null } }))];
    const decks = all.filter(({ before, after }) => MARKDOWN.test((after ?? before)!.name));
    const names = commits.before === null ? [] : (await git.filesOf(commits.before)).keys();
    await git.load(decks.flatMap(({ before, after }) => [before?.id, after?.id]).filter((id) => id != null));
    return new Repository(git, commits, decks, new Set(names));
  }

  /** Whether there was such a file before. */
  knows(file: string): boolean {
    return this.names.has(path.relative(this.git.folder, file).replaceAll(path.sep, '/'));
  }

  /** What differs in a file, or in the files of a folder. */
  versionsAt(place: string): Versions[] {
    const isMeant = (file: GitFile | null) => file !== null && isWithin(place, this.#pathOf(file));
    const meant = this.changes.filter(({ before, after }) => isMeant(before) || isMeant(after));
    return meant.map((change) => getOrSet(this.#versions, change, () => this.#versionsOf(change)));
  }

  #versionsOf({ before, after }: FileChange): Versions {
    return {
      before: before && this.#version(before, this.commits.before),
      after: after && this.#version(after, this.commits.after),
    };
  }

  #version(file: GitFile, commit: string | null): Version {
    const absolute = this.#pathOf(file);
    return { file: absolute, repository: this, commit, read: () => this.#read(absolute, file.id) };
  }

  async #read(file: string, id: string | null): Promise<string> {
    const name = path.relative('', file);
    if (id === null) return readText(name);
    const object = this.git.content(id);
    // What "git add" has not seen yet has an id that git has not stored.
    if (!object) return readText(name);
    return decode(name, wholeOf(object) ?? tooLarge(name));
  }

  #pathOf({ name }: GitFile): string {
    return path.join(this.git.folder, name);
  }
}
