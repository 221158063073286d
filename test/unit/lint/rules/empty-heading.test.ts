import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'empty-heading';
const dialect = 'hedgedoc';

describe('empty-heading', () => {
  it('removes headings without words', () => {
    for (const [wrong, right] of [
      ['* item\r\n# \r\n\r\ntext\r\n', '* item\r\n\r\ntext\r\n'],
      ['text\n#\ntext', 'text\n\ntext'],
      ['## <font color="#fff"></font>\n\n![](./a.png)\n', '\n![](./a.png)\n'],
      ['# Title\n\n##', '# Title\n\n'],
    ] as const) {
      assert.equal(lint(wrong, { rule, dialect })[0]!.fixes[0]!.kind, 'offered');
      assert.equal(fixed(wrong, { rule, dialect }), right);
    }
  });

  it('turns code blocks into the headings that were meant', () => {
    assert.equal(fixed('text\r\n\r\n    ## Title\r\n', { rule, dialect }), 'text\r\n\r\n## Title\r\n');
  });

  it('offers no fix that would remove more than the heading', () => {
    for (const text of ['# \n', '# <!-- .slide: data-state="x" -->\n\ntext', '- # \n- b'])
      assert.deepEqual(lint(text, { rule, dialect })[0]!.fixes, []);
  });

  it('leaves other headings and code alone', () => {
    const text =
      '# Title\n\n## ![](./a.png)\n\n## :rocket:\n\n## <i class="fa fa-user"></i>\n\n## $x$\n\n## `x`\n\n    # apt update\n    apt upgrade\n\n```\n#\n```\n\n\\#\n\n#hashtag\n';
    assert.deepEqual(faults(text, { rule, dialect }), []);
  });

  it('leaves alone talks, whose headings are empty on purpose', () => {
    assert.deepEqual(faults('#\n\n![](./a.png)\n', { rule, dialect: 'reveal-blank-lines' }), []);
  });
});
