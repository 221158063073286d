import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { handoutOf } from '../../../src/core/handout/handout';

const titled = '---\ntitle: Call\ntype: slide\n---\n\n';

function text(deck: string, { notes = false, setup = 'hedgedoc' as const, at = '' } = {}): string {
  return handoutOf(parseDeck(deck, { setup }), {
    fileName: 'deck',
    resolve: (url) => (url.startsWith('#') ? null : /^\w+:/.test(url) ? url : at + url),
    notes: notes ? 'Notes' : null,
  });
}

/** The lines of a handout that are headings. */
function headings(deck: string): string[] {
  return text(deck).match(/^#.*$/gm) ?? [];
}

describe('A deck as text', () => {
  it('has the title, and no frontmatter, separators, comments and layout', () => {
    const deck = `${titled}<style>\n  h1 { color: red }\n</style>\n
<!-- .slide: data-background="./x.png" -->
# <font color="red">Sovereign</font> Stack

- one <!-- .element: class="fragment" -->
- two

---

<div class="columns">
    <p>left <b>bold</b></p>
    right
</div>

***

**end**<br>
&nbsp;
`;
    assert.equal(
      text(deck),
      '# Call\n\n## Sovereign Stack\n\n- one\n- two\n\nleft <b>bold</b>\n\nright\n\n**end**\n',
    );
  });

  it('takes its first heading for the title if the frontmatter has none, or else the name of the file', () => {
    assert.deepEqual(headings('## Talk\n\n---\n\n## Part\n'), ['# Talk', '## Part']);
    assert.deepEqual(headings('Hello\n\n---\n\n## Part\n'), ['# deck', '## Part']);
    assert.deepEqual(headings(''), ['# deck']);
  });

  it('nests headings without gaps, those of vertical slides below the heading of their column', () => {
    const deck = `${titled}# A\n\n----\n\n# Down\n\n#### Deep\n\n----\n\n### Next\n\n---\n\n## Below A\n\n---\n\n# B\n`;
    assert.deepEqual(headings(deck), [
      '# Call',
      '## A',
      '### Down',
      '#### Deep',
      '### Next',
      '### Below A',
      '## B',
    ]);
  });

  it('has a heading once that slides repeat', () => {
    const deck = `${titled}# Team\n\nfirst\n\n---\n\n# Team\n\nsecond\n\n----\n\n# Team\n## News\n\nthird\n\n----\n\n# Team\n## Plans\n`;
    assert.equal(text(deck), '# Call\n\n## Team\n\nfirst\n\nsecond\n\n### News\n\nthird\n\n### Plans\n');
  });

  it('repeats a heading where the text would otherwise be below another', () => {
    const deck = `${titled}# Team\n\n## News\n\n- a\n\n---\n\n# Team\n\n- b\n`;
    assert.equal(text(deck), '# Call\n\n## Team\n\n### News\n\n- a\n\n## Team\n\n- b\n');
  });

  it('keeps underlined headings and those in HTML', () => {
    assert.deepEqual(
      headings(`${titled}Title\n===\n\nSub *x*\n---\n\ntext\n\n<h3 style="x">In HTML</h3>\n`),
      ['# Call', '## Title', '### Sub *x*', '#### In HTML'],
    );
  });

  it('leaves out headings that only move a picture down', () => {
    assert.equal(text(`${titled}##\n\n![a](a.png)\n`), '# Call\n\n![a](a.png)\n');
    assert.equal(text(`${titled}## ![a](a.png)\n`), '# Call\n\n![a](a.png)\n');
  });

  it('leaves code as it is', () => {
    const code = '```html\n<!-- kept -->\n\n\n<font>x</font>  ![](a.png)\n# kept\n```';
    assert.equal(
      text(`${titled}${code}\n\n\`<br>\` and \`<!-- -->\`\n`),
      `# Call\n\n${code}\n\n\`<br>\` and \`<!-- -->\`\n`,
    );
  });

  it('has pictures and links that lead from the document to where they are', () => {
    const deck = `${titled}![a](./a.png =20x30) ![b](<b c.png> "T") [c](c.md)\n\n<img src="d.png" alt="D" width="3"> <a href="e.md">e</a> [web](https://x.org/(1))\n`;
    assert.equal(
      text(deck, { at: '../' }),
      '# Call\n\n![a](.././a.png) ![b](../b%20c.png "T") [c](../c.md)\n\n![D](../d.png) [e](../e.md) [web](https://x.org/(1))\n',
    );
  });

  it('turns links within the deck into their words', () => {
    assert.equal(
      text(`${titled}see [slide *two*](#/1), <a href="#/2">three</a>\n`),
      '# Call\n\nsee slide *two*, three\n',
    );
  });

  it('names the URL where a slide refers to a definition, since others may define the same name', () => {
    const deck = `${titled}[x][1] and [1]\n\n[1]: https://a.org\n\n---\n\n![x][1]\n\n[1]: b.png "B"\n`;
    assert.equal(text(deck), '# Call\n\n[x](https://a.org) and [1](https://a.org)\n\n![x](b.png "B")\n');
  });

  it('keeps HTML that markdown has no words for, without what is for looks', () => {
    const deck = `${titled}<table class="wide">\n\n<tr><td style="x" colspan="2"><a href="a.md" class="y">a</a></td></tr>\n</table>\n`;
    assert.equal(
      text(deck, { at: '../' }),
      '# Call\n\n<table>\n\n<tr><td colspan="2"><a href="../a.md">a</a></td></tr>\n</table>\n',
    );
  });

  it('links to what only plays on a slide', () => {
    const deck = `${titled}{%youtube dQw4w9WgXcQ %}\n\n<video controls><source src="clip.mp4"></video>\n\n\`{%vimeo 1234567 %}\`\n`;
    assert.equal(
      text(deck),
      '# Call\n\n[https://www.youtube.com/watch?v=dQw4w9WgXcQ](https://www.youtube.com/watch?v=dQw4w9WgXcQ)\n\n[clip.mp4](clip.mp4)\n\n`{%vimeo 1234567 %}`\n',
    );
  });

  it('joins the bullets of slides, and keeps their numbers apart', () => {
    assert.equal(text(`${titled}- a\n\n---\n\n- b\n\n---\n\n* c\n`), '# Call\n\n- a\n- b\n\n* c\n');
    assert.equal(text(`${titled}1. a\n\n---\n\n1. b\n`), '# Call\n\n1. a\n\n<!-- -->\n\n1. b\n');
  });

  it('quotes notes after the text of their slide on request', () => {
    const deck = `${titled}# A\n\nNote:\n\nsay *this*\n\n- x\n\n---\n\n# B\n`;
    assert.equal(text(deck), '# Call\n\n## A\n\n## B\n');
    assert.equal(
      text(deck, { notes: true }),
      '# Call\n\n## A\n\n> **Notes**\n>\n> say *this*\n>\n> - x\n\n## B\n',
    );
  });

  it('has footnotes once, where they are written', () => {
    assert.equal(text(`${titled}a[^1]\n\n[^1]: the note\n`), '# Call\n\na[^1]\n\n[^1]: the note\n');
  });

  it('reads decks with any line ends', () => {
    const deck = `${titled}# A\n\n- x <!-- .element: class="fragment" -->\n- y\n`;
    assert.equal(text(deck.replaceAll('\n', '\r\n')), text(deck));
  });
});
