import assert from 'node:assert/strict';
import { emojiPictures } from '../../../build/emoji.mjs';
import { EMOJI } from '../../../src/core/markdown/emojiTable';
import { emojiUrls } from '../../../src/core/render/emojiPictures';

describe('pictures of emoji', () => {
  let pictures: Record<string, string>;

  before(async () => {
    pictures = await emojiPictures();
  });

  it('exist for every name', () => {
    assert.equal(EMOJI.size, 881);
    const without = [...EMOJI].filter(([, character]) => !pictures[character]).map(([name]) => name);
    assert.deepEqual(without, []);
  });

  it('are square and need nothing else', () => {
    for (const [character, svg] of Object.entries(pictures)) {
      assert.match(svg, /^<svg [^>]* viewBox="-?[\d.]+ -?[\d.]+ ([\d.]+) \1">.*<\/svg>$/s, character);
      assert.doesNotMatch(svg, /href|<script|<text|<image|undefined|url\((?!#)/, character);
    }
  });

  it('are not too large', () => {
    assert.ok(JSON.stringify(pictures).length < 1_500_000);
  });

  it('are given as addresses', () => {
    const url = emojiUrls(JSON.stringify(pictures));
    assert.equal(url('🎉'), `data:image/svg+xml,${encodeURIComponent(pictures['🎉']!)}`);
    assert.equal(url('🤖'), undefined);
  });
});
