import assert from 'node:assert/strict';
import { rehearsalTable, secondsFor, withTime } from '../../../src/core/present/rehearsal';

const words = { slide: 'Slide', title: 'Title', time: 'Time', planned: 'Planned', total: 'Total' };

describe('A rehearsal', () => {
  it('counts the time of each slide, also when it is shown again', () => {
    const first = withTime(new Map(), 1, 5000);
    const second = withTime(first, 2, 7000);
    const again = withTime(second, 1, 8000);
    assert.deepEqual(
      [...again],
      [
        [1, 6000],
        [2, 2000],
      ],
    );
  });

  it('plans at least a second for a slide, since none would mean an equal share', () => {
    assert.deepEqual([0, 400, 1500].map(secondsFor), [1, 1, 2]);
  });
});

describe('The table of a rehearsal', () => {
  const slide = { number: '1', title: 'A | B', seconds: 65, planned: null };

  it('has the time of each slide and of all, in cells that titles cannot break', () => {
    assert.equal(
      rehearsalTable([slide, { ...slide, number: '2.1', title: 'C', seconds: 5 }], words),
      [
        '| Slide | Title | Time |',
        '| --- | --- | ---: |',
        '| 1 | A \\| B | 1:05 |',
        '| 2.1 | C | 0:05 |',
        '|  | Total | 1:10 |',
        '',
      ].join('\n'),
    );
  });

  it('has the plan beside it if there is one', () => {
    const table = rehearsalTable([{ ...slide, planned: 60 }], words);
    assert.match(table, /^\| Slide \| Title \| Time \| Planned \|$/m);
    assert.match(table, /^\| 1 \| A \\\| B \| 1:05 \| 1:00 \|$/m);
    assert.match(table, /^\| {2}\| Total \| 1:05 \| 1:00 \|$/m);
  });
});
