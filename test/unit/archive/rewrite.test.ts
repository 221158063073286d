import assert from 'node:assert/strict';
import fc from 'fast-check';
import { deckSource, sheetSource } from '../../../src/core/archive/remoteFiles';
import { rewriteReferences } from '../../../src/core/archive/rewrite';
import { DEFAULT_CONFIG } from '../../../src/core/config/config';
import type { SetupName } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { deckReferences } from '../../../src/core/markup/deckReferences';
import { markedSlides } from '../../../src/core/markup/markedSlide';
import { applyEdits } from '../../../src/core/text/textEdits';

const CONFIG = { ...DEFAULT_CONFIG, pictureFolder: 'pics' };

/** The deck `calls/deck.md` after each remote file has a copy with this path. */
function rewritten(text: string, copy = 'calls/pics/a.png', setup?: SetupName): string {
  const deck = parseDeck(text, setup && { setup });
  const source = deckSource(deck, 'calls/deck.md', CONFIG);
  return applyEdits(
    text,
    rewriteReferences(source, () => copy),
  );
}

function read(text: string, setup?: SetupName) {
  const deck = parseDeck(text, setup && { setup });
  return deckReferences(deck, markedSlides(deck), CONFIG);
}

/** In which forms decks name pictures and media; URL stands for the address. */
const FORMS: readonly string[] = [
  '![Plan](URL)',
  '![Plan](URL "The *plan*")',
  '![Plan](URL =200x)',
  '![Plan](<URL> =200x50)',
  '[![Plan](URL)](https://example.org/page)',
  '![a][plan]\n\n[plan]: URL\n',
  '![plan]\n\n[plan]: <URL> "title"\n',
  '| a | b |\n|---|---|\n| x \\| y | ![](URL) |\n',
  '> * ![Plan](URL)\n',
  '<img src="URL">',
  "<img alt='x' src='URL'>",
  '<img src=URL>',
  '<video poster="URL"><source src="URL"></video>',
  '<audio src="URL"></audio>',
  '<p style="background: url(URL)">x</p>',
  '<p style="background: url(&quot;URL&quot;)">x</p>',
  `<p style='background: url("URL"), url( URL )'>x</p>`,
  '<style>\n.a { background: url("URL") }\n.b { background: url(URL) }\n</style>',
  '<!-- .slide: data-background="URL" -->',
  '<!-- .slide: data-background-image="URL,URL" data-background-size="50%" -->',
  '<!-- .element: data-src="URL" -->',
  'a\n\nNote: ![Plan](URL)\n',
];

/** Only reveal.js shows these. */
const REVEAL_FORMS = [
  '<img srcset="URL 1x, URL 2x" src="URL">',
  '<picture><source srcset="URL"><img src="URL"></picture>',
  '<section data-background-image="URL"></section>',
];

const FRONTMATTERS = [
  'parallaxBackgroundImage: URL',
  'parallaxBackgroundImage: "URL"',
  "parallaxBackgroundImage: 'URL'",
  'parallaxBackgroundImage: >-\n    URL',
  'parallaxBackgroundImage: |\n    URL',
  'parallaxBackgroundImage:\n    URL # why',
  'parallaxBackgroundImage: &background URL',
];

const ADDRESSES = [
  'https://pad.example.org/uploads/0b2cdcd3-7c37-4aa4-a4a1-1d7e6b2b5d3f.png',
  'http://127.0.0.1:8080/a.png',
  '//example.org/a%20b.png',
];

