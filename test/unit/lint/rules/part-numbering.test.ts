import assert from 'node:assert/strict';
import { faults, lint } from '../linting';

const rule = 'part-numbering';

const deck = (...titles: string[]) => titles.map((title) => `# ${title}`).join('\n\n---\n\n');

describe('part-numbering', () => {
  it('finds a missing part', () => {
    assert.deepEqual(faults(deck('Topic (1/3)', 'Topic (3/3)'), { rule }), ['Topic (3/3)']);
    assert.deepEqual(faults(deck('Topic (1/2)', 'Other'), { rule }), ['Topic (1/2)']);
  });

  it('says which part is missing', () => {
    const message = (...titles: string[]) => lint(deck(...titles), { rule })[0]!.message;
    assert.match(message('Topic (1/2)', 'Other'), /^Topic \(2\/2\) is missing\./);
    assert.match(message('Topic (2/3)', 'Other'), /^Topic \(1\/3, 3\/3\) are missing\./);
  });

  it('finds parts that disagree on their total', () => {
    assert.deepEqual(faults(deck('Topic 1/2', 'Topic 2/3'), { rule }), ['Topic 2/3']);
  });

  it('takes a heading that begins with its number for the next part', () => {
    assert.deepEqual(faults(deck('Topic (1/2)', '(2/2) - more'), { rule }), []);
    assert.deepEqual(faults(deck('Topic (1/3)', '(2/3) more'), { rule }), ['(2/3) more']);
    assert.deepEqual(faults(deck('(2/2) - more', 'Other'), { rule }), []);
  });

  it('reads a number that more follows', () => {
    assert.deepEqual(faults(deck('Topic (1/2)', 'Topic (2/2) - more'), { rule }), []);
    assert.deepEqual(faults(deck('Topic (1/3): a', 'Topic (2/3): b'), { rule }), ['Topic (2/3): b']);
    assert.deepEqual(
      faults(deck('Won (3/4) of all', 'On 3/4 - a Sunday', 'On 3/5 - a Monday'), { rule }),
      [],
    );
  });

  it('leaves alone complete series, dates and scores', () => {
    const text = deck('Topic (1/2)', 'Topic (2/2)', 'Plan 1/2', 'Plan 2/2', 'Status 10/12', 'Won 3/4');
    assert.deepEqual(faults(text, { rule }), []);
  });
});
