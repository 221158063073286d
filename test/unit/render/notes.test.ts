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
