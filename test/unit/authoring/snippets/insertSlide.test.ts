import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type InsertDirection,
  type Insertion,
  insertAtSlideEnd,
  insertBlock,
  insertInline,
  insertSlides,
  replacingWord,
  slidesOf,
} from '../../../../src/core/authoring/snippets/insertSlide';
import { plainSnippet } from '../../../../src/core/authoring/snippets/snippetSyntax';
import type { Deck } from '../../../../src/core/deck/deck';
import type { SetupName } from '../../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../../src/core/deck/parseDeck';
import type { Span } from '../../../../src/core/text/spans';

const BODY = `# Team \${1:A}\n\n----\n\n## $1 \\$\n\n* item\n\n----\n\n## End`;
const NEW = ['# Team A', '## A $\n\n* item', '## End'];

/** A deck's columns, each as the texts of its slides without blank lines at their ends, LF throughout. */
function columns(deck: Deck): string[][] {
  const found: string[][] = [];
  for (const { h, content } of deck.slides) {
    found[h] ??= [];
    found[h].push(content.text.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+|[ \t\n]+$/g, ''));
  }
  return found;
}

/** Blank slides may be filled in or replaced. */
function withoutBlank(all: string[][]): string[][] {
  return all.map((column) => column.filter((text) => text !== '')).filter((column) => column.length > 0);
}

/** What the editor makes of an insertion. */
function applied(text: string, insertion: Insertion | null, lineEnd = '\n'): string {
  assert.ok(insertion);
  const { span, snippet } = insertion;
  const inserted = plainSnippet(snippet).text.replace(/\n/g, lineEnd);
  return text.slice(0, span.start) + inserted + text.slice(span.end);
}

/** The deck with `|` for the cursor, or «word» for what was typed, after the insertion. */
function inserted(
  marked: string,
  direction: InsertDirection,
  { dialect = 'hedgedoc' as SetupName, body = 'NEW' } = {},
): string {
  const start = marked.search(/[|«]/);
  const word = /«(.*)»/.exec(marked)?.[1] ?? '';
  const text = marked.replace(/[|«»]/g, '');
  return applied(text, inserting(text, { start, end: start + word.length }, dialect, direction, body));
}

/** As a completion does it: for the deck without the word, then with it. */
function inserting(
  text: string,
  word: Span,
  dialect: SetupName,
  direction: InsertDirection,
  body: string,
): Insertion | null {
  const deck = parseDeck(text.slice(0, word.start) + text.slice(word.end), { setup: dialect });
  const insertion = insertSlides({ deck, cursor: word.start, options: { setup: dialect } }, direction, body);
  return insertion && replacingWord(text, word, insertion);
}

