import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { renderRules } from '../../../src/core/render/renderRules';
import { renderSlide } from '../../../src/core/render/renderSlide';
import { revealHtml } from './rendering';

const rendered = (text: string, setup: 'reveal-md' | 'reveal' | 'hedgedoc' = 'reveal-md') => {
  const deck = parseDeck(text, { setup });
  const options = { ...renderRules(deck), resolve: (url: string) => url, sourceLines: false };
  return deck.slides.map(({ content }) => renderSlide(content, options).html.trim());
};

describe("the indentation of reveal-md's page", () => {
  const spaces = (count: number) => ' '.repeat(count);

  it('is cut out wherever as many spaces follow each other', () => {
    assert.deepEqual(
      rendered(`# A\n\n---\n\na${spaces(12)}b\nc${spaces(11)}d`)[1],
      `<p>a\nb\nc${spaces(11)}d</p>`,
    );
  });

  it('grows with the white space at the head of the deck', () => {
    const deck = (count: number) => `---\ntheme: moon\n---\n\n\n# A\n\n---\n\na${spaces(count)}b`;
    assert.deepEqual(rendered(deck(14))[1], `<p>a${spaces(14)}b</p>`);
    assert.deepEqual(rendered(deck(15))[1], '<p>a\nb</p>');
  });

  it('is cut out of the notes too', () => {
    assert.match(rendered(`# A\n\nNote: a${spaces(12)}b`)[0]!, /<p>a\nb<\/p>/);
  });

  it('is unknown in a template of the author and absent where a page loads the file', () => {
    const line = `a${spaces(20)}b`;
    assert.deepEqual(rendered(`---\ntemplate: t.html\n---\n${line}`), [`<p>${line}</p>`]);
    assert.deepEqual(rendered(line, 'reveal'), [`<p>${line}</p>`]);
    assert.match(rendered(line, 'hedgedoc')[0]!, new RegExp(line));
  });

  it('does not move the lines of the source', () => {
    const html = revealHtml(`a${spaces(12)}b\n\nc`, { pageIndentation: 12, sourceLines: true });
    assert.equal(html, '<p data-line="0">a\nb</p>\n<p data-line="2">c</p>');
  });
});
