import { DEFAULT_CONFIG } from '../../../src/core/config/config';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { lintDeck } from '../../../src/core/lint/lintDeck';
import { markupOf } from '../../../src/core/markup/markup';
import { timed } from '../measure';
import type { Growth, Pattern } from './growth';

const PATTERNS: Record<string, Pattern> = {
  'lines of dashes': ['', 'a\n--\n'],
  'long lines of dashes': ['a\n\n', '-'],
  'empty slides': ['', '\n\n---\n\n'],
  'slides that are the same': ['', `# A${' word'.repeat(20)}\n\n---\n\n`],
  'frontmatter that never ends': ['---\n', 'type: slide\n'],
  'links that never end': ['', '[a](https://a '],
  'links with blanks': ['', '[a] (https://a)'],
  'links the wrong way round': ['', '(a)[https://a] '],
  'brackets that open': ['', '['],
  'brackets that close': ['', ']('],
  addresses: ['', 'https://a.example/?utm_source=a '],
  'parameters of an address': ['https://a.example/?', 'utm_a=b&'],
  definitions: ['', '[a]: ./b.md\n\n'],
  pictures: ['', '![](./a.png =1'],
  handles: ['', '[@a](https://github.com/b) '],
  labels: ['', '[#1](https://github.com/a/b/issues/2) '],
  dates: ['', '2023-13-45 '],
  'comments that never end': ['', '<!-- a '],
  'attribute comments': ['', '<!-- .slide: data-background="a" -->\n'],
  attributes: ['<!-- .slide: ', "a='b' "],
  suppressions: ['', '<!-- deckwright-disable-next-line a -->\n'],
  tags: ['', '<font size=12px>'],
  'a slide of tags alone': ['# A\n\n---\n\n', '<b></b>'],
  'a tag that never ends': ['<a', ' b="c"'],
  'style sheets': ['', '<style>a { color: "#fff" }</style>\n\n'],
  'a style sheet': ['<style>', 'a { color: "#fff" } '],
  'brackets in a style sheet': ['<style>a { b: ', '('],
  stars: ['', '**a '],
  backticks: ['', '` a '],
  'list marks': ['a\n', '    * b\n'],
  headings: ['', '#\n'],
  teams: ['', '# Team IaaS\n\n---\n\n'],
  'misspelt teams': ['# Team ', 'Iaas '],
  parts: ['', '# A (1/3)\n\n---\n\n'],
  mojibake: ['', 'â€“'],
  'letters of other scripts': ['', 'Pа'],
  reporters: ['', 'Report by @a\n'],
};

const files = { deck: '20240101.md', list: () => new Map(), head: () => null, text: () => null };

export const lintGrowth: Growth = {
  title: 'Linting a deck',
  size: 10_000,
  patterns: PATTERNS,
  work: (text) => () => {
    // A different deck each time, so that the rules know nothing of its slides but what markdown makes of them.
    const deck = parseDeck(text, { setup: 'hedgedoc' });
    for (const { content } of deck.slides) markupOf(content, deck.dialect);
    return timed(() => lintDeck(deck, { config: DEFAULT_CONFIG, files }))();
  },
};
