import { appendFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
}

/** Where `npm test` expects each suite to leave its counts, to print their sum at the end. */
const file = process.env.DECKWRIGHT_TEST_COUNTS;

/** In `npm test` a forgotten `.only` is an error. */
export const forbidOnly = !!file;

export function reportCounts(counts: Counts): void {
  if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`);
}
