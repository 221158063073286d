import assert from 'node:assert/strict';
import { rewriteCss } from '../../../src/core/markdown/css';

const rewrite = (css: string) => rewriteCss(css, (url) => `<${url}>`);

describe('rewriteCss', () => {
  for (const [css, expected] of [
    ['a { b: url(c.png) }', 'a { b: url("<c.png>") }'],
    [`a { b: url( 'c d.png' ) }`, 'a { b: url( "<c d.png>" ) }'],
    ['a { b: URL(c) }', 'a { b: URL("<c>") }'],
    ['a { b: u\\72l(c) }', 'a { b: u\\72l("<c>") }'],
    ['a { b: url(c\\)d) }', 'a { b: url("<c)d>") }'],
    ['a { b: image-set("c.png" 1x, url(d.png) 2x) }', 'a { b: image-set("<c.png>" 1x, url("<d.png>") 2x) }'],
    ['a::after { content: "url(c)" }', 'a::after { content: "url(c)" }'],
    ['/* url(c) */ a { b: url(d) }', '/* url(c) */ a { b: url("<d>") }'],
    ['@import url(c.css); a { b: c }', ' a { b: c }'],
    ['@import "c;d.css" screen; a { b: c }', ' a { b: c }'],
    ['@\\69mport "c.css"; a { b: c }', ' a { b: c }'],
    ['@import url(c;d.css); a { b: c }', ' a { b: c }'],
    ['a { b: url(c(d)e) }', 'a { b: url("<>")e) }'],
    ['a { b: calc(1px + 2px) }', 'a { b: calc(1px + 2px) }'],
    ['a > b { color: red }', 'a > b { color: red }'],
  ]) {
    it(`makes ${expected} of ${css}`, () => {
      assert.equal(rewrite(css!), expected);
    });
  }

  it('does not let a URL end its string', () => {
    assert.equal(
      rewriteCss('a { b: url(c) }', () => 'x"); color: red; d: url("\n\\'),
      'a { b: url("x%22); color: red; d: url(%22%0a%5c") }',
    );
  });
});
