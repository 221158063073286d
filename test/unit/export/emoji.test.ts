import assert from 'node:assert/strict';
import { exported, runtime } from './exporting';

describe('emoji of an exported deck', () => {
  let reads: number;
  const withEmoji: typeof runtime = async (path) => {
    if (path !== 'emoji.json') return runtime(path);
    reads++;
    return new TextEncoder().encode('{"😄":"<svg>smile</svg>","🎉":"<svg>tada</svg>"}');
  };
  const page = async (text: string) =>
    decodeURIComponent((await exported(text, {}, { runtime: withEmoji })).html);

  beforeEach(() => {
    reads = 0;
  });

  it('have their pictures in the page, and no others', async () => {
    const html = await page('# A\n\n---\n\n:smile:\n\n---\n\n:smile: :zap:\n');
    assert.equal(html.split('<svg>smile</svg>').length - 1, 2);
    assert.match(html, /⚡/);
    assert.doesNotMatch(html, /tada/);
    assert.equal(reads, 1);
  });

  it('are not read for a deck without any', async () => {
    await page('# A\n\n`:smile:`\n');
    assert.equal(reads, 0);
  });
});
