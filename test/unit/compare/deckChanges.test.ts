import assert from 'node:assert/strict';
import { compareDecks } from '../../../src/core/compare/compareDecks';
import { DeckChanges, markOf, type SlideMark } from '../../../src/core/compare/deckChanges';
import type { Deck } from '../../../src/core/deck/deck';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { slideTitle } from '../../../src/core/summary/titles';

const HEAD = '---\ntype: slide\n---\n\n';

function deckOf(slides: readonly string[], previous?: Deck): Deck {
  return parseDeck(HEAD + slides.join('\n\n---\n\n'), {}, previous);
}

/** Texts that have nothing in common. */
const A = '# A\n\nApples are red.';
const B = '# B\n\nNobody knows the number seventeen.';
const C = '# C\n\nA quick fox jumps.';
const D = '# D\n\nWhere the rivers meet, boats wait.';

function changesBetween(before: Deck, after: Deck): DeckChanges {
  const comparison = compareDecks(before, after);
  const marks: (SlideMark | null)[] = [];
  for (const change of comparison.slides) if (change.after !== null) marks[change.after] = markOf(change);
  return new DeckChanges(before, after, comparison, marks);
}

/** What is said of the slides of a deck, one word for each. */
function words(changes: DeckChanges, deck: Deck): string[] {
  return deck.slides.map((slide) => {
    const mark = changes.markOf(deck, slide);
    if (!mark) return '';
    return [mark.isAdded ? 'added' : '', mark.isMoved ? 'moved' : '', ...mark.aspects].filter(Boolean).join();
  });
}

describe('The marks of changed slides', () => {
  it('tell which were added, moved and edited, and how', () => {
    const before = deckOf([A, B, C]);
    const after = deckOf([B, D, `${A}\n\nNote: New`, C]);
    const told = words(changesBetween(before, after), after);
    assert.equal(told[1], 'added');
    assert.equal(told[3], '');
    // Either of the two is the one that moved.
    assert.ok(
      told.join(';') === ';added;moved,notes;' || told.join(';') === 'moved;added;notes;',
      told.join(';'),
    );
  });

  it('keep quiet about what does not show', () => {
    const before = deckOf([A, B]);
    const after = deckOf([`${A}\n\n<!-- For us -->`, `${B}   `]);
    assert.deepEqual(words(changesBetween(before, after), after), ['', '']);
  });

  it('stay with their slides while the deck is edited further', () => {
    const before = deckOf([A, B, C]);
    const after = deckOf([A, `${B} More.`, C], before);
    const changes = changesBetween(before, after);
    const typed = deckOf([A, `${B} More and more.`, C], after);
    assert.deepEqual(words(changes, typed), ['', 'text', '']);
    const inserted = deckOf([D, A, `${B} More and more.`, C], typed);
    assert.deepEqual(words(changes, inserted), ['', '', 'text', '']);
  });
});

describe('Slides that were removed', () => {
  const removed = (changes: DeckChanges, deck: Deck) =>
    changes.removedFrom(deck).map(({ slide, next }) => {
      const title = slideTitle(slide.content);
      return ['text' in title ? title.text : '', next];
    });

  it('are where they were, in their order', () => {
    const before = deckOf([A, B, C, D]);
    const after = deckOf([B]);
    const changes = changesBetween(before, after);
    assert.deepEqual(removed(changes, after), [
      ['A', 0],
      ['C', null],
      ['D', null],
    ]);
  });

  it('stay before the same slide while the deck is edited further', () => {
    const before = deckOf([A, B, C]);
    const after = deckOf([A, C], before);
    const changes = changesBetween(before, after);
    assert.deepEqual(removed(changes, deckOf([D, A, C], after)), [['B', 2]]);
  });
});
