import assert from 'node:assert/strict';
import type { CursorPlace } from '../../../../src/core/authoring/place/place';
import { placeAt } from '../../../../src/core/authoring/place/placeAt';
import { parseDeck } from '../../../../src/core/deck/parseDeck';

type Found = Record<string, unknown> | null;

/** The place at the `|` of a text, with the text of its span for the span. */
function at(marked: string): Found {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const place: CursorPlace | null = placeAt(parseDeck(text), offset);
  if (!place) return null;
  const { span, ...rest } = place;
  return { ...rest, text: text.slice(span.start, span.end) };
}

const head = '---\ntype: slide\n---\n\n';
const onSlide = (marked: string) => at(`${head}# Before\n\n---\n\n${marked}`);

describe('The place of the cursor in the frontmatter', () => {
  const key = (marked: string) => {
    const found = at(marked);
    assert.equal(found?.kind, 'frontMatterKey');
    return found as { text: string; parents: string[]; siblings: string[]; hasColon: boolean };
  };

  it('is a key on the level of its indentation', () => {
    assert.deepEqual(key('---\ntype: slide\nti|\n---\n').parents, []);
    assert.deepEqual(key('---\nslideOptions:\n  th|\n---\n').parents, ['slideOptions']);
    assert.deepEqual(key('---\nslideOptions:\n  theme: white\n  |\n---\n').parents, ['slideOptions']);
    assert.deepEqual(key('---\nslideOptions:\n  theme: white\n|\ntype: slide\n---\n').parents, []);
    assert.deepEqual(key('---\nslideOptions:\n  keyboard:\n    a: b\n  x|\n---\n').parents, ['slideOptions']);
  });

  it('knows the other keys of that level, including those below', () => {
    const { siblings } = key(
      '---\ntitle: a\nslideOptions:\n  theme: white\n  |\n  center: true\ntags: b\n---\n',
    );
    assert.deepEqual(siblings, ['theme', 'center']);
    assert.deepEqual(key('---\ntitle: a\n|\nslideOptions:\n  theme: b\n---\n').siblings, [
      'title',
      'slideOptions',
    ]);
  });

  it('covers an existing key completely', () => {
    const { text, hasColon } = key('---\nslideOptions:\n  the|me: white\n---\n');
    assert.deepEqual({ text, hasColon }, { text: 'theme', hasColon: true });
  });

  it('is a value without the comment after it', () => {
    const path = ['slideOptions', 'theme'];
    const value = (text: string) => ({ kind: 'frontMatterValue', path, text });
    assert.deepEqual(at('---\nslideOptions:\n  theme: |\n---\n'), value(''));
    assert.deepEqual(at('---\nslideOptions:\n  theme: wh|ite # light\n---\n'), value('white'));
    assert.deepEqual(at("---\r\nslideOptions:\r\n  theme: 'white|'\r\n---\r\n"), value("'white'"));
  });

  it('is nothing in lists, block texts, comments, right after a colon and on the lines that enclose it', () => {
    for (const marked of [
      '---\ntags:\n  - a|\n---\n',
      '---\ndescription: |\n  the¦\n---\n'.replace('|', '>').replace('¦', '|'),
      '---\n# the|\n---\n',
      '---\ntitle:|\n---\n',
      '---\ntheme: white |\n---\n',
      '---\ntheme: white # li|ght\n---\n',
      '---\ntheme: # li|ght\n---\n',
      '---|\ntitle: a\n---\n',
      '---\ntitle: a\n--|-\n',
    ]) {
      assert.equal(at(marked), null, marked);
    }
  });
});

describe('The place of the cursor in an attribute comment', () => {
  const slide = { comment: 'slide' };

  it('is the word that makes it one', () => {
    assert.deepEqual(onSlide('<!-- |'), { kind: 'commentKeyword', text: '' });
    assert.deepEqual(onSlide('<!-- .sl| -->'), { kind: 'commentKeyword', text: '.sl' });
    assert.equal(onSlide('<!-- see the sl| -->'), null);
  });

  it('is the complete name of an attribute', () => {
    const found = {
      kind: 'attributeName',
      owner: slide,
      present: ['class'],
      hasValue: true,
      text: 'data-state',
    };
    assert.deepEqual(onSlide('<!-- .slide: class="a" data-st|ate="b" -->'), found);
    const element = {
      kind: 'attributeName',
      owner: { comment: 'element' },
      present: [],
      hasValue: false,
      text: '',
    };
    assert.deepEqual(onSlide('text <!-- .element: |'), element);
    assert.deepEqual(onSlide('text <!-- .element | -->'), element);
  });

  it('is a complete value or, without a closing quote, what is already typed', () => {
    const value = { kind: 'attributeValue', owner: slide, name: 'data-background' };
    assert.deepEqual(onSlide('<!-- .slide: data-background="./a|.png" -->'), { ...value, text: './a.png' });
    assert.deepEqual(onSlide('<!-- .slide: data-background="./a| -->'), { ...value, text: './a' });
    assert.deepEqual(onSlide('<!-- .slide: data-background="|'), { ...value, text: '' });
  });

  it('is nothing on lines other than the one with the keyword', () => {
    assert.equal(onSlide('<!-- .slide: class="a"\n  see this data-b| -->'), null);
  });
});

