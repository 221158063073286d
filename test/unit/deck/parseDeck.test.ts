import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deck } from '../../../src/core/deck/deck';
import { SETUP_NAMES } from '../../../src/core/deck/namedSetups';
import { type ParseOptions, parseDeck } from '../../../src/core/deck/parseDeck';

/** Pieces that matter to the parser, so that random decks test its rules and not only prose. */
const piece = fc.constantFrom(
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\n\n\n',
  '---',
  '----',
  '\n---\n',
  '\n\n---\n\n',
  '\n\n----\n\n',
  '```\n',
  'Note: x\n',
  'notes:',
  '# Title\n',
  'type: slide\n',
  'separator: "<!--s-->"\n',
  '<!--s-->',
  '<!-- .slide: data-background="a.png" -->',
  'text',
  ' ',
  '\u2028',
  '…',
);
const deckText = fc
  .tuple(fc.constantFrom('', '---\ntype: slide\n---\n', '---\nseparator: "<!--s-->"\n---\n'), fc.array(piece))
  .map(([head, pieces]) => head + pieces.join(''));
const edit = fc.record({ at: fc.nat(), remove: fc.nat(40), insert: fc.array(piece, { maxLength: 3 }) });
const options: fc.Arbitrary<ParseOptions> = fc.record({
  setup: fc.constantFrom(undefined, ...SETUP_NAMES),
});

function apply(
  text: string,
  { at, remove, insert }: { at: number; remove: number; insert: string[] },
): string {
  const start = text.length === 0 ? 0 : at % (text.length + 1);
  return text.slice(0, start) + insert.join('') + text.slice(start + remove);
}

describe('Parsing a deck after edits', () => {
  it('gives the same as parsing it from scratch', () => {
    fc.assert(
      fc.property(deckText, fc.array(edit, { maxLength: 6 }), options, (text, edits, parseOptions) => {
        let deck: Deck | undefined;
        for (const next of edits) {
          deck = parseDeck(text, parseOptions, deck);
          text = apply(text, next);
        }
        assert.deepEqual(parseDeck(text, parseOptions, deck), parseDeck(text, parseOptions));
      }),
      { numRuns: 500 },
    );
  });

  it('loses no character: separators and slides together are the text', () => {
    fc.assert(
      fc.property(deckText, options, (text, parseOptions) => {
        const { slides, frontMatter } = parseDeck(text, parseOptions);
        const parts = slides.flatMap(({ separator, span }) => [separator, span]);
        const whole = parts.map(({ start, end }) => text.slice(start, end)).join('');
        assert.equal(text.slice(0, frontMatter?.span.end ?? 0) + whole, text);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the content of every untouched slide, even if it moved', () => {
    const before = parseDeck('a\n\n---\n\nb\n\n---\n\nc\n\n---\n\nd\n');
    const typed = parseDeck('a\n\n---\n\nbx\n\n---\n\nc\n\n---\n\nd\n', {}, before);
    assert.equal(typed.slides[0], before.slides[0]);
    assert.equal(typed.slides[2]!.content, before.slides[2]!.content);
    const moved = parseDeck('a\n\n---\n\nc\n\n---\n\nb\n\n---\n\nd\n', {}, before);
    assert.equal(moved.slides[1]!.content, before.slides[2]!.content);
    assert.equal(moved.slides[2]!.content, before.slides[1]!.content);
  });

  it('finds notes again when another dialect has a different rule for them', () => {
    const text = 'a\n\nNotes: b';
    const before = parseDeck(text, { setup: 'hedgedoc' });
    assert.ok(parseDeck(text, { setup: 'reveal-md' }, before).slides[0]!.content.notes);
  });

  it('looks at each of ten thousand slides once', () => {
    const text = `---\ntype: slide\n---\n${'\n# Slide\n\ntext\n\n---\n'.repeat(10_000)}`;
    const deck = parseDeck(text);
    assert.equal(deck.slides.length, 10_001);
    const { line, span } = deck.slides.at(-2)!;
    assert.equal(text.split('\n', line).join('\n').length + 1, span.start);
  });
});

describe('A deck reports', () => {
  it('that frontmatter after a blank line is shown as text', () => {
    const deck = parseDeck('\n---\n\ntitle: x\ntype: slide\n---\n\n# A');
    assert.equal(deck.frontMatter, null);
    assert.equal(deck.slides.length, 2);
    assert.match(deck.problems[0]!.message, /first thing in the file/);
  });

  it('what is wrong with its frontmatter', () => {
    assert.equal(parseDeck('---\ntype: [\n---\n').problems.length, 1);
    assert.equal(parseDeck('---\ntype: slide\n---\n').problems.length, 0);
  });
});
