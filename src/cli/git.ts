import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { MAX_DECK_SIZE } from '../core/deck/limits';
import { CannotRun } from './errors';
import { type GitObject, readObjects } from './gitObjects';

/** A command that git did not carry out, with its reason. */
class Refused extends CannotRun {}

/** What a name in the index or in a commit is, by git's modes; everything else is a file. */
const KINDS: Readonly<Record<string, GitEntry['kind']>> = { '120000': 'link', '160000': 'submodule' };

/** A file that differs between two states of a repository; null where there is none. */
export interface FileChange {
  readonly before: GitFile | null;
  readonly after: GitFile | null;
}

/** A file by its name and the id of its content, which is null if only the working tree has it. */
export interface GitFile {
  readonly name: string;
  readonly id: string | null;
}

export interface GitEntry {
  /** Of its content. */
  readonly id: string;
  readonly kind: 'file' | 'link' | 'submodule';
}

/** What git knows of the repository at a folder. Names are relative to this folder, with `/` in between. */
export class Git {
  readonly #contents = new Map<string, GitObject | null>();

  constructor(readonly folder: string) {}

  /** Throws `CannotRun`, in which it names what was asked for, if the folder is not a repository. */
  async check(asked: string): Promise<void> {
    try {
      await this.#run(['rev-parse', '--git-dir']);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const reason = error.message.includes('not a git repository')
        ? `${this.folder} is not in a git repository.`
        : error.message;
      throw new CannotRun(`${asked} can't be used here: ${reason}`);
    }
  }

  /** The full name of a revision's commit. */
  async commitOf(revision: string): Promise<string> {
    const commit = await this.#maybe('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`);
    if (commit !== null) return commit.trim();
    if ((await this.head()) === null) {
      throw new CannotRun(`"${revision}" is not a revision: ${this.folder} has no commits yet.`);
    }
    throw new CannotRun(`"${revision}" is not a revision of ${this.folder}.${await this.#shallowHint()}`);
  }

  /** The path of a file from the root of the repository, with `/` between folders. */
  nameOf(file: string): string {
    return path.relative(this.folder, file).replaceAll(path.sep, '/');
  }

  /** The last commit; null if there is none. */
  async head(): Promise<string | null> {
    return (await this.#maybe('rev-parse', '--verify', 'HEAD'))?.trim() ?? null;
  }

  /** Where the histories of two commits part. */
  async mergeBase(one: string, other: string): Promise<string> {
    const base = await this.#maybe('merge-base', one, other);
    if (base !== null) return base.trim();
    throw new CannotRun(
      `The two revisions have no common history in ${this.folder}.${await this.#shallowHint()}`,
    );
  }

  /** The folder of hooks, and the one that holds what all working trees of the repository share. */
  async hooks(): Promise<{ folder: string; shared: string }> {
    const output = await this.#run(['rev-parse', '--git-path', 'hooks', '--git-common-dir']);
    const [folder = '', shared = ''] = output.toString().split('\n');
    return { folder: path.resolve(this.folder, folder), shared: path.resolve(this.folder, shared) };
  }

  /** The files of a commit. */
  async filesOf(commit: string): Promise<Map<string, GitEntry>> {
    const lines = await this.#names('ls-tree', '-r', '-z', '--full-tree', commit);
    return new Map(
      lines.map(inLine).map(({ name, facts: [mode = '', , id = ''] }) => [name, entry(mode, id)]),
    );
  }

  /** What differs between two commits, or between one and the working tree; renamed files are one change. */
  async changes(before: string, after: string | null): Promise<FileChange[]> {
    const commits = after === null ? [before] : [before, after];
    const fields = await this.#names(
      ...['diff', '--raw', '-z', '--no-abbrev', '--find-renames', '--no-ext-diff', ...commits, '--'],
    );
    const found: FileChange[] = [];
    for (let at = 0; at < fields.length; ) {
      const [, , before = '', after = '', status = ''] = fields[at++]!.split(' ');
      const name = fields[at++]!;
      const newName = status.startsWith('R') ? fields[at++]! : name;
      found.push({
        before: status === 'A' ? null : { name, id: before },
        after: status === 'D' ? null : { name: newName, id: /^0+$/.test(after) ? null : after },
      });
    }
    return found;
  }

