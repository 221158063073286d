import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_CONFIG } from '../../../src/core/config/config';
import type { Deck, FrontMatter } from '../../../src/core/deck/deck';
import { nameOf } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { classifyUrl, uploadName } from '../../../src/core/files/urls';
import { type Extent, type Fixed, fixAll, isFixable } from '../../../src/core/lint/fixAll';
import type { ReferenceKind } from '../../../src/core/markup/referenceKind';
import { renderSlide } from '../../../src/core/render/renderSlide';
import { applyEdits } from '../../../src/core/text/textEdits';
import { lint } from './linting';

const SETUPS = ['hedgedoc', 'reveal-md', 'reveal-blank-lines', 'mkslides'] as const;
type SetupName = (typeof SETUPS)[number] | undefined;

const FILES = {
  'a.png': '',
  'my pic.png': '',
  'docs/b.md': '',
  '0123-uploaded.png': '',
};

const HEADS = [
  '',
  '---\ntitle: A\ntype: slide\n---\n',
  '---\nTitle: A\nType: Slide\n---\n',
  '---\ntitle: A\ntype: slides\nslideOptions:\n  theme: white\n---\n\n',
  '---\nslideoptions:\n  theme: white\n---\n',
  '---\ntype: "Slide"\nslideOptions:\n  parallaxBackgroundImage: https://input.scs.community/uploads/0123-uploaded.png\n---\n',
  '---\ntheme: white\nrevealOptions:\n  transition: fade\n---\n',
  '\n---\ntitle: A\ntype: slide\n---\n',
  '---\ntitle: A\n',
  '<!-- a -->\n---\ntype: slide\n---\n',
];

/** Separators with and without the defects that authors make. */
const SEPARATORS = [
  ...['\n\n---\n\n', '\n\n----\n\n', '\n---\n', '\n----\n', '\n\n--- \n\n', '\n\n  ---\n\n', '\n \n---\n\n'],
  ...[
    '\n\n\n\n',
    '\n\n\n',
    '\n\n--\n\n',
    '\n\n-----\n\n',
    '\n\n***\n\n',
    '\n\n-v-\n\n',
    '\n\n---\n\n---\n\n',
  ],
  ...['\n\n—\n\n', '\n\n---\n', '\n===\n', '\n\n---\n\n\n\n----\n\n'],
];

const ADDRESSES = [
  ...['a.png', './a.png', 'my%20pic.png', 'docs/b.md', 'lost.png', '#/2', 'a.png#b', 'a.png?fbclid=1'],
  ...[
    'https://input.scs.community/uploads/0123-uploaded.png',
    'https://input.scs.community/uploads/lost.png',
  ],
  ...['https://example.org/?fbclid=1', 'https://example.org/?id=1&amp;gclid=2&amp;utm_source=3'],
  ...[
    'https://example.org/?gclid=1&x=`',
    'https://example.org/?id=1&fbclid=2#a',
    '//example.org/?_ga=1&_ga=2',
  ],
];

const INLINES = [
  ...[
    'text',
    'ОpenStack',
    'it´s',
    'FÃ¼r',
    '**bold**',
    '`<br a=b>`',
    '$x$',
    ':rocket:',
    '\\',
    ' ',
    '*',
    '_',
    '|',
  ],
  ...[
    '</br>',
    '<br>',
    '</br >',
    '</BR\n>',
    '<br/>',
    '</br/>',
    '</p>',
    '<b>',
    '</b>',
    '<font size=5>',
    '</font>',
  ],
  ...[
    '<i class=fa>',
    '<div class=a>',
    '</div>',
    '<span style=color:red>',
    '<font color=#fff size=9>',
    '<pre>',
  ],
  ...[
    '</pre>',
    '<style>',
    '</style>',
    '<script>',
    '<!-- c -->',
    '<!--',
    '-->',
    '<details open=open>',
    '&lt;b a=b>',
  ],
  ...[
    '<!-- .slide: data-background=a.png -->',
    '<!-- .slide: data-background="a.png" -->',
    '<svg a=b>',
    '<table a=b>',
  ],
  ...[
    '<!-- .element: class="fragment" -->',
    '<!-- deckwright-disable-line -->',
    '{%youtube abc %}',
    '[TOC]',
    '~~a~~',
  ],
  ...[
    'Note: a',
    'Notes: a',
    '[x]',
    '[ref]: a.png',
    '![a][ref]',
    '\u2028',
    '\t',
    '😀',
    '\0',
    '&amp;',
    '<textarea a=b>',
  ],
];

