import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../vscode/paths';

/** Runs git as somebody who may commit. */
export function git(folder: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=Tests', '-c', 'user.email=tests@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Writes files by their paths from the folder. */
export function write(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** A repository without commits. */
export function emptyRepository(): string {
  const folder = temporaryFolder('repository');
  git(folder, 'init', '--quiet');
  return folder;
}

/** A repository whose only commit holds these files. */
export function repository(files: Record<string, string | Uint8Array>): string {
  const folder = emptyRepository();
  write(folder, files);
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'First');
  return folder;
}
