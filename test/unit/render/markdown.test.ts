import assert from 'node:assert/strict';
import { html } from './rendering';

describe('markdown as HedgeDoc renders it', () => {
  it('breaks lines where the source does', () => {
    assert.equal(html('one\ntwo'), '<p>one<br>\ntwo</p>');
  });

  it('sets typographic quotes, dashes and signs', () => {
    assert.equal(html(`"a" 'b' -- --- ... (c) +-`), '<p>“a” ‘b’ – — … © ±</p>');
  });

  it('links bare names with a two-letter or classic ending only', () => {
    assert.equal(html('github.com'), '<p><a href="http://github.com">github.com</a></p>');
    assert.equal(html('README.md'), '<p><a href="http://README.md">README.md</a></p>');
    assert.equal(html('docs.scs.community'), '<p>docs.scs.community</p>');
  });

  it('links bare names with their port', () => {
    assert.equal(html('x.org:8080/a'), '<p><a href="http://x.org:8080/a">x.org:8080/a</a></p>');
  });

  it('links mail addresses by the same endings', () => {
    assert.equal(html('foo@bar.com'), '<p><a href="mailto:foo@bar.com">foo@bar.com</a></p>');
    assert.equal(html('foo@scs.community'), '<p>foo@scs.community</p>');
  });

  it('links an address between emphasis marks', () => {
    assert.equal(
      html('**foo@bar.com**'),
      '<p><strong><a href="mailto:foo@bar.com">foo@bar.com</a></strong></p>',
    );
  });

  it('knows marked, inserted, subscript, superscript and struck-through text', () => {
    assert.equal(
      html('==m== ++i++ H~2~O x^2^ ~~s~~'),
      '<p><mark>m</mark> <ins>i</ins> H<sub>2</sub>O x<sup>2</sup> <s>s</s></p>',
    );
  });

  it('explains abbreviations', () => {
    assert.equal(html('HTML\n\n*[HTML]: Hyper Text'), '<p><abbr title="Hyper Text">HTML</abbr></p>');
  });

  it('knows definition lists', () => {
    assert.equal(html('Term\n: def'), '<dl>\n<dt>Term</dt>\n<dd>def</dd>\n</dl>');
  });

  it('puts footnotes into the slide without a section of their own', () => {
    const rendered = html('a[^1]\n\n[^1]: note');
    assert.match(rendered, /<hr class="footnotes-sep">\n<div class="footnotes">/);
    assert.match(rendered, /<li id="fn1" class="footnote-item"><p>note/);
    assert.doesNotMatch(rendered, /<section/);
  });

  it('makes the four alerts, with the words after the name as classes', () => {
    assert.equal(html(':::info\nx\n:::'), '<div class="alert alert-info">\n<p>x</p>\n</div>');
    assert.equal(html('::: danger a b\nx\n:::'), '<div class="alert alert-danger a b">\n<p>x</p>\n</div>');
    assert.equal(html(':::spoiler\nx\n:::'), '<p>:::spoiler<br>\nx<br>\n:::</p>');
  });

  it('leaves an empty place for a table of contents at the end of a paragraph', () => {
    assert.equal(html('a [TOC]'), '<p>a </p><div class="toc"></div><p></p>');
    assert.equal(html('[TOC] a'), '<p>[TOC] a</p>');
  });

  it('keeps the number that a list starts with', () => {
    assert.equal(html('3. a'), '<ol start="3">\n<li>a</li>\n</ol>');
  });

  it('does not un-indent a slide that begins with blank lines', () => {
    assert.match(html('\n\n\n* a\n  * b'), /<ul>\n<li>a\n<ul>\n<li>b<\/li>/);
  });

  it('renders nothing for an empty slide', () => {
    assert.equal(html('\n\n'), '');
  });
});

describe('formulas', () => {
  const formula = (tex: string) => `<span class="mathjax raw">${tex}</span>`;
  const inline = (tex: string) => formula(`\\(${tex}\\)`);
  const display = (tex: string) => formula(`\\[${tex}\\]`);

  it('are read between dollars and double-backslash brackets, and distinguished from those on their own line', () => {
    assert.equal(html('$x^2$'), `<p>${inline('x^2')}</p>`);
    assert.equal(html('$$\n\\int\n$$'), `<p>${display('\n\\int\n')}</p>`);
    assert.equal(html('\\\\(w\\\\) \\\\[d\\\\]'), `<p>${inline('w')} ${display('d')}</p>`);
    assert.equal(html('\\begin{a}b\\end{a}'), `<p>${formula('\\begin{a}b\\end{a}')}</p>`);
  });

  it('are not read from prices', () => {
    assert.equal(html('$5 and $10'), '<p>$5 and $10</p>');
  });

  it('keep their signs', () => {
    assert.equal(html('$a < b$'), `<p>${inline('a &lt; b')}</p>`);
  });

  it('need two backslashes', () => {
    assert.equal(html('\\(z\\)'), '<p>(z)</p>');
  });
});

describe('embedded pages from other sites', () => {
  it('are cards that open them', () => {
    assert.equal(
      html('{%youtube aqz-KE-bpKQ %}'),
      '<p></p><div class="youtube" data-videoid="aqz-KE-bpKQ">' +
        '<a class="embed-card" href="https://www.youtube.com/watch?v=aqz-KE-bpKQ" target="_blank">YouTube video</a>' +
        '</div><p></p>',
    );
  });

  it('leave no frame, even if HTML asks for one', () => {
    const rendered = html('<iframe src="https://x.org/a"></iframe>');
    assert.equal(
      rendered,
      '<div class="embed"><a class="embed-card" href="https://x.org/a" target="_blank">Embedded page</a></div>',
    );
  });

  it('stay text if HedgeDoc does not know them', () => {
    assert.equal(html('{%figma x %} {%pdf a.pdf %}'), '<p>{%figma x %} {%pdf a.pdf %}</p>');
  });
});
