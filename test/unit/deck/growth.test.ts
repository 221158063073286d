import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { factsOf, slideKind } from '../../../src/core/deck/slideKind';
import { slideTitle } from '../../../src/core/deck/titles';

/** What is repeated behind a head, by which splitting a deck or naming its slides could grow faster than the text. */
const PATTERNS: Record<string, readonly [head: string, repeated: string]> = {
  separators: ['', '\n\n---\n\n'],
  'separators down': ['', '\n\n----\n\n'],
  'almost separators': ['', '\n---'],
  'dashes with blanks': ['', '- - - '],
  'frontmatter that never ends': ['---\n', '--- \n a: b\n'],
  'dashes in frontmatter': ['---\na: "', '---'],
  'brackets in frontmatter': ['---\na: ', '['],
  'blank lines': ['', '\n'],
  'blank lines with blanks': ['', ' \n'],
  blanks: ['# ', ' '],
  tabs: ['', '\t'],
  'line ends of all kinds': ['', '\r\n\r\n\r'],
  'note separators': ['', 'Note:\n'],
  'notes of nothing': ['Note:', '\n '],
  'blanks before the notes': ['a', ' \nnotes'],
  'open comments': ['', '<!--'],
  'slide comments': ['', '<!-- .slide: a -->\n'],
  'open style sheets': ['', '<style'],
  'open fences': ['', '```\n'],
  'a long fence': ['', '`'],
  'open tags': ['# ', '<a '],
  'open comments on a slide with fragments': ['fragment', '<!--'],
  'attributes of a tag that never ends': ['fragment <a', ' class="a"'],
  'backticks on a slide with fragments': ['fragment', '``` `'],
  'open links': ['# ', '['],
  'empty links': ['# ', '[]('],
  'open pictures': ['# ', '!['],
  stars: ['# ', '*a'],
  underscores: ['# ', ' _'],
  backslashes: ['# ', '\\'],
  entities: ['# ', '&amp'],
  hashes: ['', '#'],
  'hashes behind blanks': ['# a', ' #'],
  headings: ['', '# \n'],
  underlines: ['', 'a\n=\n'],
  'list marks': ['', '- + * '],
};

const SIZES = [25_000, 200_000] as const;
const DIALECTS = [undefined, 'hedgedoc', 'reveal-md', 'reveal-blank-lines'] as const;

describe('work on a hostile deck', () => {
  for (const [name, [head, repeated]] of Object.entries(PATTERNS)) {
    it(`grows no faster than the text: ${name}`, function () {
      this.timeout(60_000);
      const [small, large] = SIZES.map((size) => fastest(head + repeated.repeat(size / repeated.length)));
      // Eight times the text in eight times the time, give or take the noise; quadratic work takes 64 times.
      assert.ok(large! < 24 * Math.max(small!, 3), `${small?.toFixed(1)} ms, then ${large?.toFixed(1)} ms`);
    });
  }

  function fastest(text: string): number {
    const times = [0, 1, 2].map((run) => {
      const start = performance.now();
      for (const dialect of DIALECTS) {
        const deck = parseDeck(text, { dialect });
        // A letter more, as somebody types it: the slides are looked for among those of before.
        for (const slide of parseDeck(`${text}${run}`, { dialect }, deck).slides) {
          slideTitle(slide.content);
          slideKind(slide);
          factsOf(slide.content, deck.dialect);
        }
      }
      return performance.now() - start;
    });
    return Math.min(...times);
  }
});
