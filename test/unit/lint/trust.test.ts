import assert from 'node:assert/strict';
import { type Linting, lint } from './linting';

const files = { 'a.png': '' };

function kindOf(text: string, rule: string, linting: Linting = {}): string | undefined {
  return lint(text, { dialect: 'hedgedoc', files, ...linting, rule })[0]?.fixes[0]?.kind;
}

describe('A safe fix', () => {
  it('stays safe beside ordinary HTML', () => {
    for (const html of [
      '',
      '<br>',
      '<font size="5">A</font>',
      '<!-- .slide: class="a" -->',
      '<style>h1 {}</style>',
    ])
      assert.equal(kindOf(`${html}\n\n![a](a.png)`, 'bare-relative-path'), 'safe', html);
    assert.equal(kindOf('A</br>B', 'invalid-html'), 'safe');
    assert.equal(kindOf('<font size=5>A</font>', 'invalid-html'), 'safe');
  });

  const doubts: Record<string, string> = {
    'HTML that HedgeDoc writes otherwise before it reads the markdown': '<a href=>\n![a](a.png)',
    'a tag over several lines': '<b\nclass="a">A</b> ![a](a.png)',
    'a tag that HedgeDoc shows as text': '<x-y>A</x-y> ![a](a.png)',
    'a written entity, which HedgeDoc makes a tag': '&lt;b> ![a](a.png)',
    'a style sheet that is not closed': '![a](a.png) <style>',
    'notes, which HedgeDoc reads as HTML': 'A\n\nNote:\n![a](a.png)',
  };
  for (const [what, text] of Object.entries(doubts)) {
    it(`is only offered in a slide with ${what}`, () => {
      assert.equal(kindOf(text, 'bare-relative-path'), 'offered');
    });
  }

  it('is only offered on slides of reveal.js, whose library is another', () => {
    assert.equal(kindOf('A</br>B', 'invalid-html', { dialect: 'reveal-md' }), 'offered');
    const link = '[A](https://example.org/?fbclid=1)';
    assert.equal(kindOf(link, 'tracking-parameters', { dialect: 'reveal-md' }), 'offered');
    assert.equal(kindOf(link, 'tracking-parameters'), 'safe');
  });

  it('is made at the right place after a NUL, which markdown replaces', () => {
    const [finding] = lint('- \0 ![a](a.png)\0', { dialect: 'hedgedoc', files, rule: 'bare-relative-path' });
    assert.deepEqual(finding!.span, { start: 9, end: 14 });
  });
});
