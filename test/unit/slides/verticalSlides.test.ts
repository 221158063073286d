import assert from 'node:assert/strict';
import { matched } from '../../../src/slides/webview/verticalSlides';

describe('The vertical slides of an edited slide', () => {
  for (const [what, before, now, expected] of [
    ['stay if one of them is edited', 'abc', 'aXc', [0, 1, 2]],
    ['stay after one that is put in', 'abc', 'Xabc', [undefined, 0, 1, 2]],
    ['stay around one that is put in', 'abc', 'abXc', [0, 1, undefined, 2]],
    ['stay around one that is taken out', 'abc', 'ac', [0, 2]],
    ['stay if one is split', 'abc', 'aXYc', [0, 1, undefined, 2]],
    ['stay if two are joined', 'abcd', 'aXd', [0, 1, 3]],
    ['are told apart by their place if they are the same', 'aaa', 'aaaa', [0, 1, 2, undefined]],
    ['are new if there were none', '', 'ab', [undefined, undefined]],
    ['may be gone', 'ab', '', []],
    ['stay where all are edited', 'ab', 'XY', [0, 1]],
  ] as const) {
    it(what, () => assert.deepEqual(matched([...before], [...now]), expected));
  }
});
