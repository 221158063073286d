import assert from 'node:assert/strict';
import { render, revealHtml } from './rendering';

describe('decks of reveal.js', () => {
  it('have no div around their content', () => {
    assert.equal(render('# A', { dialect: 'reveal' }).html, '<h1>A</h1>\n');
  });

  it('have no line breaks or typographic signs that the author did not write', () => {
    assert.equal(revealHtml('"a" --\nb'), '<p>"a" --\nb</p>');
  });

  it('link addresses but not bare names', () => {
    assert.equal(revealHtml('https://a.org'), '<p><a href="https://a.org">https://a.org</a></p>');
    assert.equal(revealHtml('www.a.org'), '<p><a href="http://www.a.org">www.a.org</a></p>');
    assert.equal(revealHtml('README.md'), '<p>README.md</p>');
  });

  it('have none of the signs of HedgeDoc', () => {
    assert.equal(revealHtml(':smile: ==a== $x$'), '<p>:smile: ==a== $x$</p>');
  });

  it('may set more attributes, but nothing that runs', () => {
    assert.equal(
      revealHtml('![](a.png) <!-- .element: width="20%" title="a=b" onclick="x()" srcdoc="x" -->'),
      '<p><img src="a.png" alt="" width="20%" title="a=b"> </p>',
    );
  });

  it('may name data attributes without a value', () => {
    assert.deepEqual(
      render('<!-- .slide: data-auto-animate class="a" -->', { dialect: 'reveal' }).attributes,
      {
        'data-auto-animate': '',
        class: 'a',
      },
    );
  });

  it('set the section itself if nothing is before the comment', () => {
    assert.deepEqual(render('<!-- .element: class="a" -->\n\nb', { dialect: 'reveal' }).attributes, {
      class: 'a',
    });
  });

  it('keep the source of a diagram for the page to draw', () => {
    assert.equal(revealHtml('```mermaid\nA-->B\n```'), '<pre class="mermaid">A--&gt;B\n</pre>');
  });

  it('tick task lists as GFM does', () => {
    assert.equal(
      revealHtml('- [x] a'),
      '<ul>\n<li><input type="checkbox" checked="" disabled=""> a</li>\n</ul>',
    );
  });

  it('are filtered all the same', () => {
    assert.equal(revealHtml('a <script>b</script> <q cite="c">d</q>'), '<p>a  <q cite="c">d</q></p>');
  });
});
