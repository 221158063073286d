import assert from 'node:assert/strict';
import { drawSequence } from '../../../src/page/diagrams/sequence/draw';
import { type Box, layOut } from '../../../src/page/diagrams/sequence/layout';
import { parseSequence } from '../../../src/page/diagrams/sequence/parse';

const measure = (text: string) => ({ width: text.length * 10, height: 20 });

describe('sequence diagrams', () => {
  it('are read: title, participants with aliases, signals, notes, comments', () => {
    const { title, actors, events } = parseSequence(`Title: A: title # with a hash
# a comment
participant Charlie Brown as C # another
C->"Bob, the 2nd": to\\nBob
bob-->>C: open # and dashed
Bob - C: line
NOTE left of C: here
note over C, bob: both
`);
    assert.equal(title, 'A: title # with a hash');
    assert.deepEqual(actors, ['Charlie Brown', 'Bob, the 2nd', 'bob', 'Bob']);
    assert.deepEqual(events, [
      { type: 'signal', from: 0, to: 1, dashed: false, head: 'filled', text: 'to\nBob' },
      { type: 'signal', from: 2, to: 0, dashed: true, head: 'open', text: 'open # and dashed' },
      { type: 'signal', from: 3, to: 0, dashed: false, head: 'none', text: 'line' },
      { type: 'note', place: 'left', actors: [0], text: 'here' },
      { type: 'note', place: 'over', actors: [0, 2], text: 'both' },
    ]);
  });

  it('report the line of an error', () => {
    assert.throws(() => parseSequence('A->B: x\n\nA->'), /^Error: Parse error on line 3:\nA->\n/);
    assert.throws(() => parseSequence('note left of A, B: x'), /line 1/);
    assert.throws(() => parseSequence('\n# nothing'), /no participants/);
  });

  it('keep texts, notes and actors apart and within the picture', () => {
    const layout = layOut(
      parseSequence(`Title: ${'t'.repeat(80)}
A->B: ${'x'.repeat(40)}
note left of A: ${'y'.repeat(30)}
note right of C: ${'z'.repeat(30)}
C->C: itself
A->C: far`),
      measure,
    );
    const [a, b, c] = layout.actors;
    assert.ok(b!.x - a!.x > 400);
    assert.ok(c!.x > b!.x);
    const boxes: Box[] = [
      layout.title!,
      ...layout.notes,
      ...layout.actors.flatMap(({ top, bottom }) => [top, bottom]),
    ];
    for (const { x, y, width, height } of boxes) {
      assert.ok(x >= 0 && y >= 0 && x + width <= layout.width && y + height <= layout.height);
    }
    for (const [index, { y, height }] of layout.notes.entries())
      for (const other of layout.notes.slice(index + 1)) assert.ok(other.y >= y + height);
  });

  it('are drawn with their text escaped', () => {
    const svg = drawSequence(layOut(parseSequence('A->B: <script>&amp;'), measure));
    assert.ok(svg.includes('&lt;script>&amp;amp;'));
    assert.ok(!svg.includes('<script'));
  });
});
