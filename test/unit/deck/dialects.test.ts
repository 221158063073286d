import assert from 'node:assert/strict';
import { recognizeDeck } from '../../../src/core/deck/dialects';
import { parseFrontMatter } from '../../../src/core/deck/frontMatter';
import { nameOf } from '../../../src/core/deck/namedSetups';

const recognize = (text: string) => {
  const { isDeck, setup, isGuess } = recognizeDeck(text, parseFrontMatter(text));
  return isDeck ? `${nameOf(setup)}${isGuess ? '?' : ''}` : null;
};

describe('A deck is recognized', () => {
  it('as HedgeDoc from type: slide or slideOptions', () => {
    assert.equal(recognize('---\ntype: slide\n---\n'), 'hedgedoc');
    assert.equal(recognize('---\nslideOptions:\n  theme: white\n---\n'), 'hedgedoc');
  });

  it('while its frontmatter is temporarily broken', () => {
    assert.equal(recognize('---\ntitle: [\ntype: slide\n---\n# A'), 'hedgedoc');
  });

  it('even if its frontmatter does not begin on line 1', () => {
    assert.equal(recognize('\n---\ntype: slide\n---\n# A'), 'hedgedoc');
  });

  const deck = '---\ntitle: A\ntype: slide\n---\n\n# A\n\n---\n\n# B\n';
  const above: Record<string, string> = {
    'a character': 'x\n',
    'a character in the line of the dashes': 'x',
    'a space in the line of the dashes': ' ',
    'a character and an empty line': 'x\n\n',
    'a heading': '# Community Call\n\n',
    'a heading and a sentence':
      '# Community Call\n\nThis is the deck of this week, which everybody may edit.\n\n',
    'the mark of a conflict': '<<<<<<< HEAD\n',
    'a comment and a character': '<!-- licence -->\nx\n',
  };
  for (const [what, text] of Object.entries(above)) {
    it(`even if ${what} comes before its frontmatter`, () => {
      assert.equal(recognize(text + deck), 'hedgedoc');
      assert.equal(recognize((text + deck).replaceAll('\n', '\r\n')), 'hedgedoc');
      // Otherwise it is read as reveal-md's, because no empty lines surround its dashes.
      assert.equal(recognize((text + deck).replace('\n\n---\n\n', '\n---\n')), 'hedgedoc');
    });
  }

  it('even if a character comes before the frontmatter of a single slide, or one with slideOptions', () => {
    assert.equal(recognize('x\n---\ntype: slide\n---\n\n# A\n'), 'hedgedoc');
    assert.equal(recognize('x\n---\nslideOptions:\n  theme: white\n---\n\n# A\n'), 'hedgedoc');
  });

  it('even if nothing closes its frontmatter', () => {
    assert.equal(recognize('---\ntitle: A\ntype: slide\n\n# A\n'), 'hedgedoc');
  });

  it('as reveal-md from keys that only reveal-md reads', () => {
    assert.equal(recognize('---\nseparator: x\n---\n'), 'reveal-md');
    assert.equal(recognize('---\nrevealOptions: {}\n---\n'), 'reveal-md');
  });

  it('as a talk split by blank lines from its comments or notes', () => {
    assert.equal(
      recognize('# A\n\n\n# B <!-- .element: class="fragment" -->\n\n\n# C'),
      'reveal-blank-lines?',
    );
    assert.equal(recognize('# A\n\nNote:\n\n\n# B\n\nNote:\n\n\n# C'), 'reveal-blank-lines?');
  });

  it('as no more than a guess from columns and stacks', () => {
    assert.equal(recognize('a\n\n---\n\nb\n\n----\n\nc'), 'reveal-md?');
    assert.equal(recognize('a\n---\nb\n----\nc'), 'reveal-md?');
  });

  it('as HedgeDoc from syntax that only HedgeDoc has, with columns and stacks', () => {
    assert.equal(recognize('a\n\n---\n\nb\n\n----\n\n{%youtube abc %}'), 'hedgedoc');
    assert.equal(
      recognize('<style>\nh1 { color: red }\n</style>\n\n# A\n\n---\n\nb\n\n----\n\nc'),
      'hedgedoc',
    );
  });

  it('as HedgeDoc from its keys in another letter case, which HedgeDoc itself ignores', () => {
    assert.equal(recognize('---\ntype: Slide\n---\n# A\n'), 'hedgedoc');
    assert.equal(recognize('---\nslideoptions:\n  theme: white\n---\n# A\n'), 'hedgedoc');
  });

  it("from other tools' separators", () => {
    assert.equal(recognize('# A\n\n---\n\n# B\n\n--\n\nb\n\n--\n\nc\n'), 'vscode-reveal?');
    assert.equal(recognize('# A\n\n---\n\n# B\n\n-v-\n\nb\n'), 'mkslides?');
    assert.equal(recognize('# A\n\n<!--s-->\n\n# B\n\n<!--v-->\n\nb\n'), 'reveal-md?');
  });

  it('from lines that begin speaker notes beside separators', () => {
    assert.equal(recognize('# A\n\nNotes :\nx\n\n---\n\n# B\n\nNotes:\ny\n'), 'reveal-md?');
  });
});