  /** The files of the working tree that git neither knows nor ignores; all that it does not ignore with `known`. */
  unadded(known = false): Promise<string[]> {
    const options = known ? ['--cached'] : [];
    return this.#names('ls-files', '-z', '--others', '--exclude-standard', ...options);
  }

  /** The files of a commit whose content in the working tree is another one. */
  changedSince(commit: string): Promise<string[]> {
    return this.#differences(commit);
  }

  /** The staged files that the last commit does not have, or not like this. Everything, if there is no commit. */
  staged(): Promise<string[]> {
    return this.#differences('--cached', '--diff-filter=ACMT');
  }

  /** The files that a commit of the index holds. */
  async filesInIndex(): Promise<Map<string, GitEntry>> {
    const lines = await this.#names('ls-files', '--stage', '-z');
    const files = new Map(
      lines.map(inLine).map(({ name, facts: [mode = '', id = ''] }) => [name, entry(mode, id)]),
    );
    // "git add --intent-to-add" names files without adding them.
    for (const name of await this.#differences('--diff-filter=A')) files.delete(name);
    return files;
  }

  /** The files of the index that the working tree does not have, or not like this. */
  unlikeIndex(): Promise<string[]> {
    return this.#differences();
  }

  /** Gets contents for `content`, in one process however many there are. */
  async load(ids: Iterable<string>): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.#contents.has(id));
    if (wanted.length === 0) return;
    const child = spawn('git', ['cat-file', '--batch'], {
      cwd: this.folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.stdin.end(wanted.map((id) => `${id}\n`).join(''));
    const found = await readObjects(child.stdout, MAX_DECK_SIZE);
    for (const id of wanted) this.#contents.set(id, found.get(id) ?? null);
  }

  /** How many bytes each of these contents has that git has. */
  async sizesOf(ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const output = await this.#run(['cat-file', '--batch-check'], ids.map((id) => `${id}\n`).join(''));
    const lines = output.toString().trimEnd().split('\n');
    const facts = lines.map((line) => line.split(' '));
    return new Map(facts.flatMap(([id = '', , size]) => (size === undefined ? [] : [[id, Number(size)]])));
  }

  /** The id that a file of the working tree would have. */
  async idOf(name: string): Promise<string> {
    return (await this.#run(['hash-object', '--', name])).toString().trim();
  }

  /** What has this id: null if git does not have it, undefined before `load`. */
  content(id: string): GitObject | null | undefined {
    return this.#contents.get(id);
  }

  async #shallowHint(): Promise<string> {
    const isShallow = (await this.#maybe('rev-parse', '--is-shallow-repository'))?.trim() === 'true';
    return isShallow ? ' The repository is shallow: fetch more of its history first.' : '';
  }

  #differences(...options: readonly string[]): Promise<string[]> {
    return this.#names('diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', ...options);
  }

  async #names(...args: readonly string[]): Promise<string[]> {
    const output = (await this.#run(args)).toString();
    return output.split('\0').filter((name) => name !== '');
  }

  /** Null if git refuses. */
  async #maybe(...args: readonly string[]): Promise<string | null> {
    try {
      return (await this.#run(args)).toString();
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  }

  #run(args: readonly string[], input = ''): Promise<Buffer> {
    // Its messages are read here.
    const env = { ...process.env, LC_ALL: 'C' };
    const maxBuffer = Number.POSITIVE_INFINITY;
    const options = { cwd: this.folder, env, maxBuffer, encoding: 'buffer' } as const;
    return new Promise((resolve, reject) => {
      const child = execFile('git', args, options, (error, stdout, stderr) => {
        if (error) reject(refusal(error, stderr.toString()));
        else resolve(stdout);
      });
      // It may end without having read it all; its exit code says what there is to say.
      child.stdin!.on('error', () => {}).end(input);
    });
  }
}

function refusal({ code }: { code?: unknown }, said: string): Error {
  if (code === 'ENOENT')
    return new CannotRun('git was not found: what decks were earlier is known only to it.');
  return new Refused(`git: ${said.trim().split('\n')[0] || code}`);
}

function entry(mode: string, id: string): GitEntry {
  return { id, kind: KINDS[mode] ?? 'file' };
}

/** A line of git's lists of files: facts, a tab and the name. */
function inLine(line: string): { name: string; facts: string[] } {
  const tab = line.indexOf('\t');
  return { name: line.slice(tab + 1), facts: line.slice(0, tab).split(' ') };
}
