import { spawnSync } from 'node:child_process';
import { installWithApt } from './apt';

const AUTHOR = ['-c', 'user.name=Tests', '-c', 'user.email=tests@example.org', '-c', 'commit.gpgsign=false'];

/** Turns a folder into a repository whose only commit holds everything in the folder. */
export async function commitAll(folder: string): Promise<void> {
  if (!git(folder, '--version')) await installWithApt('git', 'git');
  const commands = [
    ['init', '--quiet'],
    ['add', '.'],
    [...AUTHOR, 'commit', '--quiet', '--message', 'The first version'],
  ];
  for (const command of commands) {
    if (!git(folder, ...command)) throw new Error(`The tests need git, and git ${command.join(' ')} failed.`);
  }
}

/** Takes a folder back to its only commit. */
export function restoreAll(folder: string): void {
  git(folder, 'checkout', '--quiet', '.');
  git(folder, 'clean', '-d', '--force', '--quiet');
}

function git(folder: string, ...args: readonly string[]): boolean {
  return spawnSync('git', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
