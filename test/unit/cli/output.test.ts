import assert from 'node:assert/strict';
import { hasColors } from '../../../src/cli/output';
import { Progress } from '../../../src/cli/progress';

describe('colors on the command line', () => {
  it('are for terminals that know them', () => {
    assert.equal(hasColors(true, {}), true);
    assert.equal(hasColors(false, {}), false);
    assert.equal(hasColors(true, { TERM: 'dumb' }), false);
  });

  it('follow NO_COLOR and FORCE_COLOR', () => {
    assert.equal(hasColors(true, { NO_COLOR: '1' }), false);
    assert.equal(hasColors(true, { NO_COLOR: '' }), true);
    assert.equal(hasColors(false, { FORCE_COLOR: '1' }), true);
    assert.equal(hasColors(true, { FORCE_COLOR: '0' }), false);
    assert.equal(hasColors(false, { FORCE_COLOR: '1', NO_COLOR: '1' }), true);
  });
});

describe('the progress of the command line', () => {
  /** What is written while the files are read at these times, in milliseconds. */
  function written(isTTY: boolean, times: readonly number[]): string {
    let all = '';
    let time = 0;
    const write = (text: string) => {
      all += text;
      return true;
    };
    const output = { isTTY, write } as Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
    const progress = new Progress(output, () => time);
    for (const [done, at] of times.entries()) {
      time = at;
      progress.at(`Linting: ${done} of ${times.length} files`);
    }
    progress.end();
    return all;
  }

  it('appears after a second, and goes', () => {
    assert.equal(
      written(true, [10, 900, 1000, 1050, 1200]),
      '\r\u001b[KLinting: 2 of 5 files\r\u001b[KLinting: 4 of 5 files\r\u001b[K',
    );
  });

  it('does not appear in shorter runs and outside of terminals', () => {
    assert.equal(written(true, [10, 900]), '');
    assert.equal(written(false, [10, 2000]), '');
  });
});
