import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { noticesFile, thirdPartyNotices } from '../../../build/thirdPartyNotices.mjs';

it('THIRD_PARTY_NOTICES.md names everything that ships, and nothing else', async function () {
  // It bundles everything, to see what is in it.
  this.timeout(120_000);
  const expected = await thirdPartyNotices();
  assert.ok(readFileSync(noticesFile, 'utf8') === expected, 'Run: node build/thirdPartyNotices.mjs');
});
