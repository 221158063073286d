import fc from 'fast-check';
import type { Deck } from '../../../src/core/deck/deck';
import { parseDeck } from '../../../src/core/deck/parseDeck';

export const DIALECTS = ['hedgedoc', 'reveal-md', 'reveal-blank-lines'] as const;

const SEPARATORS: Record<(typeof DIALECTS)[number], readonly string[]> = {
  hedgedoc: ['\n\n---\n\n', '\n\n----\n\n', '\n---\n', '\n----\n'],
  'reveal-md': ['\n---\n', '\n----\n', '\n\n---\n\n', '\n\n----\n\n'],
  'reveal-blank-lines': ['\n\n\n\n', '\n\n\n', '\n\n\n\n\n', '\n\n\n\n\n\n\n'],
};

/** Pieces that matter to the parser, so that random decks test its rules and not only prose. */
const PIECES = [
  '\n',
  '\n\n',
  '# Title\n',
  'text',
  '- item\n',
  '---',
  '----',
  '---\n',
  '\n---',
  '```\n',
  'Note: x\n',
  '<!-- .slide: data-background="a.png" -->\n',
  '<!-- c -->',
  ' ',
  '\u2028',
  '…',
];

const HEADS = [
  '',
  '\ufeff',
  '---\ntype: slide\n---\n',
  '---\ntype: slide\n---',
  '---\ntitle: a\n--- \n\n<style>\nh1 { color: red }\n</style>\n',
  '\n<style>a</style>\n\n',
];

/** Writes a text with other line endings, taking the given ones in turn. */
export function withLineEnds(text: string, lineEnds: readonly string[]): string {
  let next = 0;
  return text.replace(/\n/g, () => lineEnds[next++ % lineEnds.length]!);
}

export interface Sample {
  readonly deck: Deck;
  readonly dialect: (typeof DIALECTS)[number];
}

/** Decks of each dialect, with all kinds of line ends. */
export const sample: fc.Arbitrary<Sample> = fc
  .record({
    dialect: fc.constantFrom(...DIALECTS),
    head: fc.constantFrom(...HEADS),
    pieces: fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.nat(3).map((separator) => ({ separator, piece: 0 })) },
        { weight: 4, arbitrary: fc.nat(PIECES.length - 1).map((piece) => ({ separator: -1, piece })) },
      ),
      { maxLength: 14 },
    ),
    lineEnds: fc.oneof(
      fc.constantFrom(['\n'], ['\r\n'], ['\r']),
      fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 7 }),
    ),
  })
  .map(({ dialect, head, pieces, lineEnds }) => {
    const body = pieces.map(({ separator, piece }) =>
      separator < 0 ? PIECES[piece]! : SEPARATORS[dialect][separator]!,
    );
    const text = withLineEnds(head + body.join(''), lineEnds);
    return { dialect, deck: parseDeck(text, { setup: dialect }) };
  });
