import { existsSync } from 'node:fs';
import { run } from './processes';

export const isRootWithApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs Debian or Ubuntu packages where that works without asking, and reports it. */
export async function installWithApt(name: string, ...packages: readonly string[]): Promise<void> {
  if (!isRootWithApt()) return;
  console.log(`Installing ${name} with apt-get (once) ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
