import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { slideHeadings, slideSubtitle, slideTitle } from '../../../src/core/summary/titles';

const title = (text: string) => {
  const found = slideTitle(parseDeck(text, { setup: 'hedgedoc' }).slides[0]!.content);
  return 'text' in found ? found.text : found.kind;
};

const subtitle = (text: string) => slideSubtitle(parseDeck(text, { setup: 'hedgedoc' }).slides[0]!.content);

const HOSTILE = ['<!--'.repeat(50_000), '['.repeat(200_000), '*'.repeat(200_000), '<style'.repeat(50_000)];

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

  it('may be underlined, even over several lines', () => {
    assert.equal(title('Title\n---\ntext'), 'Title');
    assert.equal(title('A **long\ntitle**\n===\ntext'), 'A long title');
  });

  it('keeps marks that are escaped, in code, within words or without a partner', () => {
    assert.equal(title('# snake\\_case, 2 \\* 3, \\`a\\`, C\\#'), 'snake_case, 2 * 3, `a`, C#');
    assert.equal(title('# `**a**` snake_case C++ 2 * 3'), '**a** snake_case C++ 2 * 3');
  });

  it('has characters for entities', () => {
    assert.equal(title('# R&amp;D &lt;b&gt; caf&eacute; &#8364;'), 'R&D <b> café €');
  });

  it('is the first line of a paragraph, without marks that end in the next', () => {
    assert.equal(title('**Some\nwords**'), 'Some');
  });

  it('is its first words if there is no heading', () => {
    assert.equal(title('\n* first point\n* second'), 'first point');
    assert.equal(title('##\n\n> quoted'), 'quoted');
  });

  it('does not come from comments, styles, code or notes', () => {
    assert.equal(title('<!-- # no -->\n<style>\n# no\n</style>\n```\n# no\n```\n# yes'), 'yes');
    assert.equal(title('\nNote: # no'), 'empty');
  });

  it('knows its line', () => {
    const line = (text: string) => {
      const found = slideTitle(parseDeck(text, { setup: 'hedgedoc' }).slides[0]!.content);
      return 'line' in found ? found.line : null;
    };
    assert.equal(line('\n<!-- one\ntwo -->\n\n# Title\n'), 4);
    assert.equal(line('<style>\r\nb {}\r\n</style>\r\nTitle\r\n---\r\n'), 3);
    assert.equal(line('\n- words'), 1);
    assert.equal(line('\n\n```js\n\nrun()\n```\n'), 2);
  });

  it('says what is there if there are no words', () => {
    assert.equal(title('#\n![alt](a.png)'), 'picture');
    assert.equal(title('<!-- .slide: data-background="a.png" -->'), 'picture');
    assert.equal(title('\n\n'), 'empty');
  });

  it('is found without delay in hostile text', () => {
    for (const text of HOSTILE) title(text);
  });
});

describe('What distinguishes slides with the same title', () => {
  it('is the second heading, wherever it is', () => {
    assert.equal(subtitle('# Team\nReport by @a\n\n**Bold**\n\n## Topic `x`\n\n### Other'), 'Topic x');
    assert.equal(subtitle('Team\n====\n\ntext\n\nTopic\n---\n'), 'Topic');
  });

  it('is otherwise the first bold line', () => {
    assert.equal(subtitle('# Team\n\ntext\n\n**Status Page:**\n\n* **no** line\n'), 'Status Page');
    assert.equal(subtitle('# Team\n\n* __Status__\n'), 'Status');
  });

  it('is otherwise the first words', () => {
    assert.equal(subtitle('# Team\n\n* **General:** new label\n* more\n'), 'General: new label');
    assert.equal(subtitle('# Team\n\n```sh\nrun\n```\n'), 'run');
    assert.equal(subtitle('* first\n* second\n'), 'second');
  });

  it('does not repeat the title, or say anything that is not shown', () => {
    assert.equal(subtitle('# Team\n---\n## Team\n'), null);
    assert.equal(subtitle('text\n# Team\n---\n'), 'text');
    assert.equal(subtitle('# Team\n<!-- ## no -->\n<style>\n# no\n</style>\n\nNote: no\n'), null);
    assert.equal(subtitle('\n'), null);
  });

  it('names a picture that has no words beside it', () => {
    assert.equal(subtitle('![Hills at dawn](./a.png)'), 'Hills at dawn');
    assert.equal(subtitle('![](./pictures/hills.png =200x)'), 'hills.png');
    assert.equal(subtitle('<img src="https://example.org/hills.png?size=1">'), 'hills.png');
    assert.equal(subtitle('<!-- .slide: data-background="./hills.png" -->'), 'hills.png');
  });

  it('is short', () => {
    assert.match(subtitle(`# Team\n\n${'word '.repeat(50)}`)!, /^(?:word ){11}word…$/);
  });

  it('is found without delay in hostile text', () => {
    for (const text of HOSTILE) subtitle(`# Team\n\n${text}`);
    for (const text of ['![]('.repeat(50_000), `![](${' '.repeat(200_000)}`, 'src='.repeat(50_000)])
      subtitle(text);
  });
});

describe('The headings of a slide', () => {
  it('are all those that have text, of either form, without code and comments', () => {
    const text = '# A <b>b</b>\n\n#\n\n```\n# code\n```\n\n<!--\n# comment\n-->\n\nC\n===\n\ntext\n\n### D\n';
    const { content } = parseDeck(text, { setup: 'hedgedoc' }).slides[0]!;
    assert.deepEqual(slideHeadings(content), ['A b', 'C', 'D']);
  });
});
