import assert from 'node:assert/strict';
import { fixAll } from '../../../../src/core/lint/fixAll';
import { faults, fixed, lint } from '../linting';

const rule = 'misplaced-frontmatter';

const block = '---\ntitle: A\ntype: slide\n---\n# A\n';

describe('misplaced-frontmatter', () => {
  it('removes blank lines before the frontmatter', () => {
    assert.equal(fixed(`\n \n${block}`, { rule }), block);
  });

  it('leaves nothing else to be found that only comes of it', () => {
    const text = '\n---\n\ntitle: A\ntype: slide\n---\n\n# A\n\n---\n\n# B\n';
    assert.deepEqual(
      lint(text).map((finding) => finding.rule),
      ['misplaced-frontmatter'],
    );
  });

  it('keeps the frontmatter as it is when all is fixed', () => {
    const text = '---\ntitle: A\ntype: slide\n---\n\n# A\n\n---\n\n# B\n';
    for (const deck of [text, text.replaceAll('\n', '\r\n')])
      assert.equal(fixAll(`\n${deck}`, (now) => lint(now), 'visible').text, deck);
  });

  it('moves a comment behind the frontmatter', () => {
    const text = '<!-- licence -->\n\n---\ntype: slide\ntitle: A\n---\n\n# A\n';
    assert.equal(fixed(text, { rule }), '---\ntype: slide\ntitle: A\n---\n<!-- licence -->\n\n# A\n');
  });

  it('finds a byte order mark', () => {
    assert.match(lint(block, { rule, environment: { hasBom: true } })[0]!.message, /byte order mark/);
  });

  it('leaves frontmatter on line 1 and separators alone', () => {
    assert.deepEqual(faults(block, { rule }), []);
    assert.deepEqual(faults('\n---\n\n# A\n\n---\n\n# B\n', { rule }), []);
  });
});
