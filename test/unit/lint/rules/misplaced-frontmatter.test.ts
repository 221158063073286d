import assert from 'node:assert/strict';
import { fixAll } from '../../../../src/core/lint/fixAll';
import { faults, fixed, lint } from '../linting';

const rule = 'misplaced-frontmatter';

const block = '---\ntitle: A\ntype: slide\n---\n# A\n';

describe('misplaced-frontmatter', () => {
  it('removes empty lines before the frontmatter', () => {
    assert.equal(fixed(`\n \n${block}`, { rule }), block);
  });

  it('leaves no other finding that it alone causes', () => {
    const text = '\n---\n\ntitle: A\ntype: slide\n---\n\n# A\n\n---\n\n# B\n';
    assert.deepEqual(
      lint(text).map((finding) => finding.rule),
      ['misplaced-frontmatter'],
    );
  });

  it('keeps the frontmatter unchanged when everything is fixed', () => {
    const text = '---\ntitle: A\ntype: slide\n---\n\n# A\n\n---\n\n# B\n';
    for (const deck of [text, text.replaceAll('\n', '\r\n')])
      assert.equal(fixAll(`\n${deck}`, (now) => lint(now), 'visible').text, deck);
  });

  it('moves a comment after the frontmatter', () => {
    const text = '<!-- licence -->\n\n---\ntype: slide\ntitle: A\n---\n\n# A\n';
    assert.equal(fixed(text, { rule }), '---\ntype: slide\ntitle: A\n---\n<!-- licence -->\n\n# A\n');
  });

  const deck = '---\ntitle: A\ntype: slide\n---\n\n# A\n\n---\n\n# B\n';

  it('moves text typed by mistake after the frontmatter', () => {
    const moved = deck.replace('---\n\n# A', '---\nx\n\n# A');
    assert.equal(fixed(`x\n${deck}`, { rule }), moved);
    assert.equal(fixed(`x${deck}`, { rule }), moved);
    assert.equal(fixed(`\n x\n\n${deck}`.replaceAll('\n', '\r\n'), { rule }), moved.replaceAll('\n', '\r\n'));
    assert.equal(fixed(` ${deck}`, { rule }), deck);
  });

  it('leaves no other finding that text typed by mistake causes', () => {
    for (const stray of ['x\n', 'x', ' ', 'x\n\n', '# A heading\n\n']) {
      assert.deepEqual(
        lint(stray + deck).map((finding) => finding.rule),
        [rule],
        JSON.stringify(stray),
      );
    }
  });

  it('does not change what all other rules find', () => {
    const wrong = deck.replace('# B', '# B\n\n---\n\n---\n\n[x](http://localhost)\n\n--\n\n# C');
    const rules = (text: string) => lint(text).map((finding) => finding.rule);
    assert.ok(rules(wrong).length > 1, rules(wrong).join());
    assert.deepEqual(rules(`x\n${wrong}`), [rule, ...rules(wrong)]);
  });

  it('finds a byte order mark', () => {
    assert.match(lint(block, { rule, environment: { hasBom: true } })[0]!.message, /byte order mark/);
  });

  it('leaves alone frontmatter on line 1, and separators', () => {
    assert.deepEqual(faults(block, { rule }), []);
    assert.deepEqual(faults('\n---\n\n# A\n\n---\n\n# B\n', { rule }), []);
  });
});
