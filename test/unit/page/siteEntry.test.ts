import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { searchSlides, siteEntry } from '../../../src/core/page/siteEntry';
import { pagePaths, siteUrl } from '../../../src/core/page/sitePaths';

const entryOf = (text: string, file = 'talks/intro.md') =>
  siteEntry(parseDeck(text, { setup: 'hedgedoc' }), file);

describe('the entry of a deck in the index of a site', () => {
  it('has the title of the deck, or else the name of its file', () => {
    assert.equal(entryOf('# A *talk*').title, 'A talk');
    assert.equal(entryOf('text').title, 'intro');
  });

  it('has the date of the file, or else that of the title slide', () => {
    assert.equal(entryOf('# Call 2024-07-25', 'call/20240801.md').date, '2024-08-01');
    assert.equal(entryOf('Updated 2023-01-01\n\n# Call of August 1st, 2024').date, '2024-08-01');
    assert.equal(entryOf('# Call\n\n---\n\n2024-08-01').date, null);
    assert.equal(entryOf('# Call 2024-02-31').date, null);
    assert.equal(entryOf('# Call on August 1').date, null);
  });
});

describe('what can be found on the slides of a page', () => {
  function found(text: string, hidden: readonly number[] = []) {
    const deck = parseDeck(text, { setup: 'reveal-md' });
    const slides = deck.slides.map((slide) => {
      const attributes: Record<string, string> = hidden.includes(slide.index)
        ? { 'data-visibility': 'hidden' }
        : {};
      return { slide, html: '', attributes, verticalSlides: 0 };
    });
    return searchSlides(deck, slides);
  }

  it('is the title, the text and the code, but not the notes', () => {
    const [slide] = found('# Title\n\nSome *text*\n\n- item\n\n```js\nrun()\n```\n\nNote: secret');
    assert.deepEqual(slide, { place: '0', title: 'Title', text: 'Some text · item · run()' });
  });

  it('has the places by which reveal.js knows the slides, which does not count hidden ones', () => {
    const text = 'a\n\n---\n\nb\n\n----\n\nc\n\n----\n\nd\n\n---\n\ne';
    assert.deepEqual(
      found(text).map(({ place }) => place),
      ['0', '1', '1/1', '1/2', '2'],
    );
    assert.deepEqual(
      found(text, [0, 2]).map(({ place, text }) => `${place} ${text}`),
      ['0 b', '0/1 d', '1 e'],
    );
  });
});

describe('the pages of a site', () => {
  it('are where the decks are', () => {
    assert.deepEqual(Object.fromEntries(pagePaths(['a.md', 'x/b.markdown', 'x/c.d.md'])), {
      'a.md': 'a.html',
      'x/b.markdown': 'x/b.html',
      'x/c.d.md': 'x/c.d.html',
    });
  });

  it('leave the name of the index, and of each other, free', () => {
    assert.deepEqual(Object.fromEntries(pagePaths(['index.md', 'x/index.md', 'a.markdown', 'a.md'])), {
      'index.md': 'index.md.html',
      'x/index.md': 'x/index.html',
      'a.markdown': 'a.markdown.html',
      'a.md': 'a.html',
    });
  });

  it('have addresses that count from the page', () => {
    assert.equal(siteUrl('x/a.html', 'x/b c#.html'), 'b%20c%23.html');
    assert.equal(siteUrl('x/a.html', 'assets/a.css'), '../assets/a.css');
    assert.equal(siteUrl('index.html', 'x/a.html'), 'x/a.html');
  });
});
