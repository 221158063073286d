import assert from 'node:assert/strict';
import type { Run } from './stagedCli';

/** The lines that `deckwright diff` prints; there is nothing that it complains of. */
export function diffLines(run: Run, folder: string, ...args: readonly string[]): string[] {
  const { stdout, stderr, status } = run(['diff', ...args], folder);
  assert.deepEqual([stderr, status], ['', 0]);
  return stdout.split('\n').filter((line) => line !== '');
}
