import assert from 'node:assert/strict';
import { faults } from '../linting';

const rule = 'hidden-comment';
const dialect = 'hedgedoc';

describe('hidden-comment', () => {
  it('finds text that is commented out', () => {
    const text = '# Title\n\n<!-- ## Salaries\n\n- secret -->\n\n- a <!-- n.n.? ask Kurt -->\n';
    assert.deepEqual(faults(text, { rule, dialect }), [
      '<!-- ## Salaries\n\n- secret -->',
      '<!-- n.n.? ask Kurt -->',
    ]);
  });

  it('leaves alone attributes, instructions to tools, the hint of the template and code', () => {
    const text =
      '<!-- .slide: data-background="red" -->\n<!-- .slide data-background="red" -->\n<!-- deckwright-disable-next-line reporter -->\n<!-- markdownlint-disable MD001 -->\n<!-- SPDX-License-Identifier: MIT -->\n<!-- foo-ignore-start -->\n<!-- include: a.md -->\n<!-- Ease preperation with the template: https://github.com/SovereignCloudStack/minutes/tree/main/community-call/template.md -->\n<!-- -->\n<!---->\n\n`<!-- code -->`\n';
    assert.deepEqual(faults(text, { rule, dialect }), []);
    const remark = '<!-- include the numbers of May -->';
    assert.deepEqual(faults(remark, { rule, dialect }), [remark]);
  });
});
