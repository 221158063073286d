import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Change, changesAt, changesBetween, takeOver } from '../../../src/core/hedgedoc/noteChanges';
import { applyEdits } from '../../../src/core/text/textEdits';

const HERE = '# A\n\none\n\n---\n\n# B\n';
const THERE = '# A\n\nONE\n\n---\n\n# B\n\nmore\n';

function taken(there: string, here: string, changes: readonly Change[]): string {
  return applyEdits(here, takeOver(there, here, changes));
}

describe('The changes between a note and a deck', () => {
  it('are the lines that differ', () => {
    assert.deepEqual(changesBetween(THERE, HERE), [
      { there: { start: 2, end: 3 }, here: { start: 2, end: 3 } },
      { there: { start: 8, end: 10 }, here: { start: 8, end: 8 } },
    ]);
    assert.deepEqual(changesBetween(HERE, HERE), []);
  });

  it('are not the kinds of line ends', () => {
    assert.deepEqual(changesBetween(HERE, HERE.replaceAll('\n', '\r\n')), []);
  });

  it('are taken over one by one', () => {
    const [first, second] = changesBetween(THERE, HERE);
    assert.equal(taken(THERE, HERE, [first!]), HERE.replace('one', 'ONE'));
    assert.equal(taken(THERE, HERE, [second!]), `${HERE}\nmore\n`);
  });

  it('are taken over with the line ends of the deck', () => {
    const here = HERE.replaceAll('\n', '\r\n');
    assert.equal(taken(THERE, here, changesBetween(THERE, here)), THERE.replaceAll('\n', '\r\n'));
  });

  it('are found at their lines, and those without lines at both sides of their place', () => {
    const changes = changesBetween('a\nb\nx\nc\nd', 'a\nb\nc\nd');
    const at = (line: number) => changesAt(changes, 'here', { start: line, end: line + 1 }).length;
    assert.deepEqual([0, 1, 2, 3].map(at), [0, 1, 1, 0]);
    assert.equal(changesAt(changes, 'there', { start: 2, end: 3 }).length, 1);
    assert.equal(changesAt(changes, 'there', { start: 3, end: 4 }).length, 0);
  });

  it('lead from one text to the other, whichever they are, all at once and one after the other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '', '---', 'ü'), { maxLength: 12 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (there, here) => {
        const all = changesBetween(there, here);
        assert.equal(taken(there, here, all), there);
        let step = here;
        for (const _ of all) step = taken(there, step, changesBetween(there, step).slice(-1));
        assert.equal(step, there);
      }),
    );
  });

  it('are one change of everything where two long texts have nothing in common', () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, line) => `${word} ${line}`).join('\n');
    const changes = changesBetween(text('a'), text('b'));
    assert.equal(changes.length, 1);
    assert.equal(taken(text('a'), text('b'), changes), text('a'));
  });
});
