import assert from 'node:assert/strict';
import { parseDeck } from '../../../../src/core/deck/parseDeck';
import { faults, fixed, lint } from '../linting';

const rule = 'slide-in-notes';

describe('slide-in-notes', () => {
  it('finds a heading of the first level after notes', () => {
    const text = '# A\n\nNote: brief\n\n# B\n\n- b\n\n---\n\n# C\n';
    for (const dialect of ['hedgedoc', 'reveal-md', 'reveal', 'vscode-reveal'] as const) {
      assert.deepEqual(faults(text, { rule, dialect }), ['B'], dialect);
      const after = fixed(text, { rule, dialect });
      assert.equal(after, text.replace('\n# B', '\n---\n\n# B'));
      assert.equal(parseDeck(after, { setup: dialect }).slides.length, 3);
    }
  });

  it('says that the audience never sees it', () => {
    const [finding] = lint('# A\n\nNote: brief\n\n# B\n\n---\n\n# C\n', { rule, dialect: 'hedgedoc' });
    assert.equal(finding!.severity, 'warning');
    assert.match(
      finding!.message,
      /^HedgeDoc does not split here, so this is part of the speaker notes above/,
    );
  });

  it('finds notes that are nothing but a heading', () => {
    const text = '## A\r\n\r\nNote:\r\n\r\n## B\r\n\r\n\r\n## C\r\n';
    const linting = { rule, dialect: 'reveal-blank-lines' } as const;
    assert.deepEqual(faults(text, { ...linting, isGuess: true }), ['B']);
    const after = fixed(text, linting);
    assert.deepEqual(
      parseDeck(after, { setup: linting.dialect }).slides.map(({ content }) => content.text.trim()),
      ['## A\r\n\r\nNote:', '## B', '## C'],
    );
  });

  it('finds a heading with a picture', () => {
    const slide = (picture: string) => `## A\n\nNotes:\n\n- a\n\n## B\n\n${picture}\n\n---\n\n## C\n`;
    for (const picture of ['![](b.png)', '<img src="b.png">'])
      assert.deepEqual(faults(slide(picture), { rule, dialect: 'reveal-md' }), ['B']);
    assert.deepEqual(faults(slide('[](b.png)'), { rule, dialect: 'reveal-md' }), []);
  });

  it('takes the attributes of the slide along, and stays in the column', () => {
    const own = '<!-- .slide: data-background-color="red" -->\n\n# B\n';
    const text = `# A\n\nNote: a\n\n${own}\n----\n\n# C\n`;
    assert.equal(fixed(text, { rule, dialect: 'hedgedoc' }), text.replace(own, `----\n\n${own}`));
  });

  it('is certain where a comment above the heading is for the slide', () => {
    const text = '# A\n\nNote: a\n\n<!-- .slide: id="b" -->\n\n### B\n';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), ['B']);
    for (const other of [
      text.replace('.slide:', '.element:'),
      text.replace('-->', '-->\n\ntext'),
      '# A\n\n<!-- .slide: id="b" -->\n\nNote: a\n\n### B\n',
    ])
      assert.deepEqual(faults(other, { rule, dialect: 'hedgedoc' }), []);
  });

  it('leaves alone headings that may belong to the notes', () => {
    for (const notes of [
      '\n# First\n\nof the notes',
      'text\n\n## Of another level',
      'text\n# Without an empty line above',
      'text\n\n> # In a quote',
      'text\n\n```\n\n# In code\n```',
      'text\n\n<!--\n\n# In a comment -->',
    ])
      assert.deepEqual(
        faults(`# A\n\nNote: ${notes}\n\n---\n\n# C\n`, { rule, dialect: 'hedgedoc' }),
        [],
        notes,
      );
  });

  it('leaves alone headings that no other slide begins with', () => {
    assert.deepEqual(faults('## A\n\nNote: a\n\n# B\n\n---\n\n## C\n', { rule, dialect: 'hedgedoc' }), []);
  });

  it('leaves alone decks that have headings in the notes of several slides', () => {
    const slide = '# A\n\nNote: a\n\n# Links\n\n- b\n';
    assert.deepEqual(faults(`${slide}\n---\n\n${slide}`, { rule, dialect: 'hedgedoc' }), []);
  });

  it('says nothing while the tool is a guess', () => {
    const text = '# A\n\nNote: brief\n\n# B\n\n---\n\n# C\n';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc', isGuess: true }), []);
  });
});