describe('The place of the cursor in text', () => {
  it('is the destination of a picture or link, without its size or title', () => {
    const picture = { kind: 'destination', of: 'picture' };
    assert.deepEqual(onSlide('![a](./pic|ture.png =200x)'), { ...picture, text: './picture.png' });
    assert.deepEqual(onSlide('![a](|'), { ...picture, text: '' });
    assert.deepEqual(onSlide('[a](#/|)'), { kind: 'destination', of: 'link', text: '#/' });
    assert.deepEqual(onSlide('[![a](b.png)](./|)'), { kind: 'destination', of: 'link', text: './' });
    assert.deepEqual(onSlide('[a]: ./|'), { kind: 'destination', of: 'link', text: './' });
    assert.equal(onSlide('![a](./picture.png =2|'), null);
  });

  it('is the value of an attribute of a tag', () => {
    const value = { kind: 'attributeValue', owner: { tag: 'img' }, name: 'src' };
    assert.deepEqual(onSlide('<img alt="a > b" src="./|a.png">'), { ...value, text: './a.png' });
    assert.deepEqual(onSlide('<img src="./|'), { ...value, text: './' });
    assert.deepEqual(onSlide('<font color=#5|0c3a5>'), {
      ...{ ...value, owner: { tag: 'font' }, name: 'color' },
      text: '#50c3a5',
    });
    assert.equal(onSlide('<img src="./a.png">|'), null);
    assert.equal(onSlide('<img src="./a.png"|>'), null);
  });

  it('is the address in CSS', () => {
    const picture = { kind: 'destination', of: 'picture' };
    assert.deepEqual(onSlide('<style>\n.a { background: url("./|x.png") }\n</style>'), {
      ...picture,
      text: './x.png',
    });
    assert.deepEqual(onSlide('<p style="background: url(./|)">'), { ...picture, text: './' });
    assert.equal(onSlide('<style>\n.a { color: :sm| }'), null);
  });

  it('is an emoji where a word begins', () => {
    assert.deepEqual(onSlide('Hello :smi|le: you'), { kind: 'emoji', text: ':smile:' });
    assert.equal(onSlide('at 10:3|'), null);
    assert.equal(onSlide('Note:|'), null);
  });

  it('is the language of a code block, without its marks', () => {
    assert.deepEqual(onSlide('```ya|=\n'), { kind: 'language', text: 'ya' });
    assert.deepEqual(onSlide('- a\n  ~~~ |'), { kind: 'language', text: '' });
    assert.equal(onSlide('```\na\n```|'), null);
  });

  it('is a handle, in text and in an address', () => {
    assert.deepEqual(onSlide('Report by @gar|'), { kind: 'handle', linkable: true, text: '@gar' });
    assert.deepEqual(onSlide('[@gar|'), { kind: 'handle', linkable: false, text: '@gar' });
    assert.deepEqual(onSlide('<a href="https://github.com/ga|rloff">'), {
      ...{ kind: 'handle', linkable: false },
      text: 'garloff',
    });
    assert.equal(onSlide('mail me@gar|'), null);
    assert.equal(onSlide('https://github.com/Sov|ereignCloudStack/issues'), null);
  });

  it('is a team in a heading, without the topic', () => {
    assert.deepEqual(onSlide('# Team |'), { kind: 'team', text: 'Team ' });
    assert.deepEqual(onSlide('## Team Iaa| - storage'), { kind: 'team', text: 'Team Iaa' });
    assert.deepEqual(onSlide('# SIG Std|'), { kind: 'team', text: 'SIG Std' });
    assert.deepEqual(onSlide('# T|'), { kind: 'team', text: 'T' });
    assert.deepEqual(onSlide('## |'), { kind: 'team', text: '' });
    assert.equal(onSlide('# @gar|')?.kind, 'handle');
    assert.equal(onSlide('# Well :smi|')?.kind, 'emoji');
    assert.equal(onSlide('#|'), null);
    assert.equal(onSlide('## Team IaaS - st|'), null);
    assert.equal(onSlide('### Team |'), null);
  });

  it('is nothing in code', () => {
    for (const marked of ['```yaml\n:smi|\n```', '`:smi|`', '```\n![a](./|)', '~~~\n# Team |\n~~~\n']) {
      assert.equal(onSlide(marked), null, marked);
    }
    assert.deepEqual(onSlide('`a` :smi|')?.kind, 'emoji');
  });

  it('is found on the right slide with either line ending', () => {
    const text = `${head}# A\n\n---\n\n![a](./|b.png)\n\n---\n\n# C\n`;
    assert.equal(at(text.replaceAll('\n', '\r\n'))?.text, './b.png');
    assert.equal(at(text.replace('![a]', '```\n\n---\n\n![a]'))?.text, './b.png');
  });
});
