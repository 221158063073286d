import assert from 'node:assert/strict';
import type { SetupName } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { namedUrls } from '../../../src/export/namedUrls';

/** Every URL of a deck with its 1-based line. */
function urlsIn(lines: readonly string[], dialect: SetupName = 'hedgedoc'): string[] {
  const deck = parseDeck(lines.join('\n'), { setup: dialect });
  const named = deck.slides.flatMap((slide) => namedUrls(slide, deck));
  return named.map(({ url, line }) => `${line + 1} ${url}`);
}

describe('The line of a URL on a slide', () => {
  it('is not that of code or prose with the same words', () => {
    assert.deepEqual(urlsIn(['`a.png`', '', '```', '![](a.png)', '```', 'See a.png:', '![](a.png)']), [
      '7 a.png',
    ]);
    assert.deepEqual(urlsIn(['<!-- ![](a.png) -->', '', '![](a.png)']), ['3 a.png']);
  });

  it('is found in angle brackets', () => {
    assert.deepEqual(urlsIn(['x y.png', '', '![](<x y.png>)', '<https://a.org/>']), [
      '3 x%20y.png',
      '4 https://a.org/',
    ]);
  });

  it('is not that of a longer URL', () => {
    assert.deepEqual(urlsIn(['[a](https://a.org?b)', '[b](https://a.org)', '![](a.png?x)', '![](a.png)']), [
      '1 https://a.org?b',
      '2 https://a.org',
      '3 a.png?x',
      '4 a.png',
    ]);
  });

  it('is found with entities', () => {
    assert.deepEqual(urlsIn(['text', '', '![](a.png?b&amp;c) <img src="d?e&amp;f">']), [
      '3 a.png?b&c',
      '3 d?e&f',
    ]);
  });

  it('is found for e-mail addresses and what has no scheme', () => {
    assert.deepEqual(urlsIn(['text', '<me@a.org>', 'me@b.org', 'www.c.org']), [
      '2 mailto:me@a.org',
      '3 mailto:me@b.org',
      '4 http://www.c.org',
    ]);
  });

  it('is found if the renderer spells the URL differently', () => {
    assert.deepEqual(urlsIn(['text', '![](ä.png)', '[x](http://ä.org/ü)']), [
      '2 %C3%A4.png',
      '3 http://xn--4ca.org/%C3%BC',
    ]);
  });

  it('is each occurrence’s own, depending on what the URL is for', () => {
    assert.deepEqual(urlsIn(['[x](a.png)', '![](a.png)', '', '---', '', '![](a.png)', '![](a.png)']), [
      '1 a.png',
      '2 a.png',
      '6 a.png',
      '7 a.png',
    ]);
  });

  it('is that of the definition for links that refer to one', () => {
    assert.deepEqual(urlsIn(['[a] and [b][a]', '', '[a]: https://a.org/']), [
      '3 https://a.org/',
      '3 https://a.org/',
    ]);
  });

  it('is found in attribute comments, style sheets and notes', () => {
    const lines = [
      'text',
      '<!-- .slide: data-background="a.png" -->',
      '<style>',
      'p { background: url(b.png) }',
    ];
    assert.deepEqual(
      urlsIn([...lines, '</style>', '', 'Note: c.png', '', '![](c.png)'], 'reveal-md').sort(),
      ['2 a.png', '4 b.png', '9 c.png'],
    );
  });

  it('is the first line with text for the URL that a service’s short form expands to', () => {
    assert.deepEqual(urlsIn(['', 'text', '', '{%youtube aqz-KE-bpKQ %}']), [
      '2 https://www.youtube.com/watch?v=aqz-KE-bpKQ',
    ]);
  });
});