const BLOCKS = [
  ...[
    '```',
    '```html',
    '~~~',
    '    code <br a=b>',
    '# Title',
    '## ',
    '#',
    'Agenda\n---',
    'Agenda\n===',
    '- item',
  ],
  ...[
    '| a | b |\n| --- | --- |\n| c </br> d | <b a=b> |',
    '> quote',
    '1. one',
    '- [ ] task',
    ':::info',
    ':::',
    '$$',
  ],
  ...[
    'Note:',
    'note: a',
    '<div>',
    '<div a=b>\n- item',
    '</div>',
    '<style>\nh1 { color: "red" }\n</style>',
    '',
  ],
  ...[
    '<!-- .slide: class="a" -->',
    '<aside class=notes>',
    '[a]: docs/b.md',
    'Team IaaS',
    '<table>\n<tr><td a=b>',
  ],
];

const attribute = fc
  .tuple(
    fc.constantFrom('href', 'src', 'class', 'style', 'size', 'title', 'a', 'data-x', 'onclick'),
    fc.constantFrom('=', ' = ', '=\n', ''),
    fc.constantFrom('', '"', "'"),
    fc.oneof(
      fc.constantFrom(...ADDRESSES, '5', 'red', 'color:red', 'a/'),
      fc.string({ unit: fc.constantFrom(...'a5=/\'"`<>& \t-;{}\\$*_#:[]!'), maxLength: 4 }),
    ),
  )
  .map(([name, equals, quote, value]) => `${name}${equals}${quote}${value}${quote}`);

const tag = fc
  .tuple(
    fc.constantFrom(
      'a',
      'b',
      'br',
      'div',
      'font',
      'img',
      'span',
      'video',
      'td',
      'iframe',
      'x-y',
      'p',
      'IMG',
      'section',
    ),
    fc.array(attribute, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('>', '/>', ' />', ' >', '', '\n>'),
  )
  .map(([name, attributes, end]) => `<${name} ${attributes.join(' ')}${end}`);

const link = fc
  .tuple(
    fc.constantFrom(...ADDRESSES),
    fc.constantFrom(
      ...[
        '![a](URL)',
        '![](URL =20x)',
        '[a](URL)',
        '[URL](URL)',
        '<URL>',
        'URL',
        '![a](<URL> "t")',
        '![a]( URL )',
      ],
      ...[
        '[ref]: URL',
        '[![a](URL)](URL)',
        '`URL`',
        '<!-- .slide: data-background="URL" -->',
        '<img src=URL>',
      ],
      ...[
        '<img src="URL">',
        '<a href=URL>a</a>',
        "<video src='URL'></video>",
        '<!-- .slide: data-background=URL -->',
      ],
      ...[
        '<style>\nh1 { background: url(URL) }\n</style>',
        '[a](URL',
        '![a](URL) {width=20}',
        '{%pdf URL %}',
      ],
    ),
  )
  .map(([url, form]) => form.replaceAll('URL', url));

const inline = fc.oneof(fc.constantFrom(...INLINES), link, tag);

const line = fc
  .tuple(
    fc.constantFrom('', '', '', '- ', '> ', '  ', '    ', '# ', '## ', '1. ', '| ', '- [ ] '),
    fc.array(inline, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', ' ', '  '),
  )
  .map(([start, parts, glue]) => start + parts.join(glue));

const piece = fc.oneof(
  { weight: 4, arbitrary: line },
  { weight: 2, arbitrary: fc.constantFrom(...BLOCKS) },
  { weight: 2, arbitrary: fc.constantFrom(...SEPARATORS) },
);

const lineEnds = fc.oneof(
  fc.constantFrom(['\n'], ['\r\n'], ['\r']),
  fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 5 }),
);

const text = fc
  .tuple(fc.constantFrom(...HEADS), fc.array(piece, { maxLength: 12 }), fc.constantFrom('', '\n'), lineEnds)
  .map(([head, pieces, end, ends]) => {
    let next = 0;
    return (head + pieces.join('\n') + end).replace(/\n/g, () => ends[next++ % ends.length]!);
  });

/** A deck, and how it is read: undefined as its text says. */
const sample = fc.record({ text, setup: fc.constantFrom(...SETUPS, undefined) });
/** Without an empty slide at the end, a text may look like another tool's. */
const known = fc.record({ text, setup: fc.constantFrom(...SETUPS) });

