import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { originOf, withOrigin, withoutOrigin } from '../../../src/core/hedgedoc/origin';
import { noteAddress } from './notes';

const NOTE = noteAddress('https://pad.example.org/abc?both');
const COMMENT = '# deckwright: origin https://pad.example.org/abc\n';
const DECK = '---\ntitle: A call # soon\ntype: slide\n---\n\n# A\n\n---\n\n# B\n';

describe('The origin of a deck', () => {
  it('is a comment at the head of the frontmatter', () => {
    assert.equal(withOrigin(DECK, NOTE), DECK.replace('---\n', `---\n${COMMENT}`));
    assert.deepEqual(originOf(withOrigin(DECK, NOTE)), NOTE);
  });

  it('changes nothing of what the frontmatter says, nor of the slides', () => {
    const [before, after] = [parseDeck(DECK), parseDeck(withOrigin(DECK, NOTE))];
    assert.deepEqual(after.frontMatter?.values, before.frontMatter?.values);
    assert.deepEqual(
      after.slides.map(({ content }) => content.text),
      before.slides.map(({ content }) => content.text),
    );
    const yaml = withOrigin(DECK, NOTE).slice(3, after.frontMatter!.span.end - 3);
    assert.deepEqual(parse(yaml), { title: 'A call', type: 'slide' });
  });

  it('makes frontmatter where there is none', () => {
    const deck = withOrigin('# A\n\n---\n\n# B', NOTE);
    assert.equal(deck, `---\n${COMMENT}---\n# A\n\n---\n\n# B`);
    assert.deepEqual(parseDeck(deck).slides.length, 2);
    assert.equal(parseDeck(deck).frontMatter?.problem, null);
  });

  it('is replaced by another, and removed without a trace', () => {
    const other = noteAddress('https://hackmd.io/@team/x');
    assert.deepEqual(originOf(withOrigin(withOrigin(DECK, other), NOTE)), NOTE);
    for (const text of [DECK, '# A', '# A\r\n\r\nb', '\n# A', '---\r\ntype: slide\r\n---\r\n# A', '']) {
      assert.equal(withoutOrigin(withOrigin(text, NOTE)), text);
    }
  });

  it('keeps the line ends of the deck', () => {
    assert.ok(
      withOrigin('---\r\ntype: slide\r\n---\r\n', NOTE).startsWith(
        '---\r\n# deckwright: origin https://pad.example.org/abc\r\n',
      ),
    );
  });

  it('is found wherever it is in the frontmatter, and nowhere else', () => {
    assert.deepEqual(originOf(`---\ntype: slide\n${COMMENT}---\n`), NOTE);
    assert.equal(originOf(`---\ntype: slide\n---\n${COMMENT}`), null);
    assert.equal(originOf(COMMENT), null);
  });

  it('is nothing but the address of a note', () => {
    assert.equal(originOf('---\n# deckwright: origin javascript:alert(1)\n---\n'), null);
    assert.equal(originOf('---\n# deckwright: origin file:///etc/passwd\n---\n'), null);
  });

  it('is left out where the comment would be a part of a value, or frontmatter is not closed', () => {
    const quoted = '--- {title: "a\n b"}\n---\n';
    assert.equal(withOrigin(quoted, NOTE), quoted);
    assert.equal(withOrigin('---\n\n# A\n', NOTE), '---\n\n# A\n');
  });

  it('leaves every text as it was, once removed', () => {
    const line = fc.constantFrom('---', '----', '', '# A', 'title: x', '- a', ' b: |', '...', 'x: "', '"');
    const text = fc
      .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, end]) => lines.join(end));
    fc.assert(
      fc.property(text, (written) => {
        const isEmptyBlock = /^---[\r\n]+---/.test(written);
        assert.ok(isEmptyBlock || withoutOrigin(withOrigin(written, NOTE)) === written);
      }),
    );
  });

  it('is written quickly into hostile frontmatter', () => {
    const aliases = Array.from({ length: 40 }, (_, i) => `k${i + 1}: [*a${i}, *a${i}]`).join('\n');
    const bombs = [`a: ${'['.repeat(50_000)}`, `k0: &a0 [1]\n${aliases}`, `x: ${'y'.repeat(200_000)}`];
    for (const bomb of bombs) assert.deepEqual(originOf(withOrigin(`---\n${bomb}\n---\n# A`, NOTE)), NOTE);
  });
});