describe('A snippet that starts a slide', () => {
  it('is alone in an empty file', () => {
    assert.equal(inserted('|', 'column'), 'NEW\n');
    assert.equal(inserted('«scs»', 'column'), 'NEW\n');
  });

  it('is the first slide of a deck that has only frontmatter', () => {
    assert.equal(inserted('---\ntype: slide\n---|', 'column'), '---\ntype: slide\n---\n\nNEW\n');
    assert.equal(inserted('---\ntype: slide\n---\n|', 'column'), '---\ntype: slide\n---\n\nNEW\n');
  });

  it('is the first slide where there is only a style sheet so far', () => {
    const head = '---\ntitle: a\n---\n\n<style>\np {}\n</style>\n';
    assert.equal(inserted(`${head}\n|\n`, 'column'), `${head}\nNEW\n`);
    assert.equal(inserted(`${head}«deck-x»`, 'below'), `${head}\nNEW\n`);
    assert.equal(inserted(`${head}|\n---\n\n# B\n`, 'column'), `${head}\nNEW\n\n---\n\n# B\n`);
  });

  it('goes before the first slide from before its text', () => {
    assert.equal(inserted('---\nx: 1\n---\n|\n# A\n', 'column'), '---\nx: 1\n---\n\nNEW\n\n---\n\n# A\n');
    assert.equal(inserted('|# A\n', 'column'), 'NEW\n\n---\n\n# A\n');
  });

  it('goes after the first column from within the frontmatter', () => {
    const text = '---\n|x: 1\n---\n\n# A\n\n----\n\n# B\n';
    assert.equal(inserted(text, 'column'), '---\nx: 1\n---\n\n# A\n\n----\n\n# B\n\n---\n\nNEW\n');
  });

  it('goes after a slide from its end and from the middle of its text', () => {
    assert.equal(inserted('# A\n\ntext|', 'column'), '# A\n\ntext\n\n---\n\nNEW\n');
    assert.equal(inserted('# A\n\nte|xt\n\n---\n\nB\n', 'column'), '# A\n\ntext\n\n---\n\nNEW\n\n---\n\nB\n');
    assert.equal(inserted('# A\n\n|\n\n\n---\n\nB\n', 'column'), '# A\n\n---\n\nNEW\n\n---\n\nB\n');
  });

  it('goes after the column if it starts one', () => {
    assert.equal(
      inserted('A|\n\n----\n\nB\n\n---\n\nC\n', 'column'),
      'A\n\n----\n\nB\n\n---\n\nNEW\n\n---\n\nC\n',
    );
    assert.equal(inserted('A\n\n----\n|\nB\n', 'column'), 'A\n\n----\n\nB\n\n---\n\nNEW\n');
  });

  it('goes below its slide if it is a vertical one', () => {
    assert.equal(inserted('A|\n\n----\n\nB\n', 'below'), 'A\n\n----\n\nNEW\n\n----\n\nB\n');
    assert.equal(inserted('A|\n\n---\n\nB\n', 'below'), 'A\n\n----\n\nNEW\n\n---\n\nB\n');
  });

  it('continues as the column does if it may be either', () => {
    assert.equal(inserted('A|\n\n----\n\nB\n', 'next'), 'A\n\n----\n\nNEW\n\n----\n\nB\n');
    assert.equal(inserted('A|\n\n---\n\nB\n', 'next'), 'A\n\n---\n\nNEW\n\n---\n\nB\n');
  });

  it('uses the separator that is already there', () => {
    assert.equal(inserted('A\n\n---\n\n|', 'column'), 'A\n\n---\n\nNEW\n');
    assert.equal(inserted('A\n\n---\n|\n---\n\nB\n', 'column'), 'A\n\n---\n\nNEW\n\n---\n\nB\n');
    assert.equal(inserted('A\n\n---\n\n«scs»\n\n---\n\nB\n', 'column'), 'A\n\n---\n\nNEW\n\n---\n\nB\n');
  });

  it('replaces the word typed for it', () => {
    assert.equal(inserted('A\n\n«scs»\n\n---\n\nB\n', 'column'), 'A\n\n---\n\nNEW\n\n---\n\nB\n');
    assert.equal(inserted('A\n«scs»\n---\n\nB\n', 'column'), 'A\n\n---\n\nNEW\n\n---\n\nB\n');
    assert.equal(inserted('A\n\n---\n«scs»\nB\n', 'column'), 'A\n\n---\n\nNEW\n\n---\n\nB\n');
  });

  it('removes the word typed for it when it goes elsewhere', () => {
    assert.equal(inserted('A\n«scs»\n\tB {$}\n', 'column'), 'A\n\n\tB {$}\n\n---\n\nNEW\n');
    assert.equal(inserted('A\n\n«scs»\n\n----\n\nB\n', 'column'), 'A\n\n\n\n----\n\nB\n\n---\n\nNEW\n');
  });

  it('is separated by blank lines if these separate slides', () => {
    const dialect = 'reveal-blank-lines';
    assert.equal(inserted('# A|\n\n\n# B\n', 'column', { dialect }), '# A\n\n\n# B\n\n\n\nNEW\n');
    assert.equal(inserted('# A|\n\n\n# B\n', 'below', { dialect }), '# A\n\n\nNEW\n\n\n# B\n');
    assert.equal(inserted('# A\n\n\n\n|# B\n', 'column', { dialect }), '# A\n\n\n\nNEW\n\n\n\n# B\n');
    const body = 'a\n\n\n\nb\n\n----\n\nc';
    assert.equal(inserted('|', 'column', { dialect, body }), 'a\n\nb\n\n\nc\n');
  });

  it("is separated by the deck's own separators", () => {
    const head = '---\nseparator: <!--s-->\nverticalSeparator: "^\\\\r?\\\\n\\\\*v\\\\*\\\\r?\\\\n$"\n---\n';
    const options = { dialect: 'reveal-md' as const, body: 'x\n\n----\n\ny' };
    assert.equal(inserted(`${head}\nA|\n`, 'column', options), `${head}\nA\n\n<!--s-->\n\nx\n\n*v*\n\ny\n`);
  });

  it("is not inserted where the deck's own pattern does not show how a separator is written", () => {
    const deck = parseDeck('---\nseparator: "^[*]{3}$"\n---\n\nA', { setup: 'reveal-md' });
    assert.equal(insertSlides({ deck, cursor: deck.text.length, options: {} }, 'column', 'x'), null);
  });
});

