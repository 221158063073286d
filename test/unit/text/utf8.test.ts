import assert from 'node:assert/strict';
import { decodeUtf8 } from '../../../src/core/text/utf8';

describe('Text in UTF-8', () => {
  it('is read without its byte order mark', () => {
    assert.equal(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)), 'a');
    assert.equal(decodeUtf8(new TextEncoder().encode('！ü')), '！ü');
  });

  it('is distinguished from other encodings', () => {
    assert.equal(decodeUtf8(Uint8Array.of(0xfc, 0x61)), null);
  });
});
