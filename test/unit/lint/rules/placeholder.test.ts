import assert from 'node:assert/strict';
import { faults, lint } from '../linting';

const rule = 'placeholder';
const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`;

describe('placeholder', () => {
  it('finds dates and handles of the template', () => {
    const text = deck(
      '## <font>Community Call 202X-XX-XX</font>\n\nPresented by <a href="https://github.com/todo">@todo</a>',
    );
    assert.deepEqual(faults(text, { rule }), ['202X-XX-XX', '@todo']);
  });

  it('finds topics of the template', () => {
    const text = deck(
      '## Team IaaS - A new topic\n\n* Subtopic 1\n    * 1. First aspect\n* Subtopic 2 is real',
    );
    assert.deepEqual(faults(text, { rule }), ['Team IaaS - A new topic', 'Subtopic 1', 'First aspect']);
  });

  it('finds a report by nobody', () => {
    for (const line of ['Report by', 'Report by ...', 'Reported by ?', 'Rebort by …', 'Report by @todo'])
      assert.equal(lint(deck(line), { rule }).length, 1, line);
  });

  it('finds links to nobody whose text was changed', () => {
    assert.deepEqual(faults(deck('<a href="https://github.com/todo">@garloff</a>'), { rule }), [
      'https://github.com/todo',
    ]);
  });

  it('finds what a snippet left', () => {
    const title = '$' + '{1:Title}';
    assert.deepEqual(faults(deck(`# ${title}\n\n\`${title}\``), { rule }), [title]);
  });

  it('leaves templates alone', () => {
    assert.deepEqual(faults(deck('Report by @todo'), { rule, deck: 'calls/template.md' }), []);
  });

  it('leaves content alone', () => {
    const text = deck(
      'Report by @garloff\n\n- TODO: Create a blueprint\n- XXX, n.n., ???\n- dates are YYYY-MM-DD\n- CVE-202X-1234\n- `@todo`\n- https://github.com/todo-group\n\n<!-- @todo -->',
    );
    assert.deepEqual(faults(text, { rule }), []);
  });
});
