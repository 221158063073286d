import assert from 'node:assert/strict';
import { html } from './rendering';

describe("HedgeDoc's filter", () => {
  it('shows tags it does not know as text', () => {
    assert.equal(
      html('a <q>b</q> <button>c</button>'),
      '<p>a &lt;q&gt;b&lt;/q&gt; &lt;button&gt;c&lt;/button&gt;</p>',
    );
  });

  it('lets known tags keep what they are allowed', () => {
    assert.equal(
      html('<font color="red" size=12px style="text-shadow: 1px 1px">a</font>'),
      '<p><font color="red" size="12px" style="text-shadow: 1px 1px">a</font></p>',
    );
    assert.equal(
      html('<table width="100%" bgcolor="red"><tr><td valign="top">a</td></tr></table>'),
      '<table width="100%"><tbody><tr><td valign="top">a</td></tr></tbody></table>',
    );
  });

  it('drops other attributes silently', () => {
    assert.equal(
      html('<div title="t" align="center" onclick="a()" data-x="y" id="i">b</div>'),
      '<div data-x="y" id="i">b</div>',
    );
  });

  it('turns written entities into a tag', () => {
    assert.equal(html('&lt;b&gt;a&lt;/b&gt;'), '<p><b>a</b></p>');
    assert.equal(html('&#60;b&#62;'), '<p>&lt;b&gt;</p>');
  });

  it('also edits the tags inside code', () => {
    assert.equal(html('`<div onclick="x" class=\'a\'>`'), '<p><code>&lt;div class="a"&gt;</code></p>');
    assert.equal(html('`<script>`'), '<p><code>&lt;script&gt;</code></p>');
  });

  it('leaves comparison signs alone', () => {
    assert.equal(html('2 < 3 and 5 > 4 & <3 <- ->'), '<p>2 &lt; 3 and 5 &gt; 4 &amp; &lt;3 &lt;- -&gt;</p>');
  });

  it('keeps style sheets, selectors and all, but not their attributes', () => {
    assert.equal(
      html('<style media="print">\n.a > b { color: red }\n</style>'),
      '<style>\n.a > b { color: red }\n</style>',
    );
  });

  it('repairs line breaks', () => {
    assert.equal(html('a <br/> b </br> c'), '<p>a <br> b <br> c</p>');
  });

  it('keeps a section written by hand from becoming a slide', () => {
    assert.equal(html('<section class="a">\n\nb\n\n</section>'), '<div class="a">\n<p>b</p>\n</div>');
  });
});
