import assert from 'node:assert/strict';
import { defaultSetup } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import type { SeparatorSources } from '../../../src/core/deck/setup';

/** The slides' texts as a HedgeDoc deck, each with its place. */
function slides(text: string): string[] {
  return parseDeck(text, { setup: 'hedgedoc' }).slides.map(
    ({ h, v, content }) => `${h}.${v} ${JSON.stringify(content.text)}`,
  );
}

describe('HedgeDoc separators', () => {
  it('start a column at --- and a slide below at ----', () => {
    assert.deepEqual(slides('# A\n\n---\n\n# B\n\n----\n\n# C\n\n---\n\n# D'), [
      '0.0 "# A\\n"',
      '1.0 "\\n# B\\n"',
      '1.1 "\\n# C\\n"',
      '2.0 "\\n# D"',
    ]);
  });

  const noSeparators: Record<string, string> = {
    'right below text': 'a\n---\n\nb',
    'right above text': 'a\n\n---\nb',
    'with a space after the dashes': 'a\n\n--- \n\nb',
    'with indented dashes': 'a\n\n ---\n\nb',
    'of five dashes': 'a\n\n-----\n\nb',
    'of two dashes': 'a\n\n--\n\nb',
    'of asterisks': 'a\n\n***\n\nb',
    'below a line of spaces': 'a\n \n---\n\nb',
    'above a line of spaces': 'a\n\n---\n \nb',
    'as the last line without a line end': 'a\n\n---',
    'as a rule of a table': '|a|\n|---|\n|b|\n',
  };
  for (const [what, text] of Object.entries(noSeparators)) {
    it(`are not recognized ${what}`, () => {
      assert.equal(slides(text).length, 1);
    });
  }

  it('make an empty last slide at the end of the text', () => {
    assert.deepEqual(slides('a\n\n---\n'), ['0.0 "a\\n"', '1.0 ""']);
  });

  it('share a blank line between two of them', () => {
    assert.deepEqual(slides('a\n\n---\n\n---\n\nb'), ['0.0 "a\\n"', '1.0 ""', '2.0 "\\nb"']);
  });

  it('make an empty first slide at the head of the text', () => {
    assert.deepEqual(slides('\n---\n\nb'), ['0.0 ""', '1.0 "\\nb"']);
  });

  it('split inside fences and comments too', () => {
    assert.equal(slides('```\na\n\n---\n\nb\n```').length, 2);
    assert.equal(slides('<!--\n\n---\n\n-->').length, 2);
  });

  it('begin a stack at the head of the deck', () => {
    assert.deepEqual(slides('---\ntitle: x\n---\n\n----\n\na'), ['0.0 "\\n"', '0.1 "\\na"']);
  });

  for (const [name, lineEnd] of [
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`are found with ${name} as with LF`, () => {
      const text = '---\ntitle: x\n---\n\n# A\n\n---\n\n# B\n\n----\n\n# C\n\n---\n';
      const other = parseDeck(text.replaceAll('\n', lineEnd));
      const lf = parseDeck(text);
      assert.deepEqual(
        other.slides.map(({ h, v, line, content }) => [h, v, line, content.text.replaceAll(lineEnd, '\n')]),
        lf.slides.map(({ h, v, line, content }) => [h, v, line, content.text]),
      );
    });
  }

  it('do not mistake the middle of a CRLF for an empty line', () => {
    assert.equal(slides('text\r\n---\r\n\r\nmore').length, 1);
  });
});

describe('Slides', () => {
  it('of a stack know that they belong to one', () => {
    const deck = parseDeck('a\n\n---\n\nb\n\n----\n\nc\n\n---\n\nd');
    assert.deepEqual(
      deck.slides.map(({ stacked }) => stacked),
      [false, true, true, false],
    );
  });

  it('know where they are in the document', () => {
    const text = '---\ntitle: x\n---\n\n# A\n\n---\n\n# B\n';
    const [first, second] = parseDeck(text).slides;
    assert.equal(text.slice(first!.span.start, first!.span.end), '\n\n# A\n');
    assert.equal(text.slice(second!.separator.start, second!.separator.end), '\n---\n');
    assert.equal(text.slice(second!.span.start, second!.span.end), '\n# B\n');
    assert.equal(first!.line, 2);
    assert.equal(second!.line, 7);
  });

  it('are one in an empty document', () => {
    assert.deepEqual(slides(''), ['0.0 ""']);
  });
});

