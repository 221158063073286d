import assert from 'node:assert/strict';
import {
  clockText,
  elapsedAt,
  isNew,
  NEW_TIMER,
  paused,
  readTimer,
  started,
} from '../../../src/core/present/timer';

describe('The timer of a presentation', () => {
  it('counts while it runs, and keeps what it counted', () => {
    const running = started(NEW_TIMER, 1000);
    assert.equal(elapsedAt(running, 4000), 3000);
    const stopped = paused(running, 4000);
    assert.equal(elapsedAt(stopped, 9000), 3000);
    assert.equal(elapsedAt(started(stopped, 9000), 10_000), 4000);
  });

  it('goes on when it is started again while it runs', () => {
    assert.equal(elapsedAt(started(started(NEW_TIMER, 1000), 3000), 4000), 3000);
  });

  it('does not run backward if the clock is set back', () => {
    assert.equal(elapsedAt(started(NEW_TIMER, 5000), 1000), 0);
  });

  it('is new until it is started, and not while it is paused', () => {
    assert.equal(isNew(NEW_TIMER), true);
    assert.equal(isNew(started(NEW_TIMER, 1)), false);
    assert.equal(isNew(paused(started(NEW_TIMER, 1), 2)), false);
  });

  it('is read only from what has its form', () => {
    assert.deepEqual(readTimer({ elapsed: 5, since: 7, more: true }), { elapsed: 5, since: 7 });
    assert.deepEqual(readTimer(NEW_TIMER), NEW_TIMER);
    for (const value of [null, 5, {}, { elapsed: -1, since: null }, { elapsed: 0, since: 'now' }]) {
      assert.equal(readTimer(value), null);
    }
  });

  it('is written with hours only where there are any', () => {
    assert.equal(clockText(0), '0:00');
    assert.equal(clockText(65_999), '1:05');
    assert.equal(clockText(3_605_000), '1:00:05');
  });
});
