import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareDecks } from '../../../src/core/compare/compareDecks';
import type { Deck } from '../../../src/core/deck/deck';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { restoreSlide } from '../../../src/core/edit/restoreSlide';
import { applyEdits } from '../../../src/core/text/textEdits';

const A = '# Welcome\n\nto the call\n';
const B = '# Team IaaS\n\n- Ceph is upgraded\n- new release of the testbed\n';
const C = '# Team Container\n\n- cluster stacks are stable\n- dates of the hackathon\n';
const D = '# Questions?\n\nsee you in two weeks\n';

/** Slides are in columns, one below the other. */
type Columns = readonly (readonly string[])[];

function deckOf(columns: Columns, head = '---\ntype: slide\n---\n\n'): Deck {
  const text = columns.map((column) => column.join('\n----\n\n')).join('\n---\n\n');
  return parseDeck(head + text, { setup: 'hedgedoc' });
}

/** The deck after the first change that can be restored is; null if none can. */
function restoreFirst(deck: Deck, earlier: Deck): Deck | null {
  const { slides } = compareDecks(earlier, deck);
  for (const change of slides) {
    const { before, after, isMoved, isEdited } = change;
    if (before !== null && after !== null && !isMoved && !isEdited) continue;
    const result = restoreSlide(deck, earlier, change, slides);
    assert.ok('edits' in result, JSON.stringify(result));
    // A slide that was in a stack waits for the others.
    if (result.edits.length === 0) continue;
    return parseDeck(applyEdits(deck.text, result.edits), { setup: 'hedgedoc' });
  }
  return null;
}

function restored(deck: Deck, earlier: Deck): Deck {
  return restoreFirst(deck, earlier) ?? deck;
}

const shape = ({ slides }: Deck) => slides.map(({ h, v, content }) => `${h}.${v} ${content.text.trim()}`);

describe('Restoring a slide', () => {
  it('gives it its text again, and changes nothing else', () => {
    const earlier = deckOf([[A], [B], [D]]);
    assert.equal(restored(deckOf([[A], [B.replace('Ceph', 'Rook')], [D]]), earlier).text, earlier.text);
  });

  it('keeps the line ends of the deck', () => {
    const earlier = deckOf([[A], [B], [D]]);
    const crlf = earlier.text.replaceAll('\n', '\r\n');
    const edited = parseDeck(crlf.replace('Ceph', 'Rook'), { setup: 'hedgedoc' });
    assert.equal(restored(edited, earlier).text, crlf);
  });

  it('inserts a removed one where it was', () => {
    for (const slides of [[A], [A, B, C], [B, C, D]]) {
      const earlier = deckOf([A, B, C, D].map((slide) => [slide]));
      let deck: Deck | null = deckOf(slides.map((slide) => [slide]));
      for (let now: Deck | null = deck; now; now = restoreFirst(now, earlier)) deck = now;
      assert.equal(deck!.text, earlier.text);
    }
  });

  it('inserts a removed one into its stack again', () => {
    const earlier = deckOf([[A], [B, C], [D]]);
    assert.deepEqual(shape(restored(deckOf([[A], [B], [D]]), earlier)), shape(earlier));
    assert.deepEqual(shape(restored(deckOf([[A], [C], [D]]), earlier)), shape(earlier));
  });

  it('deletes a new one', () => {
    const earlier = deckOf([[A], [B], [D]]);
    assert.equal(restored(deckOf([[A], [B], [C], [D]]), earlier).text, earlier.text);
  });

  it('moves it back, and gives it its text again if that was edited, too', () => {
    const earlier = deckOf([[A], [B], [C], [D]]);
    const edited = B.replace('upgraded', 'upgraded to Squid');
    assert.equal(restored(deckOf([[A], [C], [D], [edited]]), earlier).text, earlier.text);
  });

  it('moves a stack back as a whole', () => {
    const earlier = deckOf([[A], [B, C], [D]]);
    assert.equal(restored(deckOf([[A], [D], [B, C]]), earlier).text, earlier.text);
  });

  it('leads back to the earlier deck, slide by slide, whatever was edited', () => {
    const slides = Array.from(
      { length: 8 },
      (_, index) => `# Slide ${index}\n\nabout topic ${index} and more\n`,
    );
    const earlier = deckOf(slides.map((slide) => [slide]));
    const order = fc.shuffledSubarray([...slides.keys()], { minLength: 1 });
    const edits = fc.array(fc.constantFrom('same', 'edited', 'followed'), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(order, edits, (chosen, kinds) => {
        const now = chosen.flatMap((index) => {
          const slide = slides[index]!;
          if (kinds[index] === 'edited') return [slide.replace('more', 'much more')];
          return kinds[index] === 'followed' ? [slide, `# Added ${index}\n\nfresh words\n`] : [slide];
        });
        let deck = deckOf(now.map((slide) => [slide]));
        let steps = 0;
        for (let next: Deck | null = deck; next && steps < 40; next = restoreFirst(deck, earlier)) {
          deck = next;
          steps++;
        }
        assert.equal(deck.text, earlier.text);
      }),
      { numRuns: 30 },
    );
  });
});
