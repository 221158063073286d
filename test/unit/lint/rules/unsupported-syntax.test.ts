import assert from 'node:assert/strict';
import { faults, fixed } from '../linting';

const rule = 'unsupported-syntax';
const dialect = 'hedgedoc';

describe('unsupported-syntax', () => {
  it('writes languages as HedgeDoc knows them', () => {
    for (const [wrong, right] of [
      ['js', 'javascript'],
      ['sh=1', 'bash=1'],
      ['yml!', 'yaml!'],
      ['text', 'plaintext'],
      ['YAML', 'yaml'],
      [' c++ =', ' cpp ='],
    ] as const)
      assert.equal(
        fixed(`- a\r\n  \`\`\`${wrong}\r\n  x\r\n  \`\`\`\r\n`, { rule, dialect }),
        `- a\r\n  \`\`\`${right}\r\n  x\r\n  \`\`\`\r\n`,
      );
  });

  it('finds diagrams it does not draw and languages it does not know', () => {
    assert.deepEqual(faults('~~~plantuml\na\n~~~\n\n```hcl\na\n```\n', { rule, dialect }), [
      'plantuml',
      'hcl',
    ]);
  });

  it('finds what stays empty or breaks the slide', () => {
    assert.deepEqual(
      faults('[TOC]\n\n# Title\n\ntext [^1] and [^2]\n\n[^1]: a\n[^2]: b\n', { rule, dialect }),
      ['[TOC]', '[^1]'],
    );
    assert.deepEqual(faults('---\ntype: slide\nbreaks: false\n---\n\n# a\n', { rule }), ['breaks: false']);
  });

  it('finds containers that are shown as text', () => {
    assert.equal(fixed(':::spoiler\r\nx\r\n:::\r\n', { rule, dialect }), ':::info\r\nx\r\n:::\r\n');
  });

  it('leaves alone what works', () => {
    const text =
      ':::info\nx\n:::\n\n```mermaid\na\n```\n\n```javascript=5!\na\n```\n\n```\na\n```\n\n    indented\n\n`[TOC]` and [TOC] within text\n\n```typescript\n:::spoiler\n```\n\n:::\n\n- [ ] a\n';
    assert.deepEqual(faults(text, { rule, dialect }), []);
    assert.deepEqual(faults('---\ntype: slide\nbreaks: true\n---\n\n# a\n', { rule }), []);
    assert.deepEqual(faults('```js\na\n```\n', { rule, dialect: 'reveal-md' }), []);
  });
});
