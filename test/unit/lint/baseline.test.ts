import assert from 'node:assert/strict';
import { Baseline } from '../../../src/core/lint/baseline';
import { reported } from '../../../src/core/lint/report';
import type { Finding } from '../../../src/core/lint/rule';

/** A finding for each time that a word is in the text. */
function findings(text: string, word: string, rule = 'odd'): Finding[] {
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
    rule,
    severity: 'error',
    message: `At ${index}`,
    span: { start: index, end: index + word.length },
    fixes: [],
  }));
}

function baselineOf(text: string, word: string): Baseline {
  const baseline = new Baseline();
  for (const finding of reported('talk.md', text, findings(text, word))) baseline.add('talk.md', finding);
  return Baseline.read(baseline.toString())!;
}

describe('a baseline', () => {
  const starts = (baseline: Baseline, text: string, found: Finding[], file = 'talk.md') =>
    baseline.newIn(file, text, found).map(({ span }) => span.start);

  it('knows its findings after lines have moved', () => {
    const baseline = baselineOf('a x\nb x\n', 'x');
    const text = '\n\nnew\n\nb x\n\na x\n';
    assert.deepEqual(starts(baseline, text, findings(text, 'x')), []);
  });

  it('does not know one more of the same, another text, rule or file', () => {
    const baseline = baselineOf('x\n', 'x');
    assert.deepEqual(starts(baseline, 'x x\n', findings('x x\n', 'x')), [2]);
    assert.deepEqual(starts(baseline, 'y\n', findings('y\n', 'y')), [0]);
    assert.deepEqual(starts(baseline, 'x\n', findings('x\n', 'x', 'other')), [0]);
    assert.deepEqual(starts(baseline, 'x\n', findings('x\n', 'x'), 'other.md'), [0]);
  });

  it('is written in one order, with names that could be taken for something else', () => {
    const [finding] = reported('a', '__proto__', findings('__proto__', '__proto__'));
    const baseline = new Baseline();
    for (const file of ['b.md', '__proto__', 'a.md']) baseline.add(file, finding!);
    const written = baseline.toString();
    assert.match(written, /"__proto__": \{\s+"odd": \{\s+"__proto__": 1\s+\}\s+\},\s+"a\.md".+"b\.md"/s);
    assert.equal(Baseline.read(written)!.toString(), written);
    assert.deepEqual(
      starts(Baseline.read(written)!, '__proto__', findings('__proto__', '__proto__'), '__proto__'),
      [],
    );
  });

  it('is nothing but a baseline', () => {
    for (const text of [
      '',
      '[]',
      '{}',
      '{"version": 2, "findings": {}}',
      '{"version": 1, "findings": {"a": 1}}',
    ]) {
      assert.equal(Baseline.read(text), null, text);
    }
  });
});
