import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { applyEdits } from '../../../src/core/deck/textEdits';
import { disableForLine, disableInDeck } from '../../../src/core/lint/suppressions';
import { faults, lint } from './linting';

const rule = 'broken-link';
const HEAD = '---\ntitle: A\ntype: slide\n---\n\n';
const withCrlf = (text: string) => text.replaceAll('\n', '\r\n');

/** What is still found, with either line end. */
function left(text: string): string[] {
  const found = faults(text, { rule });
  assert.deepEqual(faults(withCrlf(text), { rule }), found);
  return found;
}

describe('A comment silences a rule', () => {
  it('for the next line', () => {
    const text = `${HEAD}<!-- deckwright-disable-next-line broken-link -->\n[a](./a.md)\n\n[b](./b.md)\n`;
    assert.deepEqual(left(text), ['./b.md']);
  });

  it('for its own line', () => {
    const text = `${HEAD}* [a](./a.md) <!-- deckwright-disable-line broken-link -->\n* [b](./b.md)\n`;
    assert.deepEqual(left(text), ['./b.md']);
  });

  it('from there on until it is enabled again, over slides', () => {
    const disabled = '<!-- deckwright-disable broken-link -->\n\n[a](./a.md)\n\n---\n\n[b](./b.md)';
    const text = `${HEAD}${disabled}\n\n<!-- deckwright-enable broken-link -->\n\n[c](./c.md)\n`;
    assert.deepEqual(left(text), ['./c.md']);
  });

  it('by several ids, or all without any, but not by those behind the reason', () => {
    const comment = (ids: string) => `${HEAD}<!-- deckwright-disable ${ids} -->\n\n[a](./a.md)\n`;
    assert.deepEqual(left(comment('broken-image, broken-link')), []);
    assert.deepEqual(left(comment('')), []);
    assert.deepEqual(left(comment('broken-image -- not broken-link')), ['./a.md']);
  });

  it('in the frontmatter for the whole deck', () => {
    assert.deepEqual(
      left(`---\ntitle: A\n# deckwright-disable broken-link\ntype: slide\n---\n[a](./a.md)\n`),
      [],
    );
  });

  it('not in code', () => {
    const text = `${HEAD}\`\`\`\n<!-- deckwright-disable broken-link -->\n\`\`\`\n\n[a](./a.md)\n`;
    assert.deepEqual(left(text), ['./a.md']);
  });
});

describe('The fix that silences a rule', () => {
  const places: Record<string, [id: string, text: string]> = {
    'a paragraph': [rule, `${HEAD}one\n[a](./a.md)\ntwo\n`],
    'a list': [rule, `${HEAD}* one\n    * [a](./a.md)\n`],
    'a heading': [rule, `${HEAD}## [a](./a.md)\n`],
    HTML: ['broken-image', `${HEAD}<div>\n<img src="./a.png" alt="">\n</div>\n`],
    'a style sheet': ['invalid-css', `${HEAD}<style>\nh1 { color: "red" }\n</style>\n\n# A\n`],
    frontmatter: [
      'invalid-frontmatter',
      '---\ntitle: A\ntype: slide\nslideOptions:\n  theme: pink\n---\n# A\n',
    ],
  };
  for (const [place, [id, lf]] of Object.entries(places)) {
    it(`works in ${place}`, () => {
      for (const text of [lf, withCrlf(lf)]) {
        const deck = parseDeck(text);
        const [finding] = lint(text, { rule: id });
        for (const edit of [disableForLine(deck, finding!), disableInDeck(deck, id)]) {
          const after = applyEdits(text, [edit!]);
          assert.deepEqual(faults(after, { rule: id }), [], after);
          assert.equal(after.includes('\r\n'), text.includes('\r\n'));
          assert.doesNotMatch(text === lf ? '' : after, /(?<!\r)\n/);
        }
      }
    });
  }

  it('is not offered where a comment would become something else', () => {
    const text = `${HEAD}text\n---\n\n# B\n`;
    const [finding] = lint(text, { rule: 'unrecognized-separator' });
    assert.equal(disableForLine(parseDeck(text), finding!), null);
  });
});
