import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'markdown-in-html';
const DIALECTS = ['hedgedoc', 'reveal-md'] as const;

describe('markdown-in-html', () => {
  it('finds markdown directly below a tag, once for each block', () => {
    const text = '# A\n\n<div class="left">\n- item **bold**\n- two\n</div>\n<div>\n- three `x`\n</div>\n';
    for (const dialect of DIALECTS)
      assert.deepEqual(faults(text, { rule, dialect }), ['<div class="left">'], dialect);
  });

  it('puts empty lines around each part, in the first column', () => {
    const text =
      '<div>\r\n  <div class="a">\r\n    - one **bold**\r\n      - two\r\n  </div>\r\n  <div class="b">\r\n    ![c](./c.png)\r\n  </div>\r\n</div>\r\n';
    assert.equal(
      fixed(text, { rule }),
      '<div>\r\n  <div class="a">\r\n\r\n- one **bold**\r\n  - two\r\n\r\n  </div>\r\n  <div class="b">\r\n\r\n![c](./c.png)\r\n\r\n  </div>\r\n</div>\r\n',
    );
    assert.equal(fixed('<br>\n**bold**\n\ntext\n', { rule }), '<br>\n\n**bold**\n\ntext\n');
  });

  it('finds headings, lists, links, pictures, code and tables', () => {
    for (const markdown of [
      '## Title',
      '- a\n- b',
      '1. a\n2. b',
      '* a\n  more\n* b',
      '[a](https://example.org)',
      '![](./a.png)',
      '![a](my pic.png)',
      '![a](./a.png =300x)',
      '![a][ref]',
      'See [the text][our ref].',
      '```js\nx\n```',
      '`code`',
      'a | b\n---|---\n1 | 2',
    ]) {
      assert.deepEqual(faults(`<center>\n${markdown}\n</center>\n`, { rule }), ['<center>'], markdown);
    }
  });

  it('finds markdown in lists and quotes, and puts empty lines there', () => {
    for (const [before, after] of [
      [
        '- <div>\n  - item **bold**\n  - two\n  </div>\n',
        '- <div>\n\n  - item **bold**\n  - two\n\n  </div>\n',
      ],
      [
        '1. a\r\n   <div>\r\n     **b**\r\n       more\r\n   </div>\r\n',
        '1. a\r\n   <div>\r\n\r\n   **b**\r\n     more\r\n\r\n   </div>\r\n',
      ],
      ['- a\n\n  <div>\n  - **b**\n  - c', '- a\n\n  <div>\n\n  - **b**\n  - c'],
      ['> <div>\n> - a\n> - b\n> </div>\n', '> <div>\n>\n> - a\n> - b\n>\n> </div>\n'],
      ['> - <div>\n>   **b**\n>   </div>\n', '> - <div>\n>\n>   **b**\n>\n>   </div>\n'],
    ] as const) {
      for (const dialect of DIALECTS) {
        assert.deepEqual(faults(before, { rule, dialect }), ['<div>'], before);
        assert.equal(fixed(before, { rule, dialect }), after, dialect);
      }
    }
    const text = ':::info\n<div>\n**b**\n</div>\n:::\n';
    const after = ':::info\n<div>\n\n**b**\n\n</div>\n:::\n';
    assert.equal(fixed(text, { rule, dialect: 'hedgedoc' }), after);
  });

  it('leaves alone HTML directly below a list in decks of reveal.js, where it is part of the last item', () => {
    for (const text of [
      '1. one **a**\n<p> more </p>\n2. two **b**\n<p> more </p>\n3. three **c**\n',
      '- a\n  1. one\n  <p> more </p>\n  2. two **b**\n',
    ]) {
      assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), [], text);
      assert.equal(faults(text, { rule, dialect: 'hedgedoc' }).length, 1, text);
    }
    const apart = '- a\n\n<p>\n**b**\n</p>\n';
    assert.deepEqual(faults(apart, { rule, dialect: 'reveal-md' }), ['<p>']);
  });

  it('offers no fix where an empty line would not do', () => {
    for (const text of [
      '<div>**bold**</div>',
      '<p>\n**bold**\n</p>',
      '<ul>\n<li>\n**bold**\n</li>\n</ul>',
      '- a\n  <p>\n  **b**\n  </p>',
      '- <div>\n\t- **b**\n\t- c\n',
      '> <div>\n> <b>a</b> **b**\n> </div>',
    ]) {
      const [found] = lint(text, { rule });
      assert.deepEqual(found?.fixes, [], text);
    }
  });

  it('leaves HTML alone, and markdown apart from it', () => {
    const text = [
      '<div>\n\n- **a**\n- b\n\n</div>',
      '- <div>\n\n  **a**\n\n  </div>\n- <b>a</b>\n  text',
      '> <div>\n> text\n> </div>',
      'text <b>**a**</b>',
      '<b>a</b> **b**',
      '<blockquote>\nWords\n- Somebody\n</blockquote>',
      '<div>\na * b ** c, 2 - 1\n#tag [x] (a)\n</div>',
      '<div>\n[i][j] and list[first][second] and [1][2]\n</div>',
      '<pre>\n- a\n- **b**\n</pre>',
      '<div><code>**a**</code></div>',
      '<style>\n/* **a** */\n</style>',
      '<!-- **a** -->',
      '</div>\n````',
      '<div>\n<!--\n- **a**\n- b\n-->\n</div>',
      '<div class="mermaid">\n- a\n- b\n</div>',
      '<a title="**b**" href="./c">d</a>',
      '<svg>\n<text>**a**</text>\n</svg>',
      '```html\n<div>\n**a**\n</div>\n```',
      'Note:\n\n<div>\n**a**\n</div>',
    ].join('\n\n');
    for (const dialect of DIALECTS) assert.deepEqual(faults(text, { rule, dialect }), [], dialect);
  });
});