describe('Separators of reveal-md', () => {
  const texts = (text: string, allowCustomSeparators = true) =>
    parseDeck(text, { setup: 'reveal-md', allowCustomSeparators }).slides.map(({ h, v, content }) => [
      h,
      v,
      content.text.trim(),
    ]);

  it('need no blank lines', () => {
    assert.deepEqual(texts('a\n---\nb\n----\nc'), [
      [0, 0, 'a'],
      [1, 0, 'b'],
      [1, 1, 'c'],
    ]);
  });

  it('come from the frontmatter', () => {
    const text = '---\nseparator: <!--s-->\nverticalSeparator: <!--v-->\n---\na<!--s-->b<!--v-->c';
    assert.deepEqual(texts(text), [
      [0, 0, 'a'],
      [1, 0, 'b'],
      [1, 1, 'c'],
    ]);
  });

  it('from the frontmatter are not run in untrusted workspaces', () => {
    assert.equal(texts('---\nseparator: <!--s-->\n---\na<!--s-->b', false).length, 1);
  });

  it('that are not patterns are reported where they are', () => {
    const text = '---\nseparator: "(?=x)"\n---\na\n---\nb';
    const deck = parseDeck(text);
    assert.equal(deck.slides.length, 2);
    const { span } = deck.problems[0]!;
    assert.equal(text.slice(span.start, span.end), '"(?=x)"');
  });

  it('of empty lines make no empty slide below the frontmatter', () => {
    const found = texts('---\nseparator: "^\\n\\n"\n---\n\n# A\n\n\n# B\n');
    assert.deepEqual(
      found.map(([, , text]) => text),
      ['# A', '# B'],
    );
  });

  it('come to an end, whatever the pattern', () => {
    assert.equal(texts(`---\nseparator: "(a+)+$"\n---\n${'a'.repeat(40_000)}b`).length, 1);
  });
});

describe('Separators of what surrounds a deck', () => {
  const split = (text: string, separators: SeparatorSources, allowCustomSeparators = true) =>
    parseDeck(text, { setup: defaultSetup('reveal', separators), allowCustomSeparators }).slides.length;

  it('are as reveal.js takes them, optional carriage returns and groups included', () => {
    const separators = {
      separator: '^(\\r?)\\n---(\\r?)\\n',
      verticalSeparator: '^(\\r?)\\n\\+\\+\\+(\\r?)\\n',
    };
    assert.equal(split('a\n\n---\n\nb\n\n+++\n\nc', separators), 3);
    assert.equal(split('a\r\n\r\n---\r\n\r\nb\r\n\r\n+++\r\n\r\nc', separators), 3);
    assert.equal(split('a\n\n---v\n\nb', { separator: '(\\r\\n|\\n)---v(\\r\\n|\\n)' }), 2);
  });

  it('are not run in untrusted workspaces, where the tool splits by its own', () => {
    const separators = { separator: '^===$' };
    assert.equal(split('a\n===\nb', separators), 2);
    assert.equal(split('a\n===\nb\n---\nc', separators, false), 2);
  });
});

describe('Slides split by blank lines', () => {
  it('are below each other after two, in a new column after three', () => {
    const deck = parseDeck('a\n\n\nb\n\n\n\nc\n\nd', { setup: 'reveal-blank-lines' });
    assert.deepEqual(
      deck.slides.map(({ h, v, content }) => [h, v, content.text]),
      [
        [0, 0, 'a\n'],
        [0, 1, 'b\n'],
        [1, 0, 'c\n\nd'],
      ],
    );
  });
});

describe('Speaker notes', () => {
  const notes = (text: string, dialect: 'hedgedoc' | 'reveal-md' = 'hedgedoc') => {
    const { content } = parseDeck(text, { setup: dialect }).slides[0]!;
    return content.notes && content.text.slice(content.notes.start, content.notes.end);
  };

  it('follow a line that begins with note: in any case', () => {
    assert.equal(notes('# A\n\nNOTE: say hello\n\nand goodbye\n'), 'say hello\n\nand goodbye');
  });

  it('are not part of the slide', () => {
    const { content } = parseDeck('# A\n\nNote: b').slides[0]!;
    assert.equal(content.text.slice(content.body.start, content.body.end), '# A\n\n');
  });

  it('do not exist if there are two such lines', () => {
    assert.equal(notes('a\n\nNote: b\n\nNote: c'), null);
  });

  it('do not exist if the line is indented, quoted or says Notes:', () => {
    assert.equal(notes('a\n\n Note: b'), null);
    assert.equal(notes('a\n\n> Note: b'), null);
    assert.equal(notes('a\n\nNotes: b'), null);
  });

  it('may follow Notes: in reveal-md', () => {
    assert.equal(notes('a\n\nNotes: b', 'reveal-md'), 'b');
  });

  it('can be empty', () => {
    assert.equal(notes('a\n\nNote:\n'), '');
  });
});
