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

  it('are those of each block within lists, quotes and indented text', () => {
    const text =
      '[a]: b\n\n> c\n>\n> - d\n>   - e\n>\n>   f\n\n|g|\n|-|\n\n1. h\n   i\n\n   ```\n   j\n   ```\n2. k';
    assert.deepEqual(lines(text, revealHtml), [
      'blockquote 2',
      'p 2',
      'ul 4',
      'li 4',
      'p 4',
      'ul 5',
      'li 5',
      'p 7',
      'table 9',
      'ol 12',
      'li 12',
      'p 12',
      'pre 15',
      'li 18',
      'p 18',
    ]);
    assert.deepEqual(lines('\n\n\n  a  b\n\n- c', revealHtml), ['p 3', 'ul 5', 'li 5']);
    assert.deepEqual(lines('<div>\n\n# A\n\n</div>\n\na', revealHtml), ['h1 2', 'p 6']);
  });

  it('count line endings of every kind', () => {
    assert.deepEqual(lines('a\r\n\r\n# B\r\n'), ['p 0', 'h1 2']);
  });

  it('are omitted by default', () => {
    assert.doesNotMatch(html('# A'), /data-line/);
  });
});