describe('references to remote files', () => {
  it('lead to the copy afterwards, in every notation', () => {
    for (const form of [...FORMS, ...REVEAL_FORMS]) {
      for (const address of ADDRESSES) {
        const setup = REVEAL_FORMS.includes(form) ? 'reveal-md' : 'hedgedoc';
        const text = `# A\n\n${form.replaceAll('URL', address)}\n`;
        assert.equal(rewritten(text, undefined, setup), text.replaceAll(address, './pics/a.png'));
      }
    }
  });

  it('lead to the copy afterwards in the frontmatter, however they are quoted', () => {
    for (const written of FRONTMATTERS) {
      const head = (url: string) =>
        `---\nslideOptions:\n  ${written.replace('URL', url)}\n  theme: white\n---\n\n# A\n`;
      const after = rewritten(head('https://example.org/a.png'));
      const { frontMatter } = parseDeck(after);
      assert.equal(frontMatter?.problem, null, after);
      assert.deepEqual(
        { ...(frontMatter?.values.slideOptions as object) },
        {
          parallaxBackgroundImage: './pics/a.png',
          theme: 'white',
        },
      );
    }
  });

  it('lead to the copy where other tools keep the options of reveal.js', () => {
    const of = (url: string) => `parallaxBackgroundImage: ${url}`;
    const top = `---\n${of('https://example.org/a.png')}\n---\n\n# A\n`;
    assert.match(rewritten(top, 'calls/a.png', 'vscode-reveal'), /^---\n.*: \.\/a\.png\n---/);
    assert.equal(rewritten(top, 'calls/a.png', 'reveal-md'), top);
    const own = `---\nrevealjs:\n  ${of('https://example.org/a.png')}\n---\n\n# A\n`;
    assert.match(rewritten(own, 'calls/a.png', 'mkslides'), /: \.\/a\.png\n---/);
  });

  it('are exact between entities and escapes', () => {
    assert.equal(
      rewritten(
        '<img srcset="https://a.example/?a=1&amp;b=2 1x,\r\n https://b.example/b&#46;png 2x">\n',
        'calls/x.png',
        'reveal-md',
      ),
      '<img srcset="./x.png 1x,\r\n ./x.png 2x">\n',
    );
    assert.equal(
      rewritten('![](https://a.example/a\\_b.png?x=1&amp;y=2)\n', 'calls/x.png'),
      '![](./x.png)\n',
    );
    assert.equal(
      rewritten('<style>a { background: url("https://a.example/\\61.png") }</style>\n', 'calls/x.png'),
      '<style>a { background: url("./x.png") }</style>\n',
    );
  });

  it('keep the part of a picture that they name', () => {
    assert.equal(rewritten('![](https://a.example/s.svg?v=2#icon)\n', 'calls/s.svg'), '![](./s.svg#icon)\n');
  });

  it('of links, embedded pages and scripts stay', () => {
    const text = [
      '[a](https://a.example/a.png) <https://a.example/a.png> https://a.example/a.png',
      '<iframe src="https://a.example/"></iframe><script src="https://a.example/a.js"></script>',
      '<embed src="https://a.example/a.pdf"> `![](https://a.example/a.png)`',
      '{%youtube aqz-KE-bpKQ %}',
    ].join('\n\n');
    assert.equal(rewritten(text), text);
  });

  it('that the configuration ignores stay', () => {
    const text = '![](https://a.example/a.png)\n';
    const config = { ...CONFIG, ignoreLinks: ['https://a.example/*'] };
    assert.deepEqual(deckSource(parseDeck(text), 'deck.md', config).references, []);
    assert.deepEqual(sheetSource('a { b: url(https://a.example/a.png) }', 'a.css', config).references, []);
  });

  it('count from the page that loads the deck', () => {
    const source = deckSource(parseDeck('![](https://a.example/a.png)\n'), 'parts/deck.md', DEFAULT_CONFIG);
    const [edit] = rewriteReferences({ ...source, base: 'index.html' }, () => 'parts/a.png');
    assert.equal(edit?.newText, './parts/a.png');
  });

  it('in style sheets count from the style sheet', () => {
    const css =
      '@font-face { src: url(https://a.example/f.woff2) format("woff2") } @import "https://a.example/b.css";';
    const source = sheetSource(css, 'theme/own.css', DEFAULT_CONFIG);
    assert.equal(source.folder, 'theme');
    assert.equal(
      applyEdits(
        css,
        rewriteReferences(source, () => 'theme/f.woff2'),
      ),
      css.replace('https://a.example/f.woff2', './f.woff2'),
    );
  });

  it('are read afterwards as exactly the path of the copy, whatever folder that is in', function () {
    this.timeout(60_000);
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((each) => !/[/\0]|^\.{1,2}$/.test(each));
    const address = fc
      .tuple(fc.constantFrom(...ADDRESSES), fc.constantFrom('', '?v=1', '?a=1&amp;b=2', '#x'))
      .map((parts) => parts.join(''));
    const forms = fc.array(fc.tuple(fc.constantFrom(...FORMS, ...REVEAL_FORMS), address), {
      minLength: 1,
      maxLength: 6,
    });
    const separator = fc.constantFrom('\n\n---\n\n', '\n\n----\n\n', '\n\n');
    const head = fc.option(fc.constantFrom(...FRONTMATTERS));
    const deck = fc
      .tuple(head, forms, separator, fc.constantFrom('\n', '\r\n'))
      .map(([option, parts, between, lineEnd]) => {
        const front = option ? `---\nslideOptions:\n  ${option.replace('URL', ADDRESSES[0]!)}\n---\n\n` : '';
        const body = parts.map(([form, url]) => form.replaceAll('URL', url)).join(between);
        return `${front}# A\n\n${body}\n`.replaceAll('\n', lineEnd);
      });
    fc.assert(
      fc.property(deck, name, fc.constantFrom<SetupName>('hedgedoc', 'reveal-md'), (text, folder, setup) => {
        const copy = `calls/${folder}/a.png`;
        const before = read(text, setup);
        const after = read(rewritten(text, copy, setup), setup);
        const sources = deckSource(parseDeck(text, { setup }), 'calls/deck.md', CONFIG).references;
        assert.equal(after.length, before.length);
        for (const [index, { target, url }] of before.entries()) {
          const isMeant = sources.some(({ urlSpan }) => urlSpan.start === before[index]!.urlSpan.start);
          if (isMeant) assert.deepEqual(after[index]!.target, { kind: 'local', path: `./${folder}/a.png` });
          else assert.deepEqual([after[index]!.target, after[index]!.url], [target, url]);
        }
        assert.equal(rewritten(rewritten(text, copy, setup), copy, setup), rewritten(text, copy, setup));
      }),
      { numRuns: 40 },
    );
  });
});
