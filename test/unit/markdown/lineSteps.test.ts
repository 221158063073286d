import assert from 'node:assert/strict';
import { readFenceInfo, readLineSteps, writeLineStep } from '../../../src/core/markdown/lineSteps';

describe('What is written after a fence', () => {
  const attributes = (info: string) => readFenceInfo(info).attributes;

  it('numbers lines with brackets, and highlights those in them', () => {
    assert.deepEqual(attributes('js []'), { 'data-line-numbers': '' });
    assert.deepEqual(attributes('js [ 1, 3-5 | 2 ]'), { 'data-line-numbers': '1, 3-5 | 2' });
    assert.deepEqual(attributes('js'), {});
    assert.deepEqual(attributes('js [a]'), {});
  });

  it('counts from the number before a colon', () => {
    assert.deepEqual(attributes('js [5: 1|2]'), { 'data-line-numbers': '1|2', 'data-ln-start-from': '5' });
    assert.deepEqual(attributes('js [5:]'), { 'data-line-numbers': '', 'data-ln-start-from': '5' });
    assert.deepEqual(attributes('js [: 1]'), { 'data-line-numbers': '1' });
  });

  it('has the language before the brackets or after them', () => {
    assert.equal(readFenceInfo(' js [1] ').words, 'js');
    assert.equal(readFenceInfo('[1] js').words, 'js');
    assert.equal(readFenceInfo('js other').words, 'js other');
  });
});

describe('The steps of code', () => {
  const steps = (value: string) => readLineSteps(value).map(writeLineStep);

  it('are separated by bars, their lines by commas', () => {
    assert.deepEqual(readLineSteps('1, 3 - 5 | 2'), [
      [
        { first: 1, last: 1 },
        { first: 3, last: 5 },
      ],
      [{ first: 2, last: 2 }],
    ]);
    assert.deepEqual(steps('1,3-5|2'), ['1,3-5', '2']);
  });

  it('may highlight nothing', () => {
    assert.deepEqual(steps(''), ['']);
    assert.deepEqual(steps('1|'), ['1', '']);
    assert.deepEqual(steps('|1|x'), ['', '1', '']);
  });

  it('take what is not a range for nothing, and half a range for its line', () => {
    assert.deepEqual(steps('3-|-3|-|1-2-3'), ['3', '', '', '1-2']);
  });
});
