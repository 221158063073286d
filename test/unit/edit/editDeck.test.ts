import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deck } from '../../../src/core/deck/deck';
import { type SetupName, splitsAtBlankLines } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import {
  copySlides,
  type DeckEdit,
  type Destination,
  deleteSlides,
  duplicateSlides,
  type EditResult,
  headingSource,
  insertSlides,
  isHidden,
  joinWithNext,
  moveSlides,
  renameSlide,
  setTimings,
  splitSlide,
  toggleHidden,
} from '../../../src/core/edit/editDeck';
import { slideTitle } from '../../../src/core/summary/titles';
import type { TextEdit } from '../../../src/core/text/textEdits';
import { sample } from './randomDecks';

/** Indices of some slides of a deck, at least one. */
function someOf(deck: Deck, picks: readonly number[]): number[] {
  return [...new Set(picks.map((pick) => pick % deck.slides.length))].sort((a, b) => a - b);
}

function placeOf(deck: Deck, [kind, at]: readonly [number, number]): Destination {
  const slide = at % deck.slides.length;
  if (kind === 0) return { before: slide };
  if (kind === 1) return { after: slide };
  return { column: at % (deck.slides.at(-1)!.h + 2) };
}

const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
const target = fc.tuple(fc.nat(2), fc.nat());

function apply(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const { span, newText } of edits) {
    assert.ok(span.start >= from && span.end >= span.start, 'edits are sorted and do not overlap');
    result += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return result + text.slice(from);
}

/** The edits that undo edits. */
function inverse(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) };
  });
}

function done(result: EditResult | null): DeckEdit {
  assert.ok(result && 'edits' in result, `not done: ${JSON.stringify(result)}`);
  return result;
}

/** The deck after an edit, which must be one that can be undone. */
function edited(deck: Deck, { edits }: DeckEdit): Deck {
  const text = apply(deck.text, edits);
  assert.equal(apply(text, inverse(deck.text, edits)), deck.text);
  for (const { span, newText } of edits) {
    assert.ok(span.end > span.start || newText !== '', 'no edit is idle');
  }
  return parseDeck(text, { setup: deck.setup });
}

/** The deck's head: what stays before the first slide, whichever that is. */
function headOf(deck: Deck): string {
  const { start, end } = deck.slides[0]!.span;
  const text = deck.text.slice(start, end);
  const line = deck.frontMatter ? (/^[ \t]*(?:\r\n?|\n)/.exec(text)?.[0].length ?? 0) : 0;
  const mark = deck.text.startsWith('\ufeff') && start === 0 ? 1 : 0;
  const style = /^(?:\s*<style>[^<]*<\/style>[ \t]*(?:\r\n?|\n|$))*/.exec(text.slice(line + mark))![0].length;
  return deck.text.slice(0, start + line + mark + style);
}

/** What a slide says, whatever its place: texts by which slides are distinguished. */
function ownTexts(deck: Deck, head: string): string[] {
  return deck.slides.map(({ span }, index) => {
    const text = deck.text.slice(index === 0 ? head.length : span.start, span.end);
    if (!splitsAtBlankLines(deck.setup)) return text;
    return text
      .replace(/^[\r\n]+/, '')
      .replace(/(?<=[\u2028\u2029])[\r\n]+$|(?<=\r\n|\r(?!\n)|\n)[\r\n]+$/, '');
  });
}

/** Only line endings may be added, and a space where dashes or empty lines would be a separator. */
function assertKept(actual: string, intended: string): void {
  if (intended === '') {
    assert.match(actual, /^(?: ?(?:\r\n?|\n))?$/);
    return;
  }
  const at = actual.indexOf(intended);
  const added = actual.slice(0, at) + actual.slice(at + intended.length);
  if (at >= 0 && /^[\r\n]*$/.test(added)) return;
  const indented = /^ (?=-{3,4})/gm;
  assert.match(actual, indented, `${JSON.stringify(intended)} became ${JSON.stringify(actual)}`);
  assertKept(actual.replace(indented, ''), intended.replace(indented, ''));
}

function structure(deck: Deck): number[] {
  const lengths: number[] = [];
  for (const { h } of deck.slides) lengths[h] = (lengths[h] ?? 0) + 1;
  return lengths;
}