/** Tools with separators of their own for both directions. */
type Splitting = Exclude<SetupName, 'reveal'>;

const separator: Record<Splitting, [string, string][]> = {
  hedgedoc: [
    ['\n\n---\n\n', '\n\n----\n\n'],
    ['\n\n---\n\n\n', '\n  \n\n----\n\n'],
  ],
  'reveal-md': [
    ['\n---\n', '\n----\n'],
    ['\n\n---\n\n', '\n\n----\n\n'],
  ],
  'reveal-blank-lines': [['\n\n\n\n', '\n\n\n']],
  mkslides: [['\n\n---\n\n', '\n\n-v-\n\n']],
  'vscode-reveal': [['\n\n---\n\n', '\n\n--\n\n']],
};
const piece = fc.constantFrom(
  'text',
  '# Title',
  '- item\n\t- deep',
  'a $1 } \\ b',
  '```\ncode\n```',
  'Note: x',
  '  y',
);
const slideText = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('\n\n')),
  },
  { weight: 1, arbitrary: fc.constant('') },
);

interface Sample {
  readonly text: string;
  readonly dialect: SetupName;
  readonly at: number;
}

const sample: fc.Arbitrary<Sample> = fc
  .constantFrom<Splitting>('hedgedoc', 'reveal-md', 'reveal-blank-lines', 'mkslides', 'vscode-reveal')
  .chain((dialect) =>
    fc.record({
      dialect: fc.constant(dialect),
      style: fc.constantFrom(...separator[dialect]),
      head: fc.constantFrom('', '---\ntitle: x\n---\n'),
      first: slideText,
      more: fc.array(fc.tuple(fc.boolean(), slideText), { maxLength: 5 }),
      end: fc.constantFrom('', '\n', '\n\n'),
      at: fc.nat(),
      lineEnd: fc.constantFrom('\n', '\r\n'),
    }),
  )
  .map(({ dialect, style, head, first, more, end, at, lineEnd }) => {
    const slides = more.map(([vertical, text]) => style[vertical ? 1 : 0] + text).join('');
    const text = (head + (head && first ? '\n' : '') + first + slides + end).replace(/\n/g, lineEnd);
    return { text, dialect, at: at % (text.length + 1) };
  });

