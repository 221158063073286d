import assert from 'node:assert/strict';
import { readSavedVersions } from '../../../src/compare/messages';

const VERSION = { uri: 'file:///talk.md', ref: 'abc', name: 'main' };

describe('What a comparison keeps across a reload', () => {
  it('is both versions, beside what the page itself keeps', () => {
    const saved = { before: VERSION, after: { ...VERSION, ref: null, name: '' } };
    assert.deepEqual(readSavedVersions({ at: 1, isOverlay: true, saved }), saved);
  });

  it('is nothing where a version was from the clipboard, or before the page knew them', () => {
    for (const state of [undefined, null, {}, { saved: null }, { saved: { before: VERSION } }])
      assert.equal(readSavedVersions(state), null);
  });

  it('is nothing where it does not have the agreed form', () => {
    for (const version of [
      { ...VERSION, uri: 1 },
      { ...VERSION, ref: undefined },
      { ...VERSION, name: null },
    ])
      assert.equal(readSavedVersions({ saved: { before: version, after: VERSION } }), null);
  });
});
