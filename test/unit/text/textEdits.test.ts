import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, joinEdits, reverseEdits, type TextEdit } from '../../../src/core/text/textEdits';

/** Edits that do not overlap, for a text of any length: places count in thousandths of it. */
const round = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.string({ maxLength: 4 })), { maxLength: 4 });

function editsOf(text: string, drawn: readonly (readonly [number, number, string])[]): TextEdit[] {
  const places = [...drawn.map(([one]) => one), ...drawn.map(([, other]) => other)].sort((a, b) => a - b);
  return drawn.map(([, , newText], index) => {
    const [start, end] = places
      .slice(2 * index, 2 * index + 2)
      .map((place) => Math.floor((place / 1000) * text.length));
    return { span: { start: start!, end: end! }, newText };
  });
}

describe('rounds of edits', () => {
  it('joined into one lead to the same text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(round, { maxLength: 4 }), (text, drawn) => {
        const rounds: TextEdit[][] = [];
        let edited = text;
        for (const one of drawn) {
          const edits = editsOf(edited, one);
          rounds.push(edits);
          edited = applyEdits(edited, edits);
        }
        assert.equal(applyEdits(text, joinEdits(text, rounds)), edited);
      }),
    );
  });

  it('joined into one change nothing else', () => {
    const rounds = [
      [{ span: { start: 2, end: 3 }, newText: 'X' }],
      [
        { span: { start: 2, end: 3 }, newText: 'YY' },
        { span: { start: 5, end: 6 }, newText: '' },
      ],
    ];
    assert.deepEqual(joinEdits('abcdefg', rounds), [
      { span: { start: 2, end: 3 }, newText: 'YY' },
      { span: { start: 5, end: 6 }, newText: '' },
    ]);
  });
});

describe('edits', () => {
  it('can be reversed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), round, (text, drawn) => {
        const edits = editsOf(text, drawn);
        assert.equal(applyEdits(applyEdits(text, edits), reverseEdits(text, edits)), text);
      }),
    );
  });
});
