import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { onChangedSlides } from '../../../src/core/lint/changedSlides';

const HEAD = '---\ntype: slide\n---\n\n';

/** Which of these words are in a place that is new. */
function newOnes(now: string, earlier: readonly string[], words: readonly string[]): string[] {
  const deck = parseDeck(now);
  const isNew = onChangedSlides(
    deck,
    earlier.map((text) => parseDeck(text)),
  );
  return words.filter((word) => {
    const start = now.lastIndexOf(word);
    return isNew({ span: { start, end: start + word.length } });
  });
}

describe('findings on changed slides', () => {
  it('are those on slides whose text is new', () => {
    const before = `${HEAD}# A\n\n---\n\n# B\n\n---\n\n# C\n`;
    const now = `${HEAD}# A\n\n---\n\n# New\n\n---\n\n# B\n\n---\n\n# Cc\n`;
    assert.deepEqual(newOnes(now, [before], ['# A', '# New', '# B', '# Cc', 'type']), ['# New', '# Cc']);
  });

  it('leave out slides that were moved, in this deck or from another one', () => {
    const now = `${HEAD}# A\n\n---\n\n# B\n`;
    assert.deepEqual(newOnes(now, [`${HEAD}# B\n`, `${HEAD}# A\n`], ['# A', '# B']), []);
  });

  it('are those on a copy of a slide that was there once', () => {
    const now = `${HEAD}# A\n\n---\n\n# A\n`;
    assert.deepEqual(newOnes(now, [`${HEAD}# A\n`], ['# A']), ['# A']);
  });

  it('do not depend on line ends and white space around slides', () => {
    const now = `${HEAD}# A\n\nB\n\n---\n\n# C\n`;
    const before = `${HEAD}\n# A\n\nB  \n\n---\n\n\n# C`.replaceAll('\n', '\r\n');
    assert.deepEqual(newOnes(now, [before], ['# A', '# C']), []);
  });

  it('are those in the frontmatter if that is new', () => {
    assert.deepEqual(newOnes(`${HEAD}# A\n`, [`---\ntype: slide\ntitle: T\n---\n\n# A\n`], ['type', '# A']), [
      'type',
    ]);
    assert.deepEqual(newOnes(`${HEAD}# A\n`, [], ['type', '# A']), ['type', '# A']);
  });

  it('belong to the slide after a separator, and to each slide that they reach', () => {
    const now = `${HEAD}# A\n\n----\n\n# New\n\n----\n\n# C\n`;
    const before = `${HEAD}# A\n\n---\n\n# C\n`;
    assert.deepEqual(newOnes(now, [before], ['----', '# A\n\n----\n\n# New']), ['# A\n\n----\n\n# New']);
    assert.deepEqual(newOnes(`${HEAD}# A\n\n----\n\n# New\n`, [before], ['----']), ['----']);
  });
});
