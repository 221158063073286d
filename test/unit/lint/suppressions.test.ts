import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { disableForLine, disableInDeck } from '../../../src/core/lint/suppressions';
import { applyEdits, type TextEdit } from '../../../src/core/text/textEdits';
import { lint } from './linting';

const FRONT_MATTER = '---\ntitle: A\ntype: slide\n---\n\n';

describe('Comments that silence rules', () => {
  const rule = 'broken-image';
  const lost = (text: string) =>
    lint(FRONT_MATTER + text, { rule }).map(({ span }) => (FRONT_MATTER + text).slice(span.start, span.end));

  it('count for their own line', () => {
    assert.deepEqual(lost('![](./a.png) <!-- deckwright-disable-line broken-image -->\n![](./b.png)\n'), [
      './b.png',
    ]);
  });

  it('count for the next line', () => {
    assert.deepEqual(
      lost('<!-- deckwright-disable-next-line broken-image -->\n![](./a.png)\n![](./b.png)\n'),
      ['./b.png'],
    );
  });

  it('count from one place to another, across slides', () => {
    const text =
      '![](./a.png)\n\n<!-- deckwright-disable broken-image -->\n\n![](./b.png)\n\n---\n\n![](./c.png)\n\n<!-- deckwright-enable broken-image -->\n\n![](./d.png)\n';
    assert.deepEqual(lost(text), ['./a.png', './d.png']);
  });

  it('count only for the rules they name, for several, or for all; the reason follows --', () => {
    const silenced = (words: string) =>
      lost(`![](./a.png) <!-- deckwright-disable-line${words} -->\n`).length === 0;
    assert.ok(!silenced(' broken-link'));
    assert.ok(silenced(' broken-link, broken-image'));
    assert.ok(silenced(''));
    assert.ok(!silenced(' broken-link -- not broken-image'));
  });

  it('count for the whole deck in the frontmatter, and for lines of a style sheet', () => {
    const front = '---\ntitle: A\ntype: slide\n# deckwright-disable broken-image\n---\n\n![](./a.png)\n';
    assert.deepEqual(lint(front, { rule }), []);
    const style =
      '<style>\n/* deckwright-disable-next-line broken-image */\nh1 { background: url(./a.png) }\n</style>\n\n# a\n';
    assert.deepEqual(lost(style), []);
  });

  it('count in a style sheet anywhere on a slide', () => {
    const sheet = (line: string) => `<style>\n${line}\nh1 { background: url(./a.png) }\n</style>`;
    const next = '/* deckwright-disable-next-line broken-image */';
    const lines = 'Some text.\n'.repeat(20);
    for (const before of [`# One\n\n${lines}\n`, `# One\n\n${lines}\n---\n\n`]) {
      assert.deepEqual(lost(`${before}${sheet(next)}\n\n![](./b.png)\n`), ['./b.png']);
      assert.deepEqual(lost(`${before}${sheet(`${next}\n`)}\n`), ['./a.png']);
    }
  });

  it('are not comments in code', () => {
    assert.deepEqual(lost('`<!-- deckwright-disable-line -->` ![](./a.png)\n'), ['./a.png']);
  });
});

describe('Silencing', () => {
  const first = (text: string, rule: string) => {
    const found = lint(text, { rule })[0];
    assert.ok(found, `${rule} is not found`);
    return found;
  };
  const applied = (text: string, edit: TextEdit | null) => (edit ? applyEdits(text, [edit]) : null);
  const forLine = (text: string, rule: string) =>
    applied(text, disableForLine(parseDeck(text), first(text, rule)));
  const inDeck = (text: string, rule: string) => applied(text, disableInDeck(parseDeck(text), rule));

  for (const [place, text, rule] of [
    ['a paragraph', `${FRONT_MATTER}See ![](./a.png) here  \nand there\n`, 'broken-image'],
    ['a heading', `${FRONT_MATTER}## ![](./a.png)\n`, 'broken-image'],
    ['the first line', '![](./a.png)\n\n---\n\n# b\n', 'broken-image'],
    ['a list', `${FRONT_MATTER}# a\n\n- one\n  - ![](./a.png)\n`, 'broken-image'],
    ['HTML', `${FRONT_MATTER}# a\n\n<div>\n<img src="./a.png">\n</div>\n`, 'broken-image'],
    ['a definition', `${FRONT_MATTER}# a ![b][c]\n\n[c]: ./a.png\n`, 'broken-image'],
    ['a style sheet', `${FRONT_MATTER}<style>\nh1 { color: "red" }\n</style>\n\n# a\n`, 'invalid-css'],
    [
      'the frontmatter',
      '---\ntitle: A\ntype: slide\nslideOptions:\n  theme: whit\n---\n\n# a\n',
      'invalid-frontmatter',
    ],
  ] as const) {
    for (const [lineEnds, written] of [
      ['', text],
      [' with Windows line ends', text.replaceAll('\n', '\r\n')],
    ] as const) {
      it(`works for a line of ${place}${lineEnds}, and changes nothing else`, () => {
        const silenced = forLine(written, rule)!;
        assert.deepEqual(lint(silenced, { rule }), []);
        const other = (found: { rule: string }) =>
          found.rule !== rule && found.rule !== 'missing-frontmatter';
        assert.deepEqual(
          lint(silenced)
            .filter(other)
            .map(({ message }) => message),
          lint(written)
            .filter(other)
            .map(({ message }) => message),
        );
        assert.equal(parseDeck(silenced).slides.length, parseDeck(written).slides.length);
        if (lineEnds) assert.ok(!/[^\r]\n/.test(silenced));
      });
    }
  }

  it('is not offered for lines that cannot contain a comment', () => {
    assert.equal(forLine(`${FRONT_MATTER}| a |\n|---|\n| ![](./a.png) |\n`, 'broken-image'), null);
    assert.equal(forLine(`${FRONT_MATTER}# a\n\n\`\`\`\nb\n\n---\n\nc\n\`\`\`\n`, 'separator-in-code'), null);
    assert.equal(forLine('---\ntype: slide\n---\n\n## a\n', 'missing-frontmatter'), null);
  });

  it('works for a deck: in the frontmatter, even if that is broken, or else at the head', () => {
    const text = `${FRONT_MATTER}![](./a.png)\n`;
    assert.equal(
      inDeck(text, 'broken-image'),
      text.replace('---\n', '---\n# deckwright-disable broken-image\n'),
    );
    const broken = '---\ntitle: [\ntype: slide\n---\n\n# a\n';
    assert.equal(
      inDeck(broken, 'invalid-frontmatter'),
      broken.replace('---\n', '---\n# deckwright-disable invalid-frontmatter\n'),
    );
    assert.deepEqual(lint(inDeck(broken, 'invalid-frontmatter')!, { rule: 'invalid-frontmatter' }), []);
    assert.equal(inDeck('# a\n', 'broken-image'), '<!-- deckwright-disable broken-image -->\n\n# a\n');
  });

  it('never moves misplaced or unclosed frontmatter still further', () => {
    assert.equal(inDeck(`\n${FRONT_MATTER}# a\n`, 'misplaced-frontmatter'), null);
    assert.equal(inDeck('---\ntitle: A\ntype: slide\n\n# a\n', 'invalid-frontmatter'), null);
  });
});