describe('No deck is', () => {
  const others: Record<string, string> = {
    'an empty file': '',
    'a README with rules': '# Title\n\nText\n\n---\n\nMore\n\n---\n\nEnd\n',
    'a text with generous blank lines': '# A\n\n\ntext\n\n\n# B\n\n\nNote: one\n',
    'a text with a few remarks below generous blank lines':
      '# A\n\n\n# B\n\n\n# C\n\nNote: x\n\n\n# D\n\n\n# E\n\n\nNote: one\n',
    'a text with remarks': '# A\n\nNOTE: one\n\n---\n\nNOTE: two\n\n---\n\nNOTE: three\n',
    'a text that names attributes in code': '# A\n\nWrite `<!-- .slide: x -->`.\n\n---\n\nMore\n',
    'a text that shows a deck in a list':
      '- so:\n\n    ```\n    a\n\n    ---\n    <!-- .slide: x -->\n    ```\n\n---\n\nMore\n',
    'a Marp deck': '---\nmarp: true\nslideOptions: {}\n---\n',
    'a blog post': '---\ntitle: x\ncss: a.css\n---\n\ntext\n\n---\n\nmore',
    'an article that quotes frontmatter in a fence':
      '# HedgeDoc\n\n```yaml\n---\ntype: slide\n---\n```\n\nThat is all.\n\n---\n\nThe end\n',
    'an article that quotes frontmatter as it is':
      '# HedgeDoc\n\nA note is shown as slides if it begins so:\n\n---\ntype: slide\n---\n\nThat is all.\n',
    'an article that quotes frontmatter in a list':
      '# HedgeDoc\n\n- so:\n\n  ---\n  type: slide\n  ---\n\n---\n\nx\n',
    'an article that quotes frontmatter in a comment':
      '# HedgeDoc\n<!--\n---\ntype: slide\n---\n-->\n\n---\n\nThe end\n',
    'an article that quotes frontmatter in HTML': '<pre>\n---\ntype: slide\n---\n</pre>\n\n---\n\nThe end\n',
    'an article that quotes frontmatter far down': `# HedgeDoc\n${'\nA paragraph.\n'.repeat(9)}\n---\ntype: slide\n---\n\n---\n\nx\n`,
    'a list of words':
      '# Options\n\n---\n\nslideOptions: see the manual\n\n---\n\ntype: slide is one\n\n---\n',
    'a manual that shows decks in fences': '# A\n\n```\n---\n----\n<!-- .slide: x -->\n\n\n\n```\n',
  };
  for (const [what, text] of Object.entries(others)) {
    it(what, () => {
      assert.equal(recognize(text), null);
    });
  }
});
