import assert from 'node:assert/strict';
import { WORDS } from '../../../src/core/markdown/embedWords';
import { DIALECTS, html, render, revealHtml } from './rendering';

describe('a slide that can’t be rendered', () => {
  it('is shown as text if it is too long', () => {
    for (const dialect of DIALECTS) {
      const { html: shown } = render(`# <b>A\n${'x'.repeat(200_000)}`, { dialect });
      assert.match(shown, /<pre># &lt;b&gt;A\nxxx/);
      assert.ok(shown.includes(WORDS.notRendered));
    }
  });

  it('is shown as text if it is nested too deeply', () => {
    assert.ok(html('<div>'.repeat(600)).includes(WORDS.notRendered));
    assert.ok(revealHtml('> '.repeat(200)).includes(WORDS.notRendered));
  });

  it('is shown as text if its markdown has too many signs in one paragraph', () => {
    assert.ok(revealHtml('**a '.repeat(5000)).includes(WORDS.notRendered));
    assert.ok(!revealHtml('**a** '.repeat(200)).includes(WORDS.notRendered));
  });
});
