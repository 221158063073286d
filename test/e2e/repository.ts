import { execFileSync } from 'node:child_process';

/** VS Code's git, which other tests do without. */
export const GIT_ON = { 'git.enabled': true };

/** Makes a folder a git repository, with all there is in its first commit. */
export function commitAll(folder: string): void {
  const git = (...args: string[]) => {
    const author = ['-c', 'user.name=Tests', '-c', 'user.email=tests@example.org'];
    execFileSync('git', [...author, ...args], { cwd: folder, stdio: 'pipe' });
  };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'The first version');
}
