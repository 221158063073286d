import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { slideHeadings, slideTitle } from '../../../src/core/deck/titles';

const title = (text: string) => {
  const found = slideTitle(parseDeck(text, { dialect: 'hedgedoc' }).slides[0]!.content);
  return 'text' in found ? found.text : found.kind;
};

describe('The title of a slide', () => {
  it('is its first heading, without markup', () => {
    assert.equal(
      title('text\n\n## Team **IaaS** - [Release](https://x.y) `v5` ##\n# Other'),
      'Team IaaS - Release v5',
    );
  });

  it('is read out of font tags', () => {
    assert.equal(
      title('# <font color="#50c3a5">Sovereign</font> <font>Cloud Stack</font>'),
      'Sovereign Cloud Stack',
    );
  });

  it('may be underlined', () => {
    assert.equal(title('Title\n---\ntext'), 'Title');
  });

  it('is its first words where there is no heading', () => {
    assert.equal(title('\n* first point\n* second'), 'first point');
    assert.equal(title('##\n\n> quoted'), 'quoted');
  });

  it('does not come from comments, styles, code or notes', () => {
    assert.equal(title('<!-- # no -->\n<style>\n# no\n</style>\n```\n# no\n```\n# yes'), 'yes');
    assert.equal(title('\nNote: # no'), 'empty');
  });

  it('knows its line', () => {
    const line = (text: string) => {
      const found = slideTitle(parseDeck(text, { dialect: 'hedgedoc' }).slides[0]!.content);
      return 'line' in found ? found.line : null;
    };
    assert.equal(line('\n<!-- one\ntwo -->\n\n# Title\n'), 4);
    assert.equal(line('<style>\r\nb {}\r\n</style>\r\nTitle\r\n---\r\n'), 3);
    assert.equal(line('\n- words'), 1);
    assert.equal(line('\n\n```js\n\nrun()\n```\n'), 2);
  });

  it('says what is there where there are no words', () => {
    assert.equal(title('#\n![alt](a.png)'), 'picture');
    assert.equal(title('<!-- .slide: data-background="a.png" -->'), 'picture');
    assert.equal(title('\n\n'), 'empty');
  });

  it('is found without delay in hostile text', () => {
    for (const text of [
      '<!--'.repeat(50_000),
      '['.repeat(200_000),
      '*'.repeat(200_000),
      '<style'.repeat(50_000),
    ]) {
      title(text);
    }
  });
});

describe('The headings of a slide', () => {
  it('are all that have text, of either form, without code and comments', () => {
    const text = '# A <b>b</b>\n\n#\n\n```\n# code\n```\n\n<!--\n# comment\n-->\n\nC\n===\n\ntext\n\n### D\n';
    const { content } = parseDeck(text, { dialect: 'hedgedoc' }).slides[0]!;
    assert.deepEqual(slideHeadings(content), ['A b', 'C', 'D']);
  });
});
