import assert from 'node:assert/strict';
import type { RenderOptions } from '../../../src/core/render/rendered';
import { html, render, revealHtml } from './rendering';

describe('decks of reveal.js', () => {
  it('have no div around their content', () => {
    assert.equal(render('# A', { dialect: 'reveal' }).html, '<h1 id="a">A</h1>\n');
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

  it('keep attributes that HTML does not know and elements with a hyphen, for style sheets', () => {
    for (const kept of [
      '<img src="a.png" rounded="" caption="5 %">',
      '<two-columns gap="1em">\n<x-a>b</x-a></two-columns>',
      '<table cellpadding="6" cellspacing="0"></table>',
    ]) {
      assert.equal(revealHtml(kept), kept);
      assert.notEqual(html(kept), kept);
    }
    assert.equal(revealHtml('<p rounded="a:b" popovertarget="c" onx="d">e</p>'), '<p>e</p>');
    assert.equal(revealHtml('<foo>a</foo>'), '<p>a</p>');
    const { attributes } = render('<!-- .slide: timing="long" is="x" -->', { dialect: 'reveal' });
    assert.deepEqual(attributes, { timing: 'long' });
  });

  it('have vertical slides made of sections where these can be shown', () => {
    const text =
      '<section data-background="red" onclick="x">\n\n# A\n\n<section>b</section>\n</section>\n<div><section>c</section></div>';
    const rest = '\n\n<h1 id="a">A</h1>\n<div>b</div>\n';
    assert.equal(
      revealHtml(text, { verticalSections: true }),
      `<section data-background="red">${rest}</section>\n<div><div>c</div></div>`,
    );
    assert.equal(revealHtml(text), `<div data-background="red">${rest}</div>\n<div><div>c</div></div>`);
    const counted = (options: Partial<RenderOptions>) => render(text, options).verticalSlides;
    assert.equal(counted({ dialect: 'reveal', verticalSections: true }), 1);
    assert.equal(counted({ dialect: 'reveal' }), 0);
    assert.equal(counted({ dialect: 'hedgedoc', verticalSections: true }), 0);
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
    const drawn = '<pre class="code-wrapper"><code class="mermaid">A--&gt;B</code></pre>';
    assert.equal(revealHtml('```mermaid\nA-->B\n```'), drawn);
    assert.equal(
      revealHtml('<pre><code class="mermaid" data-trim>\n  A-->B\n</code></pre>'),
      drawn.replace('>A', ' data-trim="">A'),
    );
  });

  it('tick task lists as GFM does', () => {
    assert.equal(
      revealHtml('- [x] a'),
      '<ul>\n<li><input type="checkbox" checked="" disabled=""> a</li>\n</ul>',
    );
    assert.equal(revealHtml('[x] a <input type="checkbox"><input type="text" disabled>'), '<p>[x] a </p>');
  });

  it('are filtered all the same', () => {
    assert.equal(revealHtml('a <script>b</script> <q cite="c">d</q>'), '<p>a  <q cite="c">d</q></p>');
  });

  it('name headings by their words, once each on a slide', () => {
    assert.equal(
      revealHtml('# Über *uns* & `co`\n\n## Über uns co'),
      '<h1 id="über-uns--co">Über <em>uns</em> &amp; <code>co</code></h1>\n<h2 id="über-uns-co">Über uns co</h2>',
    );
    assert.match(revealHtml('# A\n\n# A'), /<h1 id="a">A.*<h1 id="a-1">A/s);
  });

  it('strike text through between one or two tildes', () => {
    assert.equal(revealHtml('~a~ ~~b~~'), '<p><del>a</del> <del>b</del></p>');
  });

  it('take a comment on the line below a list for part of its last item', () => {
    assert.match(
      revealHtml('- a\n- b\n<!-- .element: class="fragment" -->'),
      /<li>a<\/li>\n<li class="fragment">b/,
    );
  });

  it('read the characters that stand for others before the markdown, if it is in the HTML of the page', () => {
    assert.equal(
      revealHtml('a &lt;b&gt;c&lt;/b&gt;\n\nNote: &amp;lt;'),
      '<p>a <b>c</b></p>\n<aside class="notes"><p>&lt;</p>\n</aside>',
    );
    assert.equal(revealHtml('a &lt;b&gt;', { markdownInHtml: false }), '<p>a &lt;b&gt;</p>');
  });

  it('lose the indentation of their first line', () => {
    assert.equal(revealHtml('\n    # A\n    b'), '<h1 id="a">A</h1>\n<p>b</p>');
    assert.equal(revealHtml('\n\t# A\n\tb'), '<h1 id="a">A</h1>\n<p>b</p>');
    assert.equal(revealHtml('\n- a\n  - b'), '<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>');
    assert.equal(revealHtml('\n\n\n- a\n  - b'), '<ul>\n<li>a</li>\n<li>b</li>\n</ul>');
  });

  it('have formulas if the page loads the math plugin', () => {
    const formulas = (text: string) =>
      [...revealHtml(text, { math: true }).matchAll(/<span class="mathjax raw">(.*?)<\/span>/gs)].map(
        ([, tex]) => tex,
      );
    assert.deepEqual(formulas('a $x^2$ **$$y$$**\n\n`$z$`\n\n\\\\(u\\\\)'), [
      '\\(x^2\\)',
      '\\[y\\]',
      '\\(z\\)',
      '\\(u\\)',
    ]);
    assert.deepEqual(formulas('$5\n\n    $a$\n\n```\n$b$\n```'), []);
  });
});
