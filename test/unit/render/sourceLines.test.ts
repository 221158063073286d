import assert from 'node:assert/strict';
import { html, revealHtml } from './rendering';

const lines = (text: string, of = html) =>
  [...of(text, { sourceLines: true }).matchAll(/<(\w+)[^>]* data-line="(\d+)"/g)].map(
    (match) => `${match[1]} ${match[2]}`,
  );

describe('lines of the source', () => {
  it('are noted on every block that comes from markdown', () => {
    assert.deepEqual(lines('\n# A\n\n- b\n- c\n\n```js\nd\n```'), ['h1 1', 'ul 3', 'li 3', 'li 4', 'pre 6']);
  });

  it('are those of the file even if the filter puts a tag onto one line', () => {
    assert.deepEqual(lines('<b\nid="a"\n>x</b>\n\n# A'), ['p 0', 'h1 4']);
  });

  it('continue in the notes', () => {
    assert.deepEqual(lines('# A\n\nNote:\n\na\n\n**b**\n'), ['h1 0', 'p 6']);
    assert.deepEqual(lines('# A\n\nNote:\n\na\n', revealHtml), ['h1 0', 'p 4']);
  });

  it('count line endings of every kind', () => {
    assert.deepEqual(lines('a\r\n\r\n# B\r\n'), ['p 0', 'h1 2']);
  });

  it('are omitted by default', () => {
    assert.doesNotMatch(html('# A'), /data-line/);
  });
});
