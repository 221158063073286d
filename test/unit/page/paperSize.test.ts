import assert from 'node:assert/strict';
import { paperSize } from '../../../src/core/page/paperSize';

describe('The size of paper', () => {
  it('is the shape of a screen', () => {
    assert.deepEqual(paperSize('16:9'), { ratio: 16 / 9, width: null });
    assert.deepEqual(paperSize('4:3'), { ratio: 4 / 3, width: null });
    assert.deepEqual(paperSize('canvas'), { ratio: null, width: null });
  });

  it('is a sheet across', () => {
    const { ratio, width } = paperSize('A4')!;
    assert.ok(Math.abs(ratio! - 297 / 210) < 1e-9);
    assert.ok(Math.abs(width! - (297 / 25.4) * 96) < 1e-9);
    assert.deepEqual(paperSize('letter'), { ratio: 11 / 8.5, width: 11 * 96 });
  });

  it('is a width and a height in several units', () => {
    assert.deepEqual(paperSize('1920x1080'), { ratio: 16 / 9, width: 1920 });
    assert.deepEqual(paperSize('10 x 5 in'), { ratio: 2, width: 960 });
    assert.ok(Math.abs(paperSize('254x127mm')!.width! - 960) < 1e-9);
    assert.ok(Math.abs(paperSize('25.4x12.7cm')!.width! - 960) < 1e-9);
  });

  it('is nothing else, and no size that PDF does not have', () => {
    for (const text of [
      '',
      'a',
      'B4',
      '16:0',
      '0:9',
      '10x',
      '1x1',
      '99999x99999',
      '1..2x3in',
      '300in',
      '100:1',
      'constructor',
    ])
      assert.equal(paperSize(text), null, text);
  });
});
