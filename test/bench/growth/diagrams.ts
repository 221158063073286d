import { kindsInHtml } from '../../../src/page/diagrams/kinds';
import { parseSequence } from '../../../src/page/diagrams/sequence/parse';
import { timed } from '../measure';
import type { Growth, Pattern } from './growth';

const HEADS = ['', 'a', 'participant ', 'note over ', 'note over a', 'a->b'];
const PARTS = ['a', ' ', '"', '- ', 'a - ', 'participant ', ' as ', 'note over ', ', ', ':'];

export const sequenceGrowth: Growth = {
  title: 'Reading a sequence diagram',
  size: 50_000,
  patterns: named(HEADS.flatMap((head) => PARTS.map((part): Pattern => [head, part]))),
  work: (text) =>
    timed(() => {
      try {
        parseSequence(text);
      } catch (error) {
        if (!String(error).includes('Parse error')) throw error;
      }
    }),
};

export const diagramKindsGrowth: Growth = {
  title: 'Looking for diagrams in HTML',
  size: 100_000,
  patterns: named(['<pre ', '<span class="', '<pre a=" ', '<pre class=""'].map((part) => ['', part])),
  work: (html) => timed(() => kindsInHtml(html)),
};

function named(patterns: Pattern[]): Record<string, Pattern> {
  return Object.fromEntries(patterns.map((pattern) => [JSON.stringify(pattern), pattern]));
}
