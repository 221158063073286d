import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SlideContent } from '../../../src/core/deck/deck';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { markupOf } from '../../../src/core/markup/markup';
import { slideHeadings } from '../../../src/core/summary/titles';

const contentOf = (text: string) => parseDeck(text, { setup: 'hedgedoc' }).slides[0]!.content;

/** The headings that markdown-it finds, without those that have no text. */
function exactHeadings(content: SlideContent): string[] {
  const { blocks } = markupOf(content, 'hedgedoc');
  return blocks.flatMap(({ kind, plain }) => (kind === 'heading' && plain !== '' ? [plain] : []));
}

const word = fc.constantFrom('a', 'Team', 'snake_case', 'x1', 'C++', 'é', '語', '🎉', '👩‍💻', '42');
const oddity = fc.oneof(
  fc.constantFrom(
    '\\*',
    '\\_',
    '\\`',
    '\\[',
    '\\\\',
    '\\#',
    '\\<b>',
    '\\&amp;',
    'C\\#',
    'snake\\_case',
    'a\\b',
  ),
  fc.constantFrom('&amp;', '&lt;b&gt;', '&nbsp;', '&auml;', '&#8364;', '&#x41;', '&nothing;', 'R&D', 'a & b'),
  fc.constantFrom(
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '~~',
    '==',
    '[',
    ']',
    '](',
    '!',
    '<',
    '>',
    '#',
    'a \\ b',
    '&',
    '2 * 3',
  ),
  fc.constantFrom('`code`', '`` a`b ``', '`*a*`', '`<b>`', '`&amp;`', '` `', '`a\\`'),
  fc.constantFrom(
    '<br>',
    '<b>x</b>',
    '<font color="#50c3a5">x</font>',
    '<i class=a>',
    '</i>',
    '<https://a.org/b_c>',
  ),
  fc.constantFrom(
    '![alt](a.png)',
    '![a *b*](<c d.png> "e")',
    '![](a.png =20x)',
    'me@a.org',
    'see https://a.org now',
  ),
);
const MARKS = ['*', '_', '**', '__', '***', '~~', '==', '++'];
const TARGETS = ['', 'a.md', './a_b.md', '<a b.md>', 'https://a.org/(b)', 'a (t)', 'a b'];

function joined(piece: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const spaced = fc.tuple(piece, fc.constantFrom(' ', ' ', '', '.', ','));
  return fc.array(spaced, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.flat().join('').trim());
}

function emphasized(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...MARKS), text).map(([mark, inner]) => mark + inner + mark);
}

/** No links within links: that is one of the things that lists do not look into. */
const plain = joined(fc.oneof(word, oddity));
const label = joined(fc.oneof(word, oddity, emphasized(plain)));
const link = fc.tuple(label, fc.constantFrom(...TARGETS)).map(([text, target]) => `[${text}](${target})`);
const inline = joined(
  fc.oneof(word, oddity, link, emphasized(label), emphasized(joined(fc.oneof(word, link)))),
);

const heading = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('#', ' ##', '###\t', '   # '),
      inline,
      fc.constantFrom('', ' #', ' ## ', '#', ' \\#', '  '),
    )
    .map(([mark, text, end]) => `${mark} ${text}${end}`),
  fc
    .tuple(fc.array(inline, { minLength: 1, maxLength: 3 }), fc.constantFrom('===', '-', '  ---  ', '='))
    .map(([lines, underline]) => [...lines.map((line) => `Word ${line}`), underline].join('\n')),
);

/** Titles are cut off, so a heading has to be short for its whole text to be compared. */
const MAX_LENGTH = 150;
const headings = fc.array(
  heading.filter(({ length }) => length <= MAX_LENGTH),
  { minLength: 1, maxLength: 3 },
);

describe('The quick reader of headings', () => {
  it('finds what markdown-it finds', () => {
    fc.assert(
      fc.property(headings, fc.constantFrom('\n', '\r\n'), (texts, lineEnd) => {
        const content = contentOf(`text\n\n${texts.join('\n\n')}\n`.replaceAll('\n', lineEnd));
        assert.deepEqual(slideHeadings(content), exactHeadings(content));
      }),
      { numRuns: 500 },
    );
  });
});
