import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { cursorTarget, slideAt, slideAtIndices } from '../../../src/core/summary/slideAt';

const text = '---\ntype: slide\n---\n\n# A\n\n---\n\n\n# B\n\n----\n\n---\n\n# C';
const deck = parseDeck(text);
const at = (offset: number) => {
  const { h, v } = slideAt(deck, offset);
  return `${h}.${v}`;
};

describe('The slide at an offset', () => {
  it('is the first one in the frontmatter', () => {
    assert.equal(at(0), '0.0');
    assert.equal(at(text.indexOf('type')), '0.0');
  });

  it('is the one above on the empty line before a separator, the one below on the dashes', () => {
    const dashes = text.indexOf('\n---\n\n\n') + 1;
    assert.equal(at(dashes - 1), '0.0');
    assert.equal(at(dashes), '1.0');
    assert.equal(at(dashes + 3), '1.0');
  });

  it('is found in stacks and in empty slides', () => {
    assert.equal(at(text.indexOf('# B')), '1.0');
    assert.equal(at(text.indexOf('\n----') + 6), '1.1');
    assert.equal(at(text.length), '2.0');
  });
});

describe('The cursor goes', () => {
  it('to the first line with text', () => {
    assert.equal(cursorTarget(slideAtIndices(deck, 1, 0)!), text.indexOf('# B'));
    assert.equal(cursorTarget(slideAtIndices(deck, 0, 0)!), text.indexOf('# A'));
  });

  it('to the title, not to a style sheet, a comment or a picture before it', () => {
    const before = '---\r\ntype: slide\r\n---\r\n\r\n<style>\r\nh1 {}\r\n</style>\r\n<!-- hint -->\r\n';
    for (const title of ['# Title', '![logo](a.png)\r\n\r\n## Title', 'Title\r\n=====']) {
      const text = `${before}\r\n${title}\r\n\r\nwords\r\n`;
      const [first] = parseDeck(text).slides;
      assert.equal(cursorTarget(first!), text.search(/(?:#+ )?Title/));
    }
  });

  it('to what is visible if there is no title', () => {
    const text = '<style>\nh1 {}\n</style>\n\n![](a.png)\n';
    assert.equal(cursorTarget(parseDeck(text).slides[0]!), text.indexOf('!['));
    const comment = '\n\n<!-- .slide: data-background="a.png" -->\n';
    assert.equal(cursorTarget(parseDeck(comment).slides[0]!), 2);
  });

  it('after the separator of an empty slide, which is still that slide', () => {
    const empty = slideAtIndices(deck, 1, 1)!;
    assert.equal(slideAt(deck, cursorTarget(empty)), empty);
  });
});
