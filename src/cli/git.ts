import { execFile } from 'node:child_process';
import path from 'node:path';
import { MAX_DECK_SIZE } from '../core/deck/limits';
import { CannotRun } from './errors';

/** What git takes for the index where it takes the name of a commit. */
export const INDEX = '';

/** A command that git did not carry out, with its reason. */
class Refused extends CannotRun {}
class TooLarge extends Error {}

/** What git knows of the repository at a folder. Names are relative to this folder, with `/` in between. */
export class Git {
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
    const isShallow = (await this.#maybe('rev-parse', '--is-shallow-repository'))?.trim() === 'true';
    const hint = isShallow ? ' The repository is shallow: fetch more of its history first.' : '';
    throw new CannotRun(`"${revision}" is not a revision of ${this.folder}.${hint}`);
  }

  /** The last commit; null if there is none. */
  async head(): Promise<string | null> {
    return (await this.#maybe('rev-parse', '--verify', 'HEAD'))?.trim() ?? null;
  }

  /** The folder of hooks, and the one that holds what all working trees of the repository share. */
  async hooks(): Promise<{ folder: string; shared: string }> {
    const output = await this.#run(['rev-parse', '--git-path', 'hooks', '--git-common-dir']);
    const [folder = '', shared = ''] = output.toString().split('\n');
    return { folder: path.resolve(this.folder, folder), shared: path.resolve(this.folder, shared) };
  }

  /** The files of a commit. */
  filesOf(commit: string): Promise<string[]> {
    return this.#names('ls-tree', '-r', '-z', '--name-only', '--full-tree', commit);
  }

  /** The files of a commit whose content in the working tree is another one. */
  changedSince(commit: string): Promise<string[]> {
    return this.#names('diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', commit);
  }

  /** The staged files that the last commit does not have, or not like this. Everything, if there is no commit. */
  staged(): Promise<string[]> {
    return this.#names('diff', '--cached', '--name-only', '-z', '--no-renames', '--diff-filter=ACMT');
  }

  /** The files of the index. */
  filesInIndex(): Promise<string[]> {
    return this.#names('ls-files', '-z');
  }

  /** The content of a file in a commit or in the index; null if it is larger than any deck. */
  async read(commit: string, file: string): Promise<Uint8Array | null> {
    try {
      return await this.#run(['cat-file', 'blob', `${commit}:${file}`], MAX_DECK_SIZE);
    } catch (error) {
      if (error instanceof TooLarge) return null;
      throw error;
    }
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

  #run(args: readonly string[], maxBuffer = Number.POSITIVE_INFINITY): Promise<Buffer> {
    // Its messages are read here.
    const env = { ...process.env, LC_ALL: 'C' };
    const options = { cwd: this.folder, env, maxBuffer, encoding: 'buffer' } as const;
    return new Promise((resolve, reject) => {
      execFile('git', args, options, (error, stdout, stderr) => {
        if (error) reject(refusal(error, stderr.toString()));
        else resolve(stdout);
      });
    });
  }
}

function refusal({ code }: { code?: unknown }, said: string): Error {
  if (code === 'ENOENT')
    return new CannotRun('git was not found. Install it, or leave out --since and --staged.');
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return new TooLarge();
  return new Refused(`git: ${said.trim().split('\n')[0] || code}`);
}
