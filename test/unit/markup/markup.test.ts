import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Dialect } from '../../../src/core/deck/deck';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { type Markup, markupOf } from '../../../src/core/markup/markup';
import { shared } from '../../vscode/paths';

function markup(text: string, dialect: Dialect = 'hedgedoc'): Markup {
  return markupOf(parseDeck(text, { setup: dialect }).slides[0]!.content, dialect);
}

/** Kind, notation, and what is at the place of each reference's URL and of its label. */
function references(text: string, dialect?: Dialect): string[][] {
  return markup(text, dialect).references.map(({ kind, syntax, urlSpan, labelSpan }) => [
    kind,
    syntax,
    text.slice(urlSpan.start, urlSpan.end),
    ...(labelSpan ? [text.slice(labelSpan.start, labelSpan.end)] : []),
  ]);
}

describe('where things are on a slide', () => {
  it('finds links and pictures of markdown', () => {
    const text = '# A [b](./c.md "d") ![*e*](<./f g.png> =20x)\n\n> * [h *i*](./j.md)\n>   ![k](l.png)\n';
    assert.deepEqual(references(text), [
      ['link', 'inline', './c.md', 'b'],
      ['image', 'inline', './f g.png', '*e*'],
      ['link', 'inline', './j.md', 'h *i*'],
      ['image', 'inline', 'l.png', 'k'],
    ]);
  });

  it('finds definitions, as what they are used for', () => {
    const text = '[a] ![b][c]\n\n[a]: ./a.md\n> [c]: <./c.png> "title"\n';
    assert.deepEqual(references(text), [
      ['link', 'definition', './a.md', 'a'],
      ['image', 'definition', './c.png', 'c'],
    ]);
  });

  it('finds addresses without brackets, including repeated ones', () => {
    const text =
      'https://a.example https://a.example <https://b.example/> www.osb-alliance.de *https://c.example*';
    assert.deepEqual(references(text), [
      ['link', 'bare', 'https://a.example'],
      ['link', 'bare', 'https://a.example'],
      ['link', 'autolink', 'https://b.example/'],
      ['link', 'bare', 'www.osb-alliance.de'],
      ['link', 'bare', 'https://c.example'],
    ]);
  });

  it('finds addresses in HTML, attribute comments and style sheets', () => {
    const text = [
      '<style>h1 { background: url("./a.png") }</style>',
      '<!-- .slide: data-background="./b.png" data-background-video="./c.mp4,./d.webm" -->',
      '',
      'text <img alt="x" src=./e.png> <a href=\'./f.md\' style="background: url(./g.png)">f</a>',
      '',
      '<video poster="./h.png"><source src="./i.mp4"></video>',
    ].join('\n');
    assert.deepEqual(references(text), [
      ['css', 'css', './a.png'],
      ['background', 'comment', './b.png'],
      ['media', 'comment', './c.mp4'],
      ['media', 'comment', './d.webm'],
      ['image', 'html', './e.png'],
      ['link', 'html', './f.md'],
      ['css', 'css', './g.png'],
      ['image', 'html', './h.png'],
      ['media', 'html', './i.mp4'],
    ]);
  });

  it('finds what is in comments and tags over several lines that end in CRLF', () => {
    const text =
      'a\r\n<!--\r\n.slide: data-background="./b.png" -->\r\n\r\n<img\r\n  src="./c.png">\r\n[d](./e.md)\r\n';
    assert.deepEqual(
      references(text).map(([, , url]) => url),
      ['./b.png', './c.png', './e.md'],
    );
  });

  it('finds nothing in code, in other comments and in colors', () => {
    const text =
      '`[a](b.md)`\n\n```\n![c](d.png)\n```\n\n<!-- <img src="e.png"> -->\n<!-- .slide: data-background="red" -->\n';
    assert.deepEqual(references(text), []);
  });

  it('finds what is in cells and in notes', () => {
    const text =
      '| a | b |\n|---|---|\n| [c](./d.md) | [c](./d.md) ![](./e.png) |\n\nNote: [f](./g.md)\n\nand [h](./i.md)\n';
    assert.deepEqual(references(text), [
      ['link', 'inline', './d.md', 'c'],
      ['link', 'inline', './d.md', 'c'],
      ['image', 'inline', './e.png', ''],
      ['link', 'inline', './g.md', 'f'],
      ['link', 'inline', './i.md', 'h'],
    ]);
  });

  it('knows headings, text and code', () => {
    const text = '## A *b* `c` #\r\n\r\n* d\r\n  e\r\n\r\n```js\r\nf\r\n```\r\n';
    const { blocks, code } = markup(text);
    assert.deepEqual(
      blocks.map(({ kind, level, plain }) => [kind, level, plain]),
      [
        ['heading', 2, 'A b c'],
        ['paragraph', 0, 'd e'],
      ],
    );
    assert.deepEqual(
      blocks.flatMap(({ texts }) => texts.map(({ span }) => text.slice(span.start, span.end))),
      ['A ', 'b', ' ', 'd', 'e'],
    );
    assert.deepEqual(
      code.map(({ info, infoSpan }) => [info, text.slice(infoSpan.start, infoSpan.end)]),
      [['js', 'js']],
    );
  });

  const piece = fc.constantFrom(
    ...['a ', '*b* ', '**c** ', '`d` ', '\\* ', '&amp; ', '[e](./e.md) ', '![f](./f.png =1x) ', '<b>g</b> '],
    ...[
      '<img src="h.png"> ',
      'https://i.example/ ',
      '[j] ',
      '<!-- .element: data-src="k.png" --> ',
      ':smile: ',
      '$l$ ',
    ],
    ...[
      '\n',
      '\n\n',
      '\r\n',
      '\n* ',
      '\n> ',
      '\n# ',
      '\n    ',
      '\n\n[j]: ./j.md\n\n',
      '\n```\n',
      '\n| m | n |\n|---|---|\n| ',
    ],
  );
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  for (const dialect of ['hedgedoc', 'reveal'] as const) {
    it(`reads at each place what it says is there (${dialect})`, () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const [slide] = parseDeck(`x ${text}`, { setup: dialect }).slides;
          const own = slide!.content.text;
          const { references: found, blocks } = markupOf(slide!.content, dialect);
          for (const { url, urlSpan, span } of found) {
            assert.equal(own.slice(urlSpan.start, urlSpan.end), url);
            assert.ok(span.start <= urlSpan.start && urlSpan.end <= span.end);
          }
          for (const { texts } of blocks) {
            for (const { text: shown, span } of texts) {
              const written = own.slice(span.start, span.end);
              assert.ok(written === shown || /^[\\&]/.test(written), `${written} is not ${shown}`);
            }
          }
        }),
        { numRuns: 300 },
      );
    });
  }

  it('reads at each place of real decks what it says is there', function () {
    const folder = join(shared, 'decks/community-call');
    if (!existsSync(folder)) this.skip();
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
      const deck = parseDeck(readFileSync(join(folder, name), 'utf8'));
      for (const { content } of deck.slides) {
        for (const { url, urlSpan, syntax } of markupOf(content, deck.dialect).references) {
          const written = content.text.slice(urlSpan.start, urlSpan.end);
          // Bare names get a scheme.
          assert.ok(syntax === 'bare' ? url.endsWith(written) : url === written, `${name}: ${written}`);
        }
      }
    }
  });
});
