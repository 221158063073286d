import assert from 'node:assert/strict';
import { NAMED_SETUPS } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { lookOf } from '../../../src/core/options/slideOptions';
import { paceOf } from '../../../src/core/present/pace';
import { timingsOf } from '../../../src/core/present/timings';

function timings(options: string, ...slides: string[]) {
  const text = `---\ntype: slide\nslideOptions:\n  ${options}\n---\n\n${slides.join('\n\n---\n\n')}\n`;
  const deck = parseDeck(text, { setup: NAMED_SETUPS.hedgedoc });
  return timingsOf(deck, lookOf(deck).options);
}

const OWN = '<!-- .slide: data-timing="100" -->\n# B';

describe('The time planned for each slide', () => {
  it('is an equal share of what slides with a time of their own leave of the total', () => {
    assert.deepEqual(timings('totalTime: 300', '# A', OWN, '# C'), [100, 100, 100]);
    assert.deepEqual(timings('totalTime: 400', '# A', OWN, '# C'), [150, 100, 150]);
  });

  it('is never negative', () => {
    assert.deepEqual(timings('totalTime: 60', '# A', OWN), [0, 100]);
  });

  it('is the default without a total', () => {
    assert.deepEqual(timings('defaultTiming: 30', '# A', OWN), [30, 100]);
  });

  it('is known only of slides that have one if there is neither', () => {
    assert.deepEqual(timings('center: true', '# A', OWN), [0, 100]);
  });

  it('does not exist if nothing says so', () => {
    assert.equal(timings('center: true', '# A', '`<!-- .slide: data-timing="5" -->`'), null);
  });

  it('is none for slides that are hidden', () => {
    const text = '# A\n\n---\n\n<!-- .slide: data-visibility="hidden" -->\n# B\n\n---\n\n# C\n';
    const deck = parseDeck(`---\nrevealOptions:\n  totalTime: 60\n---\n${text}`, {
      setup: NAMED_SETUPS['reveal-md'],
    });
    assert.deepEqual(timingsOf(deck, { totalTime: 60 }), [30, 0, 30]);
  });
});

describe('The pace', () => {
  const plan = [10, 20, 30];

  it('is on time from the planned beginning of a slide to its end', () => {
    assert.deepEqual(paceOf(plan, 1, 10), { left: 20, ahead: 0, behind: 0, total: 60 });
    assert.deepEqual(paceOf(plan, 1, 30), { left: 0, ahead: 0, behind: 0, total: 60 });
  });

  it('is ahead before that, and behind after that', () => {
    assert.equal(paceOf(plan, 1, 4).ahead, 6);
    assert.equal(paceOf(plan, 1, 37).behind, 7);
  });
});
