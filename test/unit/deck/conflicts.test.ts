import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conflictsIn, markersIn } from '../../../src/core/deck/conflicts';
import type { Deck, Slide } from '../../../src/core/deck/deck';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { sideText } from '../../../src/core/deck/sideText';
import { resolving, type Taken, takeSide } from '../../../src/core/edit/editDeck';
import { cursorTarget, slideAt } from '../../../src/core/summary/slideAt';
import { applyEdits } from '../../../src/core/text/textEdits';
import { withLineEnds } from '../edit/randomDecks';
import { type ConflictStyle, merged, mergesOf } from './merging';

const piece = fc.constantFrom(
  '# Title\n',
  '## Other\n',
  'text\n',
  '* item\n',
  '* other\n',
  '\n',
  '\n---\n\n',
  '\n----\n\n',
  'Note:\n',
  '<!-- .slide: class="a" -->\n',
);
const head = fc.constantFrom('', '---\ntitle: a\n---\n', '---\ntitle: b\ntype: slide\n---\n');
const text = fc
  .tuple(head, fc.array(piece, { minLength: 1, maxLength: 12 }))
  .map(([start, pieces]) => start + pieces.join(''));
const lineEnd = fc.constantFrom('\n', '\r\n');

const versions = fc.tuple(text, text, text, lineEnd).map(([base, ours, theirs, end]) => ({
  base: withLineEnds(base, [end]),
  ours: withLineEnds(ours, [end]),
  theirs: withLineEnds(theirs, [end]),
}));

const STYLES: readonly ConflictStyle[] = ['merge', 'diff3', 'zdiff3'];

const MARKER = /^(?:<{7} HEAD|\|{7} base|={7}|>{7} topic)\r?$/m;

function taken(deck: Deck, side: Taken): string {
  return applyEdits(
    deck.text,
    deck.conflicts.flatMap((conflict) => resolving(deck, conflict, side)),
  );
}

function contents(slides: readonly Slide[]): string[] {
  return slides.map(({ content }) => content.text);
}

/** Random decks that git has merged. */
interface Merge {
  readonly conflicted: string;
  readonly ours: string;
  readonly theirs: string;
}

describe('A deck in a merge conflict', () => {
  let merges: readonly Merge[] = [];

  before(() => {
    merges = STYLES.flatMap((style) => {
      const { conflicted, ours, theirs } = mergesOf(fc.sample(versions, 60), style);
      return conflicted.map((each, index) => ({
        conflicted: each,
        ours: ours[index]!,
        theirs: theirs[index]!,
      }));
    });
  });

  it('becomes exactly what git takes of one side', () => {
    for (const { conflicted, ours, theirs } of merges) {
      const deck = parseDeck(conflicted, { setup: 'hedgedoc' });
      assert.equal(taken(deck, 'current'), ours, conflicted);
      assert.equal(taken(deck, 'incoming'), theirs, conflicted);
    }
  });

  it('has the slides of both sides, in the order of each, and none with markers', () => {
    for (const { conflicted } of merges) {
      const deck = parseDeck(conflicted, { setup: 'hedgedoc' });
      for (const side of ['current', 'incoming'] as const) {
        const other = side === 'current' ? 'incoming' : 'current';
        const slides = deck.slides.filter(({ conflict }) => conflict?.side !== other);
        const alone = parseDeck(sideText(conflicted, deck.conflicts, side).text, { setup: 'hedgedoc' });
        assert.deepEqual(contents(slides), contents(alone.slides), conflicted);
      }
      for (const { content } of deck.slides) assert.doesNotMatch(content.text, MARKER, conflicted);
    }
  });

  it('has the cursor on the side of the slide that it goes to', () => {
    for (const { conflicted } of merges) {
      const deck = parseDeck(conflicted, { setup: 'hedgedoc' });
      for (const slide of deck.slides) {
        const side = slide.conflict?.side;
        const shown = slideAt(deck, cursorTarget(slide)).conflict?.side;
        if (side) assert.equal(shown ?? side, side, `${conflicted}\n${slide.content.text}`);
      }
    }
  });

  it('is read after an edit as it is from scratch', () => {
    const read = (deck: Deck) => JSON.stringify(deck);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(20), piece, (which, at, remove, inserted) => {
        const { conflicted } = merges[which % merges.length]!;
        const start = at % (conflicted.length + 1);
        const edited = conflicted.slice(0, start) + inserted + conflicted.slice(start + remove);
        const before = parseDeck(conflicted);
        assert.equal(read(parseDeck(edited, {}, before)), read(parseDeck(edited)));
        assert.equal(read(parseDeck(conflicted, {}, parseDeck(edited))), read(before));
      }),
    );
  });

  const base = '---\ntype: slide\n---\n\n# A\n\n---\n\n# B\n\n* one\n\n---\n\n# C\n';
  const both = merged(base, base.replace('one', 'ours'), base.replace('one', 'theirs'));

  it('shows the slide of a conflict twice, and all others once', () => {
    const { slides } = parseDeck(both);
    assert.deepEqual(contents(slides), ['\n\n# A\n', '\n# B\n\n* ours\n', '\n# B\n\n* theirs\n', '\n# C\n']);
    assert.deepEqual(
      slides.map(({ conflict, h, line }) => [conflict?.side ?? null, h, line]),
      [
        [null, 0, 2],
        ['current', 1, 7],
        ['incoming', 2, 7],
        [null, 3, 17],
      ],
    );
  });

  it('says so', () => {
    assert.match(parseDeck(both).problems[0]!.message, /^A merge conflict is not resolved\./);
    assert.deepEqual(parseDeck(base).problems, []);
  });

  it('has slides of each side where their separators differ', () => {
    const { slides } = parseDeck(
      merged('# A\n\nx\n', '# A\n\n---\n\n# B\n', '# A\n\n----\n\n# C\n\n----\n\n# D\n'),
      {
        setup: 'hedgedoc',
      },
    );
    assert.deepEqual(
      slides.map(({ content, conflict, h, v }) => [content.text.trim(), conflict?.side ?? null, h, v]),
      [
        ['# A', null, 0, 0],
        ['# B', 'current', 1, 0],
        ['# C', 'incoming', 1, 1],
        ['# D', 'incoming', 1, 2],
      ],
    );
  });

  it('has the frontmatter of the current side', () => {
    const theme = (name: string) => `---\ntype: slide\nslideOptions:\n  theme: ${name}\n---\n\n# A\n`;
    const conflicted = merged(theme('white'), theme('night'), theme('moon'), 'diff3');
    const { frontMatter, slides, problems } = parseDeck(conflicted);
    assert.deepEqual({ ...(frontMatter!.values.slideOptions as object) }, { theme: 'night' });
    const { start, end } = frontMatter!.entries.get('slideOptions.theme')!.value;
    assert.equal(conflicted.slice(start, end), 'night');
    assert.deepEqual(contents(slides), ['\n\n# A\n']);
    assert.equal(problems.length, 1);
  });

  it('is read when git has put all of it into one conflict', () => {
    const conflicted = merged('', '---\ntype: slide\n---\n\n# A\n', '---\ntype: slide\n---\n\n# B\n');
    const { frontMatter, slides } = parseDeck(conflicted);
    assert.equal(frontMatter?.values.type, 'slide');
    assert.deepEqual(contents(slides), ['\n\n# A\n', '\n\n# B\n']);
  });

  it('keeps two slides apart when both are taken', () => {
    const conflicted = merged(
      '# A\n\n---\n\n# Z\n',
      '# A\n\n---\n\n# B\n\nb\n\n---\n\n# Z\n',
      '# A\n\n---\n\n# C\n\nc\n\n---\n\n# Z\n',
    );
    const deck = parseDeck(conflicted, { setup: 'hedgedoc' });
    assert.equal(taken(deck, 'both'), '# A\n\n---\n\n# B\n\nb\n\n---\n\n# C\n\nc\n\n---\n\n# Z\n');
  });

  it('has the lines of both on one slide when both are taken of a part of it', () => {
    assert.equal(taken(parseDeck(both), 'both'), base.replace('* one', '* ours\n* theirs'));
  });

  it('goes to the slide that was taken', () => {
    const deck = parseDeck(both);
    const result = takeSide(deck, 2, 'this');
    assert.ok('edits' in result);
    assert.equal(applyEdits(both, result.edits), base.replace('one', 'theirs'));
    assert.deepEqual(result.slides, [1]);
    assert.deepEqual(takeSide(deck, 0, 'this'), { refusal: 'nothing' });
  });
});

