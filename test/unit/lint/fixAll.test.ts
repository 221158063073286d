import assert from 'node:assert/strict';
import { type Extent, fixAll } from '../../../src/core/lint/fixAll';
import type { Finding } from '../../../src/core/lint/rule';
import type { Span } from '../../../src/core/text/spans';
import { lint } from './linting';

const HEAD = '---\ntitle: A\ntype: slide\n---\n';

const deck = (...slides: string[]) => `${HEAD}${slides.join('\n\n---\n\n')}\n`;
const FILES = { 'a.png': '', 'input/0123.png': '', '0123-uploaded.png': '' };

function fix(text: string, extent: Extent) {
  return fixAll(text, (now) => lint(now, { files: FILES }), extent);
}

describe('fix-all', () => {
  const safe: Record<string, [wrong: string, right: string]> = {
    'a path': ['![a](a.png)', '![a](./a.png)'],
    'the copy of a picture': [
      '![a](./a.png) ![b](https://input.scs.community/uploads/0123-uploaded.png)',
      '![a](./a.png) ![b](./0123-uploaded.png)',
    ],
    'HTML that browsers read as it is meant': ['# A</br>B', '# A<br>B'],
    quotes: ['<font size=5>A</font>', '<font size="5">A</font>'],
    'the address of a link': ['[A](https://example.org/?fbclid=b)', '[A](https://example.org/)'],
  };
  for (const [what, [wrong, right]] of Object.entries(safe)) {
    it(`fixes ${what}, which nobody sees, as safe`, () => {
      const { text, count, findings } = fix(deck(wrong), 'safe');
      assert.deepEqual([text, count], [deck(right), 1]);
      assert.ok(!findings.some(({ fixes }) => fixes.some(({ kind }) => kind !== 'offered')));
    });
  }

  const visible: Record<string, [wrong: string, right: string]> = {
    'an accent': ['# It´s A', "# It's A"],
    'an empty slide at the end': ['# A\n\n---\n\n# B\n\n---\n', '# A\n\n---\n\n# B'],
    'a quoted color': [
      '<style>h1 { color: "#fff" }</style>\n\n# A',
      '<style>h1 { color: #fff }</style>\n\n# A',
    ],
    'wrong characters': ['# A â€“ B', '# A – B'],
    'an address that is its own text': ['https://example.org/?fbclid=b', 'https://example.org/'],
    'a separator': ['# A\n\n--- \n\n# B', '# A\n\n---\n\n# B'],
  };
  for (const [what, [wrong, right]] of Object.entries(visible)) {
    it(`fixes ${what}, which everybody sees, only on request`, () => {
      assert.deepEqual(fix(deck(wrong), 'safe'), {
        ...fix(deck(wrong), 'safe'),
        text: deck(wrong),
        count: 0,
      });
      const { text, count } = fix(deck(wrong), 'visible');
      assert.deepEqual([text, count], [deck(right), 1]);
    });
  }

  const intended: Record<string, string> = {
    'a heading above dashes': 'Agenda\n---\n\n# B',
    'a line across the slide': '# A\n---\n\ntext',
    'a pause': '# A\n\n---\n\n---\n\n# B',
    'a space that an empty heading makes': 'Text\n\n# \n\nMore',
    'a comment in indented code': 'Text\n\n    # A',
    'letters that only look alike': '# аpple',
    'an accent that is no apostrophe': '# cafe´',
    'an address with parameters of the author': '[A](https://example.org/?utm_source=slides)',
    'a picture of a note on the server': '![a](https://input.scs.community/uploads/0123-uploaded.png)',
    'wrong characters on a slide about encodings': 'UTF-8 read as Latin-1: Ã¼',
  };
  for (const [what, text] of Object.entries(intended)) {
    it(`leaves ${what} to the author, who may mean it`, () => {
      const { text: after, count, findings } = fix(deck(text), 'visible');
      assert.deepEqual([after, count], [deck(text), 0]);
      assert.ok(findings.some(({ fixes }) => fixes.some(({ kind }) => kind === 'offered')));
    });
  }

  it('counts moving the frontmatter to the top as visible', () => {
    assert.equal(fix(`\n${deck('# A')}`, 'safe').count, 0);
    assert.deepEqual(fix(`\n${deck('# A')}`, 'visible').text, deck('# A'));
  });

  it('counts each fix, including those that others make possible', () => {
    const { text, count } = fix(deck('# A</br>B\n\n--- \n\n![a](a.png)'), 'visible');
    assert.deepEqual([text, count], [deck('# A<br>B', '![a](./a.png)'), 3]);
  });

  const touching: Record<string, [first: Span, second: Span, fixed: string]> = {
    overlap: [{ start: 0, end: 2 }, { start: 1, end: 3 }, '+c'],
    meet: [{ start: 0, end: 1 }, { start: 1, end: 2 }, '+bc'],
    'insert at the same place': [{ start: 1, end: 1 }, { start: 1, end: 1 }, 'a+bc'],
  };
  for (const [what, [first, second, fixed]] of Object.entries(touching)) {
    it(`applies only the first of two fixes that ${what}`, () => {
      const findings = [replacing(first), replacing(second)];
      const { text, count } = fixAll('abc', (now) => (now === 'abc' ? findings : []), 'safe');
      assert.deepEqual([text, count], [fixed, 1]);
    });
  }
});

function replacing(span: Span): Finding {
  const fix = { title: 'Replace', edits: [{ span, newText: '+' }], kind: 'safe' } as const;
  return { rule: 'any', severity: 'error', message: 'Wrong.', span, fixes: [fix] };
}
