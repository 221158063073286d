import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { plainNotes } from '../../../src/core/handout/plainNotes';

function notes(markdown: string): string {
  const [slide] = parseDeck(`# A\n\nNote:\n${markdown}\n`, { setup: 'hedgedoc' }).slides;
  return plainNotes(slide!.content, 'hedgedoc');
}

describe('Notes as plain text', () => {
  it('have bullets and numbers, and no marks', () => {
    assert.equal(
      notes('## Say\n\n- *one* <!-- x -->\n    - [two](https://x.org) & `code`\n\n1. <b>three</b>'),
      'Say\n\n• one\n    • two & code\n\n1. three',
    );
  });

  it('have code as it is', () => {
    assert.equal(notes('```js\n# a\n  *b*\n```\n\nend'), '# a\n  *b*\n\nend');
  });

  it('are empty if there are none', () => {
    const [slide] = parseDeck('# A\n', { setup: 'hedgedoc' }).slides;
    assert.equal(plainNotes(slide!.content, 'hedgedoc'), '');
  });
});
