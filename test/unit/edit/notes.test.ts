import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deck } from '../../../src/core/deck/deck';
import type { SetupName } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { mergedNotes, notesOf, otherNotesOf, setNotes } from '../../../src/core/edit/editDeck';
import { applyEdits } from '../../../src/core/text/textEdits';
import { sample } from './randomDecks';

const CALL = '# A\n\nNote: one\n\n---\n\n# B\n\n---\n\n# C\n';

function deckOf(text: string, setup: SetupName = 'hedgedoc'): Deck {
  return parseDeck(text, { setup });
}

/** The deck's text with these notes, or why it is left as it is. */
function withNotes(deck: Deck, index: number, notes: string): string {
  const result = setNotes(deck, index, notes);
  return 'refusal' in result ? result.refusal : applyEdits(deck.text, result.edits);
}

describe('setting the notes of a slide', () => {
  it('replaces what is after Note:', () => {
    assert.equal(withNotes(deckOf(CALL), 0, 'two\n- three'), CALL.replace('one', 'two\n- three'));
  });

  it('changes only what differs, so that cursors in the notes stay', () => {
    const result = setNotes(deckOf(CALL.replace('one', 'one two three')), 0, 'one 2 three');
    assert.ok('edits' in result);
    const { start } = result.edits[0]!.span;
    assert.deepEqual(result.edits, [{ span: { start, end: start + 3 }, newText: '2' }]);
    assert.equal(start, CALL.indexOf('one') + 4);
  });

  it('adds notes with Note: at the end of the slide', () => {
    const [first, second] = CALL.split('# B\n');
    assert.equal(withNotes(deckOf(CALL), 1, 'hi'), `${first}# B\n\nNote: hi\n${second}`);
    assert.equal(withNotes(deckOf(CALL), 2, 'a\n\nb'), `${CALL}\nNote:\na\n\nb\n`);
  });

  it('begins notes as the other slides of the deck do', () => {
    const deck = deckOf('# A\n\nnotes: x\n\n---\n\n# B\n', 'reveal-md');
    assert.equal(withNotes(deck, 1, 'y'), '# A\n\nnotes: x\n\n---\n\n# B\n\nnotes: y\n');
  });

  it('begins notes as the separator of the set-up says', () => {
    const custom = (notesSeparator: string) =>
      deckOf(`---\nnotesSeparator: '${notesSeparator}'\n---\n# A\n\n---\n\n# B\n`, 'reveal-md');
    const added = (deck: Deck, notes: string) => withNotes(deck, 1, notes).slice(deck.text.length);
    assert.equal(added(custom('<!-- speaker -->'), 'y'), '\n<!-- speaker --> y\n');
    assert.equal(added(custom('^Speak:$'), 'y'), '\nSpeak:\ny\n');
    assert.equal(withNotes(custom('%{3,}'), 1, 'y'), 'no-notes-separator');
  });

  it('adds notes to slides that are empty', () => {
    assert.equal(withNotes(deckOf(''), 0, 'x'), 'Note: x');
    const deck = deckOf('# A\n\n---\n\n---\n\n# C');
    assert.equal(notesOf(deckOf(withNotes(deck, 1, 'x')).slides[1]!.content), 'x');
  });

  it('fills notes that are empty', () => {
    const text = '# A\n\nNote:\n\n---\n\n# B';
    assert.equal(withNotes(deckOf(text), 0, 'x'), '# A\n\nNote: x\n\n---\n\n# B');
  });

  it('removes notes with their Note:', () => {
    assert.equal(withNotes(deckOf(CALL), 0, ' \n'), CALL.replace('\n\nNote: one', ''));
    const empty = deckOf('# A\n\n---\n\nNote: x\n\n---\n\n# B');
    assert.equal(withNotes(empty, 1, ''), '# A\n\n---\n\n\n---\n\n# B');
    assert.equal(
      withNotes(deckOf('# A\n\n\n\nNote: x\n\n\n\n\n# B', 'reveal-blank-lines'), 0, ''),
      'nothing',
    );
    const blank = deckOf('# A\n\nNote: x\n\n\n\n# B', 'reveal-blank-lines');
    assert.equal(withNotes(blank, 0, ''), '# A\n\n\n\n# B');
  });

  it('keeps the line ends of the deck', () => {
    const text = CALL.replaceAll('\n', '\r\n');
    assert.equal(withNotes(deckOf(text), 0, 'a\nb'), text.replace('one', 'a\r\nb'));
    assert.equal(notesOf(deckOf(text.replace('one', 'a\r\nb')).slides[0]!.content), 'a\nb');
  });

  it('refuses notes that would begin a slide or notes', () => {
    assert.equal(withNotes(deckOf(CALL), 0, 'a\n\n---\n\nb'), 'separator-in-notes');
    assert.equal(withNotes(deckOf(CALL), 1, 'a\n\n----\n\nb'), 'separator-in-notes');
    assert.equal(withNotes(deckOf(CALL), 0, 'a\nNote: b'), 'separator-in-notes');
    const blank = deckOf('# A\n\nNote: x\n\n\n\n# B', 'reveal-blank-lines');
    assert.equal(withNotes(blank, 0, 'a\n\n\nb'), 'separator-in-notes');
    assert.notEqual(withNotes(blank, 0, 'a\n\nb'), 'separator-in-notes');
  });

  it('is refused where several lines begin notes, as none of them does', () => {
    assert.equal(withNotes(deckOf('# A\n\nNote: x\n\nNote: y'), 0, 'z'), 'several-notes');
  });

  it('has nothing to do if they are the same', () => {
    assert.equal(withNotes(deckOf(CALL), 0, ' one\n'), 'nothing');
    assert.equal(withNotes(deckOf(CALL), 1, ''), 'nothing');
  });

  const words = fc.array(
    fc.constantFrom('a', '- b', '\n', '\n\n', '# c', '<p>', '```', ' ', '\u2028', '…', '---', 'Note: d'),
    { maxLength: 8 },
  );

  it('changes the notes and nothing else, in any deck', () => {
    fc.assert(
      fc.property(sample, fc.nat(), words, ({ deck, dialect }, at, parts) => {
        const index = at % deck.slides.length;
        const notes = parts.join('');
        const result = setNotes(deck, index, notes);
        if ('refusal' in result) return;
        const edited = deckOf(applyEdits(deck.text, result.edits), dialect);
        assert.equal(edited.slides.length, deck.slides.length);
        const bodies = ({ slides }: Deck) =>
          slides.map(({ content: { text, body } }, each) =>
            each === index ? text.slice(0, body.end).trimEnd() : text,
          );
        assert.deepEqual(bodies(edited), bodies(deck));
        assert.equal(notesOf(edited.slides[index]!.content) ?? '', notes.trim());
      }),
      { numRuns: 1000 },
    );
  });

  it('takes all notes that begin nothing', () => {
    const harmless = fc.array(fc.constantFrom('a', '- b', '\nc', '\n\nd', '# e', '<p>', '…'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(sample, fc.nat(), harmless, ({ deck }, at, parts) => {
        fc.pre(new Set(deck.text.match(/\r\n?|\n/g)).size <= 1);
        const index = at % deck.slides.length;
        // Any line below them makes dashes a separator.
        fc.pre(!/-\s*$/.test(deck.slides[index]!.content.text));
        const result = setNotes(deck, index, parts.join(''));
        if ('refusal' in result) assert.match(result.refusal, /^(?:nothing|several-notes)$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('notes that are not after Note:', () => {
  const found = (text: string) => {
    const deck = deckOf(text, 'reveal-md');
    return otherNotesOf(deck.slides[0]!.content, deck);
  };

  it('are in an aside or in an attribute of the slide', () => {
    assert.deepEqual(found('# A\n\n<aside class="notes">\n  one\n</aside>'), { text: 'one', line: 2 });
    assert.deepEqual(found("# A\n<ASIDE id=x class='big notes'>one"), { text: 'one', line: 1 });
    assert.deepEqual(found('<!-- .slide: data-notes="two" -->\n# A'), { text: 'two', line: 0 });
  });

  it('are not in code or in other asides', () => {
    assert.equal(found('```\n<aside class="notes">one</aside>\n```'), null);
    assert.equal(found('`<aside class="notes">one</aside>`'), null);
    assert.equal(found('<aside class="footnotes">one</aside>'), null);
    assert.equal(found('<aside data-class="notes">one</aside>'), null);
  });
});

describe('notes that changed while they were written', () => {
  it('are kept with what was written below', () => {
    assert.equal(mergedNotes('theirs', 'old', 'mine'), 'theirs\n\nmine');
  });

  it('are kept where nothing was written', () => {
    assert.equal(mergedNotes('theirs', 'old', 'old'), 'theirs');
    assert.equal(mergedNotes('theirs', 'old', ''), 'theirs');
  });

  it('are what was written if they did not change, or were removed, or are the same', () => {
    assert.equal(mergedNotes('old', 'old', 'mine\n'), 'mine');
    assert.equal(mergedNotes('', 'old', 'mine'), 'mine');
    assert.equal(mergedNotes('mine', 'old', 'mine'), 'mine');
  });
});
