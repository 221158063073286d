import assert from 'node:assert/strict';
import { faults, fixed } from '../linting';

const rule = 'bare-relative-path';

const files = { 'a.png': '', 'notes.md': '', 'images/b.png': '' };

describe('bare-relative-path', () => {
  it('inserts ./ in pictures, links, elements and definitions', () => {
    assert.equal(fixed('![](a.png =20x)', { rule, files }), '![](./a.png =20x)');
    assert.equal(fixed('[x](notes.md)', { rule, files }), '[x](./notes.md)');
    assert.equal(fixed('<img src="images/b.png">', { rule, files }), '<img src="./images/b.png">');
    assert.equal(fixed('![x][y]\n\n[y]: a.png', { rule, files }), '![x][y]\n\n[y]: ./a.png');
  });

  it('leaves alone paths that HedgeDoc accepts, and what names no file', () => {
    const text = '![](./a.png) ![](../deck/a.png) ![](/a.png) [x](#/1) [y](github.com) ![](missing.png)';
    assert.deepEqual(faults(text, { rule, files }), []);
  });

  it('leaves alone backgrounds and style sheets, whose addresses HedgeDoc does not check', () => {
    const text = '<!-- .slide: data-background="a.png" -->\n<style>h1 { background: url(a.png) }</style>';
    assert.deepEqual(faults(text, { rule, files }), []);
  });

  it('leaves reveal.js talks alone', () => {
    assert.deepEqual(faults('![](a.png)', { rule, files, dialect: 'reveal-blank-lines' }), []);
  });
});
