import assert from 'node:assert/strict';
import { markChanges } from '../../../src/core/compare/markChanges';

/** The two slides with `[…]` around what is marked. */
function marked(before: string, after: string): string[] {
  const { before: earlier, after: later } = markChanges(before, after);
  return [earlier, later].map((html) => html.replace(/<mark class="deckwright-\w+">(.*?)<\/mark>/gs, '[$1]'));
}

describe('Marking what changed within a slide', () => {
  it('marks the words that differ', () => {
    assert.deepEqual(marked('<p>We met in Bonn.</p>', '<p>We met again in Köln.</p>'), [
      '<p>We met in [Bonn].</p>',
      '<p>We met [again] in [Köln].</p>',
    ]);
  });

  it('marks words that follow each other as one', () => {
    assert.deepEqual(marked('<p>a</p>', '<p>a b c d</p>'), ['<p>a</p>', '<p>a [b c d]</p>']);
  });

  it('leaves elements as they are', () => {
    assert.deepEqual(marked('<ul><li>one</li></ul>', '<ul><li>one</li><li><b>two</b> &lt;i&gt;</li></ul>'), [
      '<ul><li>one</li></ul>',
      '<ul><li>one</li><li><b>[two]</b> [&lt;i&gt;]</li></ul>',
    ]);
  });

  it('marks pictures, formulas and diagrams as a whole', () => {
    const { before, after } = markChanges(
      '<p><img src="a.png"><span class="mathjax raw">\\(a b\\)</span></p><pre class="mermaid">graph A</pre>',
      '<p><img src="b.png"><span class="mathjax raw">\\(a c\\)</span></p><pre class="mermaid">graph A</pre>',
    );
    assert.equal(
      before,
      '<p><img src="a.png" class="deckwright-removed"><span class="mathjax raw deckwright-removed">\\(a b\\)</span></p><pre class="mermaid">graph A</pre>',
    );
    assert.equal(
      after,
      '<p><img src="b.png" class="deckwright-added"><span class="mathjax raw deckwright-added">\\(a c\\)</span></p><pre class="mermaid">graph A</pre>',
    );
  });

  it('leaves notes and style sheets alone', () => {
    const html = (word: string) =>
      `<style>.${word} { color: red }</style><aside class="notes"><p>${word}</p></aside>`;
    assert.deepEqual(marked(html('one'), html('two')), [html('one'), html('two')]);
  });

  it('marks everything where nearly everything differs', () => {
    const words = (letter: string) =>
      Array.from({ length: 3000 }, (_, index) => `${letter}${index}`).join(' ');
    const [before, after] = marked(`<p>${words('a')}</p>`, `<p>${words('b')}</p>`);
    assert.equal(before, `<p>[${words('a')}]</p>`);
    assert.equal(after, `<p>[${words('b')}]</p>`);
  });
});