function indexAt(deck: Deck, h: number, v: number): number {
  return deck.slides.find((slide) => slide.h === h && slide.v === v)!.index;
}

function columnsOf<T>(deck: Deck, items: readonly T[]): T[][] {
  const columns: T[][] = [];
  deck.slides.forEach(({ h }, index) => {
    columns[h] ??= [];
    columns[h].push(items[index]!);
  });
  return columns;
}

/** Asserts that an edit gives the deck the intended columns of slides, and changes nothing else. */
function assertMakes(deck: Deck, result: EditResult | null, intended: readonly (readonly string[])[]): Deck {
  const after = edited(deck, done(result));
  const head = headOf(deck);
  assert.deepEqual(
    structure(after),
    intended.map((column) => column.length),
    `${JSON.stringify(deck.text)} became ${JSON.stringify(after.text)}`,
  );
  assert.equal(after.text.slice(0, head.length).replace(/[\r\n]+$/, ''), head.replace(/[\r\n]+$/, ''));
  const start =
    /[\r\n]$/.test(head) && after.text[head.length - 1] !== head.at(-1) ? head.length + 1 : head.length;
  const texts = ownTexts(after, after.text.slice(0, start));
  intended.flat().forEach((text, index) => {
    assertKept(texts[index]!, text);
  });
  const dashes = (part: Deck) =>
    part.slides
      .slice(1)
      .map(({ separator }) => part.text.slice(separator.start, separator.end).replace(/[\r\n]/g, ''));
  for (const separator of dashes(after)) assert.match(separator, /^-{0,4}$/);
  return after;
}

