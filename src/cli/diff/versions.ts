import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { getOrSet } from '../../core/text/getOrSet';
import { CannotRun } from '../errors';
import { type FileChange, Git, type GitEntry, type GitFile } from '../git';
import { wholeOf } from '../gitObjects';
import { MARKDOWN } from '../lintTargets';
import { isWithin, repositoryOf } from '../nodeFiles';
import { once } from '../once';
import { decode, readText, tooLarge } from '../readFile';
import { concernsDecks, type OtherContents, otherContents } from './otherContents';
import { commitsOf, type Range } from './revisions';
import { State } from './state';

/** A file in two states of its repository; null where it does not exist. */
export interface Versions {
  readonly before: Version | null;
  readonly after: Version | null;
  /** Whether its text is the same in both. */
  readonly isSame: boolean;
}

/** A file, and whether it was named itself, not only a folder that it is in. */
export interface ChosenFile extends Versions {
  readonly isNamed: boolean;
}

/** A file in one state of its repository. */
export interface Version {
  /** Absolute, whether or not there is such a file today. */
  readonly file: string;
  /** From the root of the repository, with `/` between folders. */
  readonly name: string;
  readonly repository: Repository;
  readonly state: State;
  /** Throws `CannotRun`. */
  read(): Promise<string>;
}

/**
 * The markdown files that may differ, of those that are named: files, or folders with all that is below them. Where other
 * files differ, that is all of them.
 */
export async function chosenFiles(range: Range, named: readonly string[]): Promise<ChosenFile[]> {
  const repositories = new Map<string, Promise<Repository>>();
  const found = new Map<Versions, boolean>();
  for (const name of named) {
    const place = await placeOf(name);
    const repository = await once(repositories, place.top, () => Repository.open(place.top, range));
    const versions = await repository.versionsAt(place.file);
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
    /** Null before the first commit. */
    readonly before: State | null,
    readonly after: State,
    /** Of the markdown files that may differ: all of them if `others` is not empty. */
    readonly files: readonly FileChange[],
    /** What else differs that decks may show, or be set up with. */
    readonly others: OtherContents,
  ) {}

  static async open(top: string, range: Range): Promise<Repository> {
    const git = new Git(top);
    await git.check('"deckwright diff"');
    const commits = await commitsOf(git, range);
    const before = commits.before === null ? null : await State.at(git, commits.before);
    const after = await State.at(git, commits.after);
    const changes = commits.before === null ? [] : await git.changes(commits.before, commits.after);
    const added = commits.after === null ? await git.unadded(before === null) : [];
    const all = [...changes, ...(await Promise.all(added.map((name) => additionOf(git, name, before))))];
    const others = before ? await otherContents(git, all) : new Map();
    const decks = all.filter(({ before, after }) => MARKDOWN.test((after ?? before)!.name));
    const same = others.size > 0 ? unchanged(before!.tree!.files, all) : [];
    return new Repository(git, before, after, [...decks, ...same], others);
  }

  /** Whether there was such a file before. */
  knows(file: string): boolean {
    return this.before?.tree?.files.has(this.git.nameOf(file)) ?? false;
  }

  /** What may differ in a file, or in the files of a folder. */
  async versionsAt(place: string): Promise<Versions[]> {
    const isMeant = (file: GitFile | null) => file !== null && isWithin(place, this.#pathOf(file));
    const meant = this.files.filter(({ before, after }) => isMeant(before) || isMeant(after));
    await this.git.load(
      meant.flatMap(({ before, after }) => [before?.id, after?.id]).filter((id) => id != null),
    );
    return meant.map((file) => getOrSet(this.#versions, file, () => this.#versionsOf(file)));
  }

  #versionsOf({ before, after }: FileChange): Versions {
    return {
      before: before && this.#version(before, this.before!),
      after: after && this.#version(after, this.after),
      isSame: before !== null && before.id === after?.id,
    };
  }

  #version(file: GitFile, state: State): Version {
    const absolute = this.#pathOf(file);
    const { name, id } = file;
    return { file: absolute, name, repository: this, state, read: () => this.#read(absolute, id) };
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

/** A file that git does not know. If it has only been taken out of the index, it may be what it was. */
async function additionOf(git: Git, name: string, before: State | null): Promise<FileChange> {
  const wasKnown = before?.tree?.files.has(name) && concernsDecks(name);
  return { before: null, after: { name, id: wasKnown ? await git.idOf(name) : null } };
}

/** The markdown files that are the same in both states. */
function unchanged(files: ReadonlyMap<string, GitEntry>, changes: readonly FileChange[]): FileChange[] {
  const changed = new Set(changes.flatMap(({ before, after }) => [before?.name, after?.name]));
  return [...files].flatMap(([name, { id, kind }]) =>
    kind === 'file' && MARKDOWN.test(name) && !changed.has(name)
      ? { before: { name, id }, after: { name, id } }
      : [],
  );
}