describe('Slides inserted anywhere in any deck', () => {
  it('are the intended ones, and the former slides are unchanged', () => {
    const direction = fc.constantFrom<InsertDirection>('column', 'below', 'next');
    fc.assert(
      fc.property(sample, direction, ({ text, dialect, at }, where) => {
        const cursor = text[at - 1] === '\r' ? at - 1 : at;
        const deck = parseDeck(text, { setup: dialect });
        const insertion = insertSlides({ deck, cursor, options: { setup: dialect } }, where, BODY);
        const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
        assertInserted(deck, parseDeck(applied(text, insertion, lineEnd), { setup: dialect }));
      }),
      { numRuns: 3000 },
    );
  });

  it('are the same where a word was typed for them', () => {
    fc.assert(
      fc.property(
        sample,
        fc.constantFrom<InsertDirection>('column', 'below', 'next'),
        ({ text, dialect, at }, where) => {
          const lineStart = Math.max(text.lastIndexOf('\n', at - 1) + 1, headEnd(text));
          const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
          const withWord = `${text.slice(0, lineStart)}deck-x${text.slice(lineStart)}`;
          const word = { start: lineStart, end: lineStart + 6 };
          const insertion = inserting(withWord, word, dialect, where, BODY);
          const after = parseDeck(applied(withWord, insertion, lineEnd), { setup: dialect });
          assertInserted(parseDeck(text, { setup: dialect }), after);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

function headEnd(text: string): number {
  const close = /\n---\r?\n/.exec(text);
  return text.startsWith('---') && close ? close.index + close[0].length : 0;
}

/** Without the new slides, the deck's columns are the former ones. */
function assertInserted(before: Deck, after: Deck): void {
  const now = columns(after);
  const column = now.find((texts) => texts.includes(NEW[0]!)) ?? [];
  const first = column.indexOf(NEW[0]!);
  assert.deepEqual(column.splice(first, NEW.length), NEW);
  assert.deepEqual(withoutBlank(now), withoutBlank(columns(before)));
}

describe('A snippet within a slide', () => {
  const inserting = (marked: string, insert: typeof insertBlock) => {
    const start = marked.indexOf('|');
    const text = marked.replace('|', '');
    return applied(text, insert({ deck: parseDeck(text), cursor: start, options: {} }, 'NEW'));
  };
  const block = (marked: string) => inserting(marked, insertBlock);

  it('is separated from the text around it', () => {
    assert.equal(block('A|\nB\n'), 'A\n\nNEW\n\nB\n');
    assert.equal(block('A\n|\nB\n'), 'A\n\nNEW\n\nB\n');
    assert.equal(block('A\n\n|\n\n---\n\nB\n'), 'A\n\nNEW\n\n---\n\nB\n');
    assert.equal(block('A\n\n---\n\n|\n  B\n'), 'A\n\n---\n\nNEW\n\n  B\n');
    assert.equal(block('|'), 'NEW\n');
  });

  it('goes after a line from the middle of it', () => {
    assert.equal(block('# He|ad\nB\n'), '# Head\n\nNEW\n\nB\n');
    assert.equal(block('A\n\n-|--\n\nB\n'), 'A\n\n---\n\nNEW\n\nB\n');
  });

  it('is at the cursor if it belongs to the text before it, but never glued to a separator', () => {
    const inline = (marked: string) => inserting(marked, insertInline);
    assert.equal(inline('* A |\n* B\n'), '* A NEW\n* B\n');
    assert.equal(inline('A\n|\n---\n\nB\n'), 'A\n\nNEW\n\n---\n\nB\n');
    assert.equal(inline('A\n\n-|--\n\nB\n'), 'A\n\n---\n\nNEW\n\nB\n');
  });

  it('goes after all of the slide if it belongs at the end', () => {
    const text = 'A\n\nB\n\n---\n\nC\n';
    const insertion = insertAtSlideEnd({ deck: parseDeck(text), cursor: 1, options: {} }, 'Note: x');
    assert.equal(applied(text, insertion), 'A\n\nB\n\nNote: x\n\n---\n\nC\n');
  });
});

describe("A snippet's body", () => {
  it('is split into slides as HedgeDoc does it', () => {
    assert.deepEqual(slidesOf('# A\n\n----\n\n  b\n\n---\n\nc\n'), [
      { text: '# A', vertical: false },
      { text: '  b', vertical: true },
      { text: 'c', vertical: false },
    ]);
  });
});
