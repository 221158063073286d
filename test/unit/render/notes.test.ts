import assert from 'node:assert/strict';
import { html, render, revealHtml } from './rendering';

describe('speaker notes', () => {
  it('are in an aside after the content', () => {
    assert.equal(render('# A\n\nNote: b').html, '<div><h1>A</h1>\n<aside class="notes">b</aside></div>');
  });

  it('are raw in their first paragraph and markdown from then on', () => {
    assert.match(
      html('# A\n\nNote: **b**\n\n**c**'),
      /<aside class="notes">\*\*b\*\*\n<p><strong>c<\/strong><\/p><\/aside>/,
    );
  });

  describe('for speakers', () => {
    const notes = (text: string) =>
      /<aside class="notes">([\s\S]*)<\/aside>/
        .exec(html(`# A\n\nNote: ${text}`, { renderedNotes: true }))![1]!
        .trim();

    it('are markdown from the start', () => {
      assert.equal(
        notes('**b**\n[c](d.md)\n\n**e**'),
        '<p><strong>b</strong><br>\n<a href="d.md">c</a></p>\n<p><strong>e</strong></p>',
      );
      assert.equal(notes('\n- b\n- `**c**`'), '<ul>\n<li>b</li>\n<li><code>**c**</code></li>\n</ul>');
      assert.equal(notes('a * b * c_d_e, 2 < 3 &amp; \\*'), '<p>a * b * c_d_e, 2 &lt; 3 &amp; *</p>');
    });

    it('have code with empty lines in it, and HTML', () => {
      assert.equal(notes('\n```\n**a**\n\n# b\n```'), '<pre><code>**a**\n\n# b\n</code></pre>');
      assert.equal(notes('<b>x</b> *y*'), '<p><b>x</b> <em>y</em></p>');
      assert.equal(notes('\n<div>*x*</div>'), '<div>*x*</div>');
    });

    it('are filtered', () => {
      const text =
        '*a* <script>x</script><img src="b.png" onerror="x">[c](javascript:x)<a href="javascript:x">d</a>';
      assert.doesNotMatch(notes(text), /<script|onerror|href="javascript/);
      assert.match(notes(text), /^<p><em>a<\/em>/);
    });

    it('ask where their pictures are', () => {
      const resolve = (url: string) => `x/${url}`;
      const rendered = html('# A\n\nNote: ![](b.png)', { renderedNotes: true, resolve });
      assert.match(rendered, /<aside class="notes"><p><img src="x\/b.png" alt="">/);
    });

    it('leave the slide and its attributes as they are', () => {
      const text =
        '[a] *[HTML] HTML [^1]\n\nNote: b[^1] <!-- .slide: class="c" -->\n[a]: d\n*[HTML]: e\n[^1]: f';
      const [page, spoken] = [false, true].map((renderedNotes) => render(text, { renderedNotes }));
      const slideOf = (rendered = page!) => rendered.html.replace(/<aside[\s\S]*<\/aside>/, '');
      assert.equal(slideOf(spoken), slideOf(page));
      assert.deepEqual(spoken!.attributes, { class: 'c' });
    });

    it('stay as they are if a comment puts them on the slide', () => {
      const text = '# A\n\nNote: *b* <!-- .element: class="fragment" -->';
      assert.equal(html(text, { renderedNotes: true }), html(text));
    });

    it('know the lines of their source', () => {
      const text = '# A\n\nNote:\n<b\nclass="x">b</b>\n\nc';
      assert.match(
        html(text, { renderedNotes: true, sourceLines: true }),
        /<p data-line="3"><b[\s\S]*<p data-line="6">c/,
      );
    });

    it('stay as they are if they are written as HTML', () => {
      const text = '<aside class="notes">a **b**</aside>';
      assert.equal(html(text, { renderedNotes: true }), html(text));
      assert.match(
        html(`${text}\n\nNote: *c*`, { renderedNotes: true }),
        /a \*\*b\*\*[\s\S]*<p><em>c<\/em><\/p>/,
      );
    });
  });

  it('can be empty', () => {
    assert.match(html('# A\n\nNote:'), /<aside class="notes"><\/aside>/);
  });

  it('can be written as HTML', () => {
    assert.match(
      html('<aside class="notes">\na **b**\n</aside>'),
      /<aside class="notes">\na \*\*b\*\*\n<\/aside>/,
    );
  });

  it('are filtered', () => {
    assert.doesNotMatch(html('# A\n\nNote: <script>x</script>'), /<script/);
  });

  it('are markdown from the start in the dialects of reveal.js', () => {
    assert.equal(
      revealHtml('# A\n\nNote: **b**'),
      '<h1 id="a">A</h1>\n<aside class="notes"><p><strong>b</strong></p>\n</aside>',
    );
  });
});