describe('Editing a random deck of any dialect with any line endings', function () {
  this.timeout(30_000);
  const runs = { numRuns: 500 };

  it('moves slides into and out of stacks and between columns', () => {
    fc.assert(
      fc.property(sample, picks, target, fc.boolean(), ({ deck }, chosen, where, apart) => {
        const indices = someOf(deck, chosen);
        const place = placeOf(deck, where);
        const texts = ownTexts(deck, headOf(deck));
        const ids = columnsOf(
          deck,
          texts.map((_, index) => index),
        );
        const moved = ids
          .map((column) => column.filter((id) => indices.includes(id)))
          .filter((c) => c.length > 0);
        const groups = apart ? moved.flat().map((id) => [id]) : moved;
        const marked: (number | 'here')[][] = ids.map((column) => [...column]);
        if ('column' in place) marked.splice(place.column, 0, ['here']);
        else {
          const anchor = 'before' in place ? place.before : place.after;
          const column = marked.find((ids) => ids.includes(anchor))!;
          column.splice(column.indexOf(anchor) + ('before' in place ? 0 : 1), 0, 'here');
        }
        const intended = marked
          .flatMap((column) => {
            const rest = column.filter((id) => id === 'here' || !indices.includes(id));
            if ('column' in place && rest[0] === 'here') return groups;
            return [rest.flatMap((id) => (id === 'here' ? indices : [id]))];
          })
          .filter((column) => column.length > 0);
        const result = done(moveSlides(deck, indices, place, {}, apart));
        assertMakes(
          deck,
          result,
          intended.map((column) => column.map((id) => texts[id]!)),
        );
        assert.deepEqual(
          result.slides.map((index) => intended.flat()[index]).sort((a, b) => a! - b!),
          indices,
        );
      }),
      runs,
    );
  });

  it('duplicates slides', () => {
    fc.assert(
      fc.property(sample, picks, ({ deck }, chosen) => {
        const indices = someOf(deck, chosen);
        const texts = ownTexts(deck, headOf(deck));
        const ids = columnsOf(
          deck,
          texts.map((_, index) => index),
        );
        const intended = ids.flatMap((column) => {
          const copied = column.filter((id) => indices.includes(id));
          if (copied.length === 0) return [column];
          if (copied.length === column.length) return [column, column];
          const last = column.indexOf(copied.at(-1)!) + 1;
          return [[...column.slice(0, last), ...copied, ...column.slice(last)]];
        });
        const result = done(duplicateSlides(deck, indices));
        assertMakes(
          deck,
          result,
          intended.map((column) => column.map((id) => texts[id]!)),
        );
        assert.deepEqual(
          result.slides.map((index) => intended.flat()[index]),
          indices,
        );
      }),
      runs,
    );
  });

  it('deletes slides', () => {
    fc.assert(
      fc.property(sample, picks, ({ deck }, chosen) => {
        const indices = someOf(deck, chosen);
        const texts = ownTexts(deck, headOf(deck));
        const left = columnsOf(deck, texts)
          .map((column, h) => column.filter((_, v) => !indices.includes(indexAt(deck, h, v))))
          .filter((column) => column.length > 0);
        const result = done(deleteSlides(deck, indices));
        assertMakes(deck, result, left.length > 0 ? left : [['']]);
      }),
      runs,
    );
  });

  it('inserts slides that were copied', () => {
    fc.assert(
      fc.property(sample, picks, target, ({ deck }, chosen, where) => {
        const indices = someOf(deck, chosen);
        const place = placeOf(deck, where);
        const texts = ownTexts(deck, headOf(deck));
        // No line begins after a byte order mark, which no editor provides.
        fc.pre(!deck.text.startsWith('\ufeff'));
        const copy = copySlides(deck, indices) as string;
        const intended = columnsOf(deck, texts);
        const copies = columnsOf(deck, texts)
          .map((column, h) => column.filter((_, v) => indices.includes(indexAt(deck, h, v))))
          .filter((column) => column.length > 0);
        if ('column' in place) intended.splice(place.column, 0, ...copies);
        else {
          const { h, v } = deck.slides['before' in place ? place.before : place.after]!;
          intended[h]!.splice('before' in place ? v : v + 1, 0, ...copies.flat());
        }
        const result = done(insertSlides(deck, copy, place));
        assertMakes(deck, result, intended);
        const ids = result.slides.map((index) => intended.flat()[index]);
        assert.deepEqual(ids, copies.flat());
      }),
      runs,
    );
  });

  it('inserts a new slide', () => {
    fc.assert(
      fc.property(sample, target, ({ deck }, where) => {
        const place = placeOf(deck, where);
        const intended = columnsOf(deck, ownTexts(deck, headOf(deck)));
        if ('column' in place) intended.splice(place.column, 0, ['# New']);
        else {
          const { h, v } = deck.slides['before' in place ? place.before : place.after]!;
          intended[h]!.splice('before' in place ? v : v + 1, 0, '# New');
        }
        const result = done(insertSlides(deck, '# New', place));
        const after = assertMakes(deck, result, intended);
        assert.match(after.slides[result.slides[0]!]!.content.text, /^\s*# New\s*$|<\/style>\s*# New\s*$/);
      }),
      runs,
    );
  });

  it('splits a slide', () => {
    fc.assert(
      fc.property(sample, fc.nat(), ({ deck }, at) => {
        const result = splitSlide(deck, at % (deck.text.length + 1));
        if ('refusal' in result) {
          assert.equal(result.refusal, 'nothing');
          return;
        }
        const after = edited(deck, result);
        const [lower] = result.slides;
        assert.equal(after.slides.length, deck.slides.length + 1);
        const squeezed = (text: string) => text.replace(/[\r\n\ufeff]| (?=-{3})/g, '');
        const halves = [lower! - 1, lower!].map((index) => after.slides[index]!.content.text).join('');
        assert.equal(squeezed(halves), squeezed(deck.slides[lower! - 1]!.content.text));
        assert.equal(after.slides[lower!]!.v > 0, deck.slides[lower! - 1]!.stacked);
      }),
      runs,
    );
  });

  it('joins a slide with the next', () => {
    fc.assert(
      fc.property(sample, fc.nat(), ({ deck }, pick) => {
        const index = pick % deck.slides.length;
        const result = joinWithNext(deck, index);
        if (index === deck.slides.length - 1) {
          assert.deepEqual(result, { refusal: 'nothing' });
          return;
        }
        const after = edited(deck, done(result));
        assert.equal(after.slides.length, deck.slides.length - 1);
        const words = (text: string) => text.replace(/note:|\s/gi, '');
        const sorted = (text: string) => [...words(text)].sort().join('');
        const parts = deck.slides[index]!.content.text + deck.slides[index + 1]!.content.text;
        assert.equal(sorted(after.slides[index]!.content.text), sorted(parts));
        const rest = (from: Deck, through: number) =>
          from.slides
            .filter((slide) => slide.index < index || slide.index > through)
            .map(({ content }) => words(content.text));
        assert.deepEqual(rest(after, index), rest(deck, index + 1));
      }),
      runs,
    );
  });

  it('renames a slide', () => {
    fc.assert(
      fc.property(sample, fc.nat(), ({ deck }, pick) => {
        const index = pick % deck.slides.length;
        // No editor provides a byte order mark or mixes line endings; another title leaves one of two notes.
        const { text } = deck.slides[index]!.content;
        fc.pre(!deck.text.startsWith('\ufeff') && !/\r<!--/.test(text) && !/note:.*note:/is.test(text));
        const result = done(renameSlide(deck, index, 'New\r\nname '));
        const after = edited(deck, result);
        assert.deepEqual(structure(after), structure(deck));
        const title = slideTitle(after.slides[index]!.content);
        assert.equal('text' in title && title.text, 'New name');
        const texts = ownTexts(after, headOf(after));
        ownTexts(deck, headOf(deck)).forEach((text, at) => {
          if (at !== index) assertKept(texts[at]!, text);
        });
      }),
      runs,
    );
  });

  it('hides slides and shows them again, which restores the text', () => {
    fc.assert(
      fc.property(sample, picks, ({ deck }, chosen) => {
        const indices = someOf(deck, chosen);
        const result = toggleHidden(deck, indices);
        if (deck.dialect === 'hedgedoc') {
          assert.equal(result, null);
          return;
        }
        const hidden = edited(deck, done(result));
        for (const { index, content } of hidden.slides) {
          assert.equal(isHidden(content, deck.dialect), indices.includes(index));
        }
        const shown = edited(hidden, done(toggleHidden(hidden, indices)));
        const texts = ownTexts(shown, headOf(shown));
        ownTexts(deck, headOf(deck)).forEach((text, at) => {
          assertKept(texts[at]!, text);
        });
      }),
      runs,
    );
  });
});

/** A deck of the text, edited, as text. */
function textAfter(
  text: string,
  edit: (deck: Deck) => EditResult | null,
  dialect: SetupName = 'hedgedoc',
): string {
  const deck = parseDeck(text, { setup: dialect });
  return apply(text, done(edit(deck)).edits);
}

describe('Editing a deck', () => {
  const hedgedoc = '---\ntype: slide\n---\n\n# A\n\n---\n\n# B\n\n----\n\n# C\n\n---\n\n# D';

  it('changes no more than the moved slide: the others keep their place in the text', () => {
    const deck = parseDeck(hedgedoc);
    const { edits, slides } = done(moveSlides(deck, [3], { before: 2 }));
    assert.deepEqual(slides, [2]);
    assert.deepEqual(
      edits.map(({ span, newText }) => [hedgedoc.slice(span.start, span.end), newText]),
      [
        ['', '\n# D\n\n----\n'],
        ['\n---\n\n# D', ''],
      ],
    );
  });

  it('makes the next slide the top of the stack when its top is removed', () => {
    assert.equal(
      textAfter(hedgedoc, (deck) => moveSlides(deck, [1], { column: 3 })),
      '---\ntype: slide\n---\n\n# A\n\n---\n\n# C\n\n---\n\n# D\n\n---\n\n# B\n',
    );
  });

  it('moves a whole stack with its separators', () => {
    assert.equal(
      textAfter(hedgedoc, (deck) => moveSlides(deck, [1, 2], { column: 0 })),
      '---\ntype: slide\n---\n\n# B\n\n----\n\n# C\n\n---\n\n# A\n\n---\n\n# D',
    );
  });

  it('splits a stack into columns', () => {
    const deck = parseDeck(hedgedoc);
    const after = edited(deck, done(moveSlides(deck, [1, 2], { column: 2 }, {}, true)));
    assert.deepEqual(structure(after), [1, 1, 1, 1]);
  });

  it('changes nothing where the slides already are', () => {
    const deck = parseDeck(hedgedoc);
    assert.deepEqual(done(moveSlides(deck, [1, 2], { column: 1 })).edits, []);
    assert.deepEqual(done(moveSlides(deck, [2], { after: 1 })).edits, []);
  });

  it('leaves the style sheet at the head of the deck when the first slide is removed', () => {
    const text = '---\ntype: slide\n---\n\n<style>\nh1 { color: red }\n</style>\n\n# A\n\n---\n\n# B\n';
    assert.equal(
      textAfter(text, (deck) => moveSlides(deck, [0], { column: 2 })),
      '---\ntype: slide\n---\n\n<style>\nh1 { color: red }\n</style>\n\n# B\n\n---\n\n# A\n',
    );
    assert.equal(
      textAfter(text, (deck) => deleteSlides(deck, [0])),
      '---\ntype: slide\n---\n\n<style>\nh1 { color: red }\n</style>\n\n# B\n',
    );
  });

  it('keeps CRLF', () => {
    const text = hedgedoc.replaceAll('\n', '\r\n');
    const after = textAfter(text, (deck) => insertSlides(deck, '# New', { after: 3 }));
    assert.equal(after, `${text}\r\n\r\n----\r\n\r\n# New\r\n`);
  });

  it('distinguishes two identical slides', () => {
    const text = '# A\n\n---\n\n# Same\n\n---\n\n# Same\n\n---\n\n# B\n';
    const deck = parseDeck(text);
    const { slides, edits } = done(deleteSlides(deck, [2]));
    assert.deepEqual(slides, [2]);
    assert.equal(apply(text, edits), '# A\n\n---\n\n# Same\n\n---\n\n# B\n');
  });

  it('leaves an empty slide when all are deleted', () => {
    assert.equal(
      textAfter(hedgedoc, (deck) => deleteSlides(deck, [0, 1, 2, 3])),
      '---\ntype: slide\n---\n',
    );
  });

  it('adds the line endings that a separator needs', () => {
    assert.equal(
      textAfter('# A', (deck) => insertSlides(deck, '# B', { column: 1 })),
      '# A\n\n---\n\n# B\n',
    );
    assert.equal(
      textAfter('a\n\n\nb', (deck) => moveSlides(deck, [1], { column: 0 }), 'reveal-blank-lines'),
      'b\n\n\n\na\n',
    );
  });

  it('does not turn other dashes into a separator', () => {
    const text = '# A\n\n---\n\nlast\n\n---';
    assert.equal(
      textAfter(text, (deck) => moveSlides(deck, [1], { column: 0 })),
      '\nlast\n\n ---\n\n---\n\n# A\n',
    );
  });

  it('does not turn a text that begins with dashes into frontmatter', () => {
    assert.equal(
      textAfter('---x: y', (deck) => insertSlides(deck, '# B', { column: 1 })),
      ' ---x: y\n\n---\n\n# B\n',
    );
  });

  it('splits a slide in a fence that is not closed', () => {
    const text = '# A\n\n```\ncode\n\nmore\n';
    const after = textAfter(text, (deck) => splitSlide(deck, text.indexOf('more')));
    assert.equal(after, '# A\n\n```\ncode\n\n---\n\nmore\n');
  });

  it('splits after the line at whose end the cursor is', () => {
    const text = '# A\nb\nc\n';
    const after = textAfter(text, (deck) => splitSlide(deck, text.indexOf('b') + 1));
    assert.equal(after, '# A\nb\n\n---\n\nc\n');
  });

  it('joins slides so that the notes of both come last', () => {
    const text = '# A\n\nNote: a\n\n---\n\n# B\n\nNote: b\n';
    const after = textAfter(text, (deck) => joinWithNext(deck, 0));
    assert.equal(after, '# A\n\n\n# B\n\nNote: a\n\nb');
    const [slide] = parseDeck(after).slides;
    assert.ok(slide!.content.notes);
  });

  it('inserts slides from a deck that separates them in another way', () => {
    const from = parseDeck('# B\n\n\n\n# C\n\n\n## D\n', { setup: 'reveal-blank-lines' });
    const copy = copySlides(from, [0, 1, 2]) as string;
    assert.equal(
      textAfter('# A\n', (deck) => insertSlides(deck, copy, { column: 1 }, {}, from)),
      '# A\n\n---\n\n# B\n\n---\n\n# C\n\n----\n\n## D\n',
    );
  });

  it('drops the frontmatter of a whole deck that is pasted', () => {
    const deck = parseDeck('# A\n');
    const after = edited(deck, done(insertSlides(deck, hedgedoc, { column: 1 })));
    assert.deepEqual(structure(after), [1, 1, 2, 1]);
  });
});

describe('Renaming a slide', () => {
  const cases: Record<string, [string, string]> = {
    'replaces its heading': ['text\n\n## Old ##\n', 'text\n\n## New ##\n'],
    'keeps the comment after the heading': [
      '# Old <!-- .element: class="fragment" -->\n',
      '# New <!-- .element: class="fragment" -->\n',
    ],
    'replaces an underlined heading': ['Old\n===\n', 'New\n===\n'],
    'replaces all lines of an underlined heading': ['text\n\nOld\nname\n===\n', 'text\n\nNew\n===\n'],
    'takes nothing in a fence for a heading': ['```\n# Old\n```\n', '# New\n\n```\n# Old\n```\n'],
    'adds a heading to text': ['text\n', '# New\n\ntext\n'],
    'adds a heading after a comment': [
      '<!-- .slide: id="x" -->\ntext\n',
      '<!-- .slide: id="x" -->\n# New\n\ntext\n',
    ],
    'adds a heading before the notes': ['\nNote: x\n', '\n# New\n\nNote: x\n'],
    'adds a heading to an empty slide': ['', '# New\n'],
  };
  for (const [what, [text, after]] of Object.entries(cases)) {
    it(what, () => {
      assert.equal(
        textAfter(text, (deck) => renameSlide(deck, 0, 'New')),
        after,
      );
    });
  }

  it('starts from the heading in one line', () => {
    const source = (text: string) => headingSource(parseDeck(text).slides[0]!.content);
    assert.equal(source('# Old *name* ##\n'), 'Old *name*');
    assert.equal(source('Old\n  *name*\n===\n'), 'Old *name*');
  });

  it('to nothing is refused', () => {
    assert.deepEqual(renameSlide(parseDeck('# A'), 0, ' \n'), { refusal: 'nothing' });
  });
});

describe('Hiding a slide', () => {
  const hide = (text: string) => textAfter(text, (deck) => toggleHidden(deck, [0]), 'reveal-md');

  it('adds a comment, which showing it removes', () => {
    assert.equal(hide('\n# A\n'), '\n<!-- .slide: data-visibility="hidden" -->\n# A\n');
    assert.equal(hide('\n<!-- .slide: data-visibility="hidden" -->\n# A\n'), '\n# A\n');
  });

  it('uses an existing comment', () => {
    const shown = '<!-- .slide: id="x" -->\n# A\n';
    const hidden = '<!-- .slide: id="x" data-visibility="hidden" -->\n# A\n';
    assert.equal(hide(shown), hidden);
    assert.equal(hide(hidden), shown);
  });

  it('replaces another visibility', () => {
    assert.equal(
      hide('<!-- .slide: data-visibility="uncounted" -->\n'),
      '<!-- .slide: data-visibility="hidden" -->\n',
    );
  });

  it('does not mistake a comment in code for one', () => {
    const code = '```\n<!-- .slide: data-visibility="hidden" -->\n```\n';
    assert.equal(hide(code), `<!-- .slide: data-visibility="hidden" -->\n${code}`);
  });
});

describe('Editing a deck with separators of its own', function () {
  this.timeout(30_000);
  const deckWith = (frontMatter: string, body: string) => parseDeck(`---\n${frontMatter}\n---\n${body}`);
  const bodyAfter = (deck: Deck, result: EditResult) => {
    const { edits } = done(result);
    return apply(deck.text, edits).slice(deck.frontMatter!.span.end + 1);
  };

  it('copies an existing one', () => {
    const deck = deckWith('separator: "<!--[a-z]+-->"', 'a<!--one-->b<!--two-->c');
    assert.equal(
      bodyAfter(deck, insertSlides(deck, 'x', { column: 1 })),
      'a<!--one-->x<!--one-->b<!--two-->c',
    );
  });

  it('keeps them all, and each where slides stay together', () => {
    const deck = deckWith('separator: "<!--[a-z]+-->"', 'a<!--one-->b<!--two-->c');
    assert.equal(bodyAfter(deck, moveSlides(deck, [2], { column: 0 })), 'c<!--two-->a<!--one-->b');
  });

  it('writes what a simple pattern says', () => {
    const deck = deckWith('separator: "^\\\\n\\\\*\\\\*\\\\*\\\\n$"\nverticalSeparator: <!--v-->', '# a');
    assert.equal(bodyAfter(deck, insertSlides(deck, '# x', { after: 0 })), '# a<!--v-->\n# x\n');
    assert.equal(bodyAfter(deck, insertSlides(deck, '# x', { column: 1 })), '# a\n\n***\n\n# x\n');
  });

  it('adds the line endings that the pattern needs', () => {
    const deck = deckWith('separator: "^-- *$"', 'a\n--\nb\n--\nc');
    assert.equal(bodyAfter(deck, moveSlides(deck, [2], { column: 0 })), '\nc\n--\na\n--\nb\n');
  });

  it('refuses if nothing shows what a separator looks like', () => {
    const deck = deckWith('separator: "[*]{3}|[+]{3}"', 'a');
    assert.deepEqual(insertSlides(deck, 'x', { column: 1 }), { refusal: 'no-separator' });
  });

  it('uses the usual ones if patterns from decks are not run', () => {
    const deck = parseDeck('---\nseparator: <!--s-->\n---\na\n---\nb', { allowCustomSeparators: false });
    const { edits } = done(insertSlides(deck, 'x', { column: 1 }, { allowCustomSeparators: false }));
    assert.equal(apply(deck.text, edits), '---\nseparator: <!--s-->\n---\na\n---\nx\n---\nb');
  });

  it('never writes a deck that is read in another way', () => {
    const pieces = fc.array(fc.constantFrom('a', '\n', '--', '<!--s-->', '***', ' ', '# T\n'), {
      maxLength: 10,
    });
    const pattern = fc.constantFrom('<!--[a-z]-->', '^--$', '\\\\n\\\\*\\\\*\\\\*\\\\n', 'a+', '^$', ' *--');
    fc.assert(
      fc.property(pieces, pattern, picks, target, (body, separator, chosen, where) => {
        const deck = deckWith(`separator: "${separator}"`, body.join(''));
        const indices = someOf(deck, chosen);
        const result = moveSlides(deck, indices, placeOf(deck, where));
        if ('refusal' in result) return;
        const after = edited(deck, result);
        assert.equal(after.slides.length, deck.slides.length);
        const sorted = (of: Deck) =>
          ownTexts(of, headOf(of))
            .map((text) => text.replace(/^[\r\n]+|[\r\n]+$| (?=-{3})/g, ''))
            .sort();
        assert.deepEqual(sorted(after), sorted(deck));
      }),
      { numRuns: 500 },
    );
  });
});

describe('The time planned for a slide', () => {
  const withTimes = (text: string, ...times: [number, number][]) =>
    textAfter(text, (deck) => setTimings(deck, new Map(times)));

  it('is in a comment of its own, or beside the attributes that the slide has', () => {
    assert.equal(
      withTimes('# A\n\n---\n\n<!-- .slide: class="b" -->\n# B\n', [0, 30], [1, 45]),
      '<!-- .slide: data-timing="30" -->\n# A\n\n---\n\n<!-- .slide: class="b" data-timing="45" -->\n# B\n',
    );
  });

  it('takes the place of an earlier one', () => {
    assert.equal(
      withTimes('<!-- .slide: data-timing="5" id="a" -->\n# A\n', [0, 30]),
      '<!-- .slide: data-timing="30" id="a" -->\n# A\n',
    );
  });

  it('is not taken for one in code', () => {
    assert.equal(
      withTimes('`<!-- .slide: data-timing="5" -->`\n', [0, 30]),
      '<!-- .slide: data-timing="30" -->\n`<!-- .slide: data-timing="5" -->`\n',
    );
  });
});