describe('Markers of git', () => {
  const conflict = '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> topic\n';
  const count = (text: string) => conflictsIn(text).length;

  it('are told from headings, quotes, longer and indented lines', () => {
    assert.equal(count(conflict), 1);
    assert.equal(count(conflict.replace('<<<<<<<', '<<<<<<<<')), 0);
    assert.equal(count(conflict.replaceAll(/^/gm, ' ')), 0);
    assert.equal(count(conflict.replace('=======', '======')), 0);
    assert.deepEqual(markersIn('Heading\n=======\n\n> quote\n>>>>>>> deep\n').strays, []);
  });

  it('are told from the line under a heading of the incoming side, and from one that is longer', () => {
    const [found] = conflictsIn(conflict.replace('b\n', 'b\n=======\nc\n').replace('a\n', 'a\n======= x\n'));
    assert.deepEqual(
      found && [found.current.span, found.incoming.span].map(({ end, start }) => end - start),
      ['a\n======= x\n'.length, 'b\n=======\nc\n'.length],
    );
  });

  it('in a complete fence are an example', () => {
    const example = `\`\`\`\n${conflict}\`\`\`\n`;
    assert.deepEqual(markersIn(example), { conflicts: [], strays: [] });
    assert.equal(count(example.replace('HEAD', 'mine') + conflict), 1);
  });

  it("in a fence are git's if it has put the same ones elsewhere", () => {
    assert.equal(count(`\`\`\`\n${conflict}\`\`\`\n${conflict}`), 2);
  });

  it('in a fence that is not closed on its slide are no example', () => {
    assert.equal(count(`\`\`\`\n${conflict}\n---\n\n\`\`\`\nx\n\`\`\`\n`), 1);
  });

  it('between two ways to open a fence are no example', () => {
    assert.equal(count('<<<<<<< HEAD\n```js\n=======\n```ts\n>>>>>>> topic\na\n```\n'), 1);
  });

  it('that are left over are found', () => {
    const strays = (text: string) => markersIn(text).strays.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(strays('<<<<<<< HEAD\na\n'), ['<<<<<<< HEAD']);
    assert.deepEqual(strays('a\n>>>>>>> 1234567 (Add a slide)\n'), ['>>>>>>> 1234567 (Add a slide)']);
    assert.deepEqual(strays(`<<<<<<< HEAD\n${conflict}`), ['<<<<<<< HEAD']);
  });
});
