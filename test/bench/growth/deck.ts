import { parseDeck } from '../../../src/core/deck/parseDeck';
import { moveSlides } from '../../../src/core/edit/editDeck';
import { factsOf, slideKind } from '../../../src/core/summary/slideKind';
import { slideTitle } from '../../../src/core/summary/titles';
import { timed } from '../measure';
import type { Growth, Pattern } from './growth';

const PATTERNS: Record<string, Pattern> = {
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

const DIALECTS = [undefined, 'hedgedoc', 'reveal-md', 'reveal-blank-lines'] as const;

export const deckGrowth: Growth = {
  title: 'Splitting a deck in each dialect and naming its slides',
  size: 25_000,
  patterns: PATTERNS,
  work: (text) => {
    let run = 0;
    return timed(() => {
      for (const dialect of DIALECTS) {
        const deck = parseDeck(text, { setup: dialect });
        // One letter more, as somebody types it: the slides are looked up among the earlier ones.
        for (const slide of parseDeck(`${text}${run++}`, { setup: dialect }, deck).slides) {
          slideTitle(slide.content);
          slideKind(slide);
          factsOf(slide.content, deck.dialect);
        }
      }
    });
  },
};

export const moveGrowth: Growth = {
  title: 'Moving the last slide behind the first',
  size: 40_000,
  patterns: { slides: ['---\ntype: slide\n---\n', '\n# Slide\n\ntext\n\n---\n'] },
  work: (text) => {
    const deck = parseDeck(text);
    return timed(() => moveSlides(deck, [deck.slides.length - 1], { column: 1 }));
  },
};
