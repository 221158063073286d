import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'invalid-frontmatter';

const deck = (...lines: string[]) =>
  ['---', 'type: slide', 'title: A', ...lines, '---', '# A', ''].join('\n');

describe('invalid-frontmatter', () => {
  it('leaves alone what HedgeDoc understands', () => {
    const text = deck(
      'tags: [a, b]',
      'author: me',
      'slideOptions:',
      '  theme: white',
      '  width: 1200',
      "  transition: 'fade'",
      '  slideNumber: c/t',
      '  parallaxBackgroundHorizontal:',
    );
    assert.deepEqual(faults(text, { rule }), []);
  });

  it('marks the place where YAML cannot be read', () => {
    const text = deck('tags: [a, b', 'lang: de');
    const [finding] = lint(text, { rule });
    assert.equal(lint(text, { rule }).length, 1);
    assert.match(finding!.message, /HedgeDoc ignores all of the frontmatter/);
    assert.ok(finding!.span.end > finding!.span.start);
  });

  it('finds a duplicate key', () => {
    assert.deepEqual(faults(deck('title: B'), { rule }), ['title']);
  });

  it('finds frontmatter that is not closed', () => {
    assert.deepEqual(faults('---\ntype: slide\ntitle: A\n\n# A\n', { rule }), ['---']);
  });

  it('finds themes and transitions that do not exist, and offers the nearest', () => {
    assert.equal(
      fixed(deck('slideOptions:', '  theme: whit'), { rule }),
      deck('slideOptions:', '  theme: white'),
    );
    assert.deepEqual(faults(deck('slideOptions:', '  transition: swirl'), { rule }), ['swirl']);
  });

  it('finds values of another type', () => {
    assert.deepEqual(faults(deck('slideOptions:', '  controls: "no"', '  margin: 3'), { rule }), [
      '"no"',
      '3',
    ]);
    assert.deepEqual(faults(deck('slideOptions: white'), { rule }), ['white']);
  });

  it('knows the keys of reveal-md', () => {
    const text = '---\nrevealOptions:\n  transition: swirl\ntheme: ./my.css\n---\n# A\n';
    assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), ['swirl']);
  });

  it('closes frontmatter that swallowed the first slide', () => {
    for (const first of ['# A', 'Words', '<style>\nh1 { color: red }\n</style>', '* one']) {
      const rest = `\n\n${first}\n\n---\n\n# B\n`;
      const deck = '---\ntitle: A\ntype: slide';
      assert.equal(fixed(deck + rest, { rule }), `${deck}\n---${rest}`);
    }
  });

  it('leaves alone comments and empty lines in frontmatter', () => {
    const text = '---\ntitle: A\n\n# a comment\ntype: slide\n\n---\n\n# B\n';
    assert.deepEqual(faults(text, { rule }), []);
  });

  it('finds aliases that expand to far too much', () => {
    const nested = ['b', 'c', 'd', 'e', 'f'].map((name, index) => {
      const nine = Array(9).fill(`*${'abcde'[index]}`).join(',');
      return `${name}: &${name} [${nine}]`;
    });
    const text = ['---', 'type: slide', 'a: &a [x,x,x,x,x,x,x,x,x]', ...nested, '---', '# A', ''].join('\n');
    assert.match(lint(text, { rule })[0]!.message, /too often/);
  });

  it('finds tags that HedgeDoc does not know', () => {
    assert.equal(lint('---\ntype: slide\ntitle: !mine A\n---\n# A\n', { rule }).length, 1);
  });

  it('reads frontmatter whose lines end with CR alone', () => {
    assert.deepEqual(faults('---\rtitle: A\rtype: slide\r---\r\r# A\r', { rule }), []);
  });
});
