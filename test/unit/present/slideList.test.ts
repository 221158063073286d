import assert from 'node:assert/strict';
import { matching } from '../../../src/present/webview/slideList';

const SLIDES = [
  { id: 1, number: '1', title: 'Community Call' },
  { id: 2, number: '2.1', title: 'Team Ops' },
  { id: 3, number: '2.2', title: 'Team Ops - next week' },
  { id: 4, number: '12', title: 'Top 10' },
];

const found = (typed: string) => matching(SLIDES, typed).map(({ id }) => id);

describe('What is typed into the list of slides', () => {
  it('finds all words in titles, in any case and order', () => {
    assert.deepEqual(found('ops team'), [2, 3]);
    assert.deepEqual(found('WEEK'), [3]);
  });

  it('finds the beginning of numbers', () => {
    assert.deepEqual(found('2.2'), [3]);
    assert.deepEqual(found('1'), [1, 4]);
  });

  it('finds everything if it is nothing', () => {
    assert.equal(found('  ').length, SLIDES.length);
  });
});
