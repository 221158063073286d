import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A text that two people have changed. */
export interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** How conflicts are written. */
export type ConflictStyle = 'merge' | 'diff3' | 'zdiff3';

/** A merge of many texts at once: it takes git as long as that of one. */
export interface Merges {
  /** The texts with git's markers. */
  readonly conflicted: readonly string[];
  /** The texts with the lines of one side in each conflict. */
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** Merges two branches of a repository that has each of the texts as a file. */
export function mergesOf(all: readonly Versions[], style: ConflictStyle = 'merge'): Merges {
  const folder = mkdtempSync(join(tmpdir(), 'deckwright-merge-'));
  const file = (index: number) => join(folder, `${index}.md`);
  const read = () => all.map((_, index) => readFileSync(file(index), 'utf8'));
  const git = (...args: readonly string[]) => runGit(folder, style, args);
  const commit = (version: keyof Versions) => {
    all.forEach((versions, index) => {
      writeFileSync(file(index), versions[version]);
    });
    git('add', '.');
    git('commit', '--quiet', '--allow-empty', '--message', version);
  };
  try {
    git('init', '--quiet', '--initial-branch', 'main');
    commit('base');
    git('checkout', '--quiet', '-b', 'topic');
    commit('theirs');
    git('checkout', '--quiet', 'main');
    commit('ours');
    const merge = (...options: readonly string[]) => {
      git('merge', '--no-commit', '--no-ff', ...options, 'topic');
      const texts = read();
      git('reset', '--quiet', '--hard');
      return texts;
    };
    return { conflicted: merge(), ours: merge('-X', 'ours'), theirs: merge('-X', 'theirs') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same for one text, without a repository. */
export function merged(base: string, ours: string, theirs: string, style: ConflictStyle = 'merge'): string {
  const folder = mkdtempSync(join(tmpdir(), 'deckwright-merge-'));
  try {
    Object.entries({ base, ours, theirs }).forEach(([name, text]) => {
      writeFileSync(join(folder, name), text);
    });
    const labels = ['-L', 'HEAD', '-L', 'base', '-L', 'topic'];
    const options = style === 'merge' ? [] : [`--${style}`];
    const args = ['merge-file', '-p', ...options, ...labels, 'ours', 'base', 'theirs'];
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
    // The number of conflicts.
    if (status === null || status > 127) throw new Error(`git merge-file: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runGit(folder: string, style: ConflictStyle, args: readonly string[]): void {
  const settings = [
    'user.name=Tests',
    'user.email=tests@example.org',
    'commit.gpgsign=false',
    'core.autocrlf=false',
    `merge.conflictStyle=${style}`,
  ].flatMap((setting) => ['-c', setting]);
  const { status, stderr } = spawnSync('git', [...settings, ...args], { cwd: folder, encoding: 'utf8' });
  // 1 is a conflict.
  if (status !== 0 && !(args[0] === 'merge' && status === 1)) throw new Error(`git ${args[0]}: ${stderr}`);
}