function read(text: string, setup: SetupName): Deck {
  return parseDeck(text, { setup });
}

/** The text after all fixes, with the rules whose findings were fixed. */
function fix(
  text: string,
  setup: SetupName,
  extent: Extent,
): Fixed & { readonly rules: ReadonlySet<string> } {
  const dialect = nameOf(read(text, setup).setup);
  const { isGuess } = read(text, setup);
  const rules = new Set<string>();
  const fixed = fixAll(
    text,
    (now) => {
      const findings = lint(now, { dialect, isGuess, files: FILES });
      for (const finding of findings) if (isFixable(finding, extent)) rules.add(finding.rule);
      return findings;
    },
    extent,
  );
  return { ...fixed, rules };
}

const CLICK = /[?&](?:_ga|_gl|fbclid|gclid)=[^&#]*/;

/**
 * What each rule's safe fixes may change: an address leads to the same place as before. Other rules may change nothing.
 */
const SAME_PLACE: Readonly<Record<string, (url: string, kind: ReferenceKind) => string>> = {
  'bare-relative-path': (url) =>
    classifyUrl(url).kind === 'local' && !/^[./?#]/.test(url) ? `./${url}` : url,
  'hedgedoc-image': (url, kind) => {
    const name = kind === 'link' ? null : uploadName(classifyUrl(url), DEFAULT_CONFIG.hedgedocHosts);
    return name !== null && Object.hasOwn(FILES, name) ? `./${name}` : url;
  },
  'tracking-parameters': (url) => {
    let rest = url;
    while (CLICK.test(rest)) rest = rest.replace(CLICK, (found) => (found[0] === '?' ? '?' : ''));
    return rest.replace(/\?&/, '?').replace(/\?(?=#|$)/, '');
  },
};

/** What the audience and the speaker see of each slide, but for what the fixes of these rules may change. */
function shown({ slides, dialect }: Deck, rules: ReadonlySet<string>): unknown {
  const resolve = (url: string, kind: ReferenceKind) =>
    Object.entries(SAME_PLACE).reduce(
      (place, [rule, same]) => (rules.has(rule) ? same(place, kind) : place),
      url,
    );
  return slides.map(({ content, h, v }) => {
    const { html, attributes } = renderSlide(content, { dialect, resolve, sourceLines: false, math: true });
    return { h, v, html, attributes };
  });
}

/** `missing-frontmatter` corrects how two keys and one value are spelled, and nothing else. */
function settings(frontMatter: FrontMatter | null, rules: ReadonlySet<string>): unknown {
  if (!frontMatter || !rules.has('missing-frontmatter')) return frontMatter?.values ?? null;
  return Object.fromEntries(
    Object.entries(frontMatter.values).map(([key, value]) => {
      const name = /^(?:type|title)$/i.test(key) ? key.toLowerCase() : key;
      return [name, name === 'type' && /^slides?$/i.test(String(value)) ? 'slide' : value];
    }),
  );
}

const runs = { numRuns: 150 };

describe('Fixing all safe problems of a random deck', function () {
  this.timeout(60_000);

  it('changes neither the number of slides nor what they show, but for what the findings name', () => {
    fc.assert(
      fc.property(sample, ({ text, setup }) => {
        const before = read(text, setup);
        const { text: after, edits, rules } = fix(text, setup, 'safe');
        assert.equal(applyEdits(text, edits), after);
        const deck = read(after, setup);
        assert.equal(nameOf(deck.setup), nameOf(before.setup));
        assert.equal(deck.isGuess, before.isGuess);
        assert.deepEqual(shown(deck, rules), shown(before, rules));
        if (!rules.has('hedgedoc-image'))
          assert.deepEqual(settings(deck.frontMatter, rules), settings(before.frontMatter, rules));
      }),
      runs,
    );
  });

  for (const extent of ['safe', 'visible'] as const) {
    it(`leaves nothing that it would fix, and changes nothing the second time (${extent})`, () => {
      fc.assert(
        fc.property(extent === 'safe' ? sample : known, ({ text, setup }) => {
          const { text: after, findings } = fix(text, setup, extent);
          assert.deepEqual(
            findings.filter((finding) => isFixable(finding, extent)),
            [],
          );
          assert.deepEqual(fix(after, setup, extent).text, after);
        }),
        runs,
      );
    });
  }
});
