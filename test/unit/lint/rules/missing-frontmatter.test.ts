import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'missing-frontmatter';

const body = '<style>h1 { color: red }</style>\n\n# The *title*\n\n---\n\n# Two\n\n----\n\nThree\n';

describe('missing-frontmatter', () => {
  it('inserts frontmatter into a deck with a title block and separators', () => {
    assert.equal(fixed(body, { rule }), `---\ntitle: The title\ntype: slide\n---\n\n${body}`);
  });

  it('inserts it into every deck that the configuration names', () => {
    const environment = { isConfigured: true };
    const after = fixed('# A: b\r\n\r\n---\r\n\r\n# Two\r\n', { rule, environment });
    assert.equal(
      after,
      '---\r\ntitle: "A: b"\r\ntype: slide\r\n---\r\n\r\n# A: b\r\n\r\n---\r\n\r\n# Two\r\n',
    );
  });

  it('leaves alone reveal.js decks, and separators that other tools use too', () => {
    assert.deepEqual(faults('# One\n\n---\n\n# Two\n', { rule }), []);
    assert.deepEqual(faults(body, { rule, dialect: 'reveal-md' }), []);
    assert.deepEqual(faults(body, { rule, dialect: 'reveal-blank-lines' }), []);
  });

  it('adds what the frontmatter lacks', () => {
    assert.equal(
      fixed('---\ntitle: A\nslideOptions:\n  theme: white\n---\n# A\n', { rule }),
      '---\ntype: slide\ntitle: A\nslideOptions:\n  theme: white\n---\n# A\n',
    );
    assert.equal(
      fixed('---\r\ntype: slide\r\n---\r\n## A\r\n', { rule }),
      '---\r\ntitle: A\r\ntype: slide\r\n---\r\n## A\r\n',
    );
  });

  const severities = (text: string) => lint(text, { rule }).map(({ severity }) => severity);

  it('hints at a missing title, unless there is a heading that HedgeDoc takes for it', () => {
    const head = '---\ntype: slide\n---\n\n';
    for (const untitled of [
      `${head}## A\n`,
      `${head}text\n`,
      `${head}#\n`,
      `---\ntitle:\ntype: slide\n---\n\ntext\n`,
    ])
      assert.deepEqual(severities(untitled), ['hint'], untitled);
    for (const titled of [
      `${head}# A\n`,
      `${head}text\n\n---\n\nA\n===\n`,
      `---\ntitle:\ntype: slide\n---\n\n# A\n`,
    ])
      assert.deepEqual(severities(titled), [], titled);
  });

  it('only mentions a missing type beside slideOptions, which HackMD shows as slides', () => {
    assert.deepEqual(severities('---\nslideOptions:\n  theme: white\n---\n\n# A\n'), ['info']);
    assert.deepEqual(severities(`---\nlang: en\n---\n\n${body}`), ['error']);
    assert.deepEqual(severities('---\ntype: slides\nslideOptions: {}\n---\n\n# A\n'), ['error']);
  });

  it('corrects a misspelled type', () => {
    assert.equal(
      fixed('---\ntitle: A\ntype: slides\nslideOptions: {}\n---\n# A\n', { rule }),
      '---\ntitle: A\ntype: slide\nslideOptions: {}\n---\n# A\n',
    );
  });

  it('corrects the letter case of what HedgeDoc would ignore', () => {
    const right = '---\ntitle: A\ntype: slide\n---\n# A\n';
    for (const head of [
      'title: A\nType: slide',
      'title: A\nTYPE: "Slide"',
      'title: A\ntype: Slide',
      'Title: A\ntype: slide',
    ]) {
      const text = `---\n${head}\n---\n# A\n`;
      assert.equal(lint(text).length, 1, head);
      assert.equal(fixed(text, { rule }), right, head);
    }
    assert.deepEqual(
      lint('---\ntitle: A\nType: slide\n---\n# A\n', { rule }).map(({ message }) => message),
      [
        'HedgeDoc reads "type" only in lower case, so it ignores "Type" and opens the deck as text, not as slides. Write "type".',
      ],
    );
  });

  it('is certain only of a type that is misspelled', () => {
    const kindsOf = (head: string) =>
      lint(`---\n${head}\nslideOptions: {}\n---\n## A\n`, { rule }).map(({ fixes }) => fixes[0]!.kind);
    for (const head of ['title: A\ntype: slides', 'title: A\nType: slide', 'Title: A\ntype: slide'])
      assert.deepEqual(kindsOf(head), ['safe'], head);
    for (const head of ['title: A\ntype: side', 'title: A\nType: article', 'title: A', 'type: slide'])
      assert.deepEqual(kindsOf(head), ['offered'], head);
  });

  it("leaves alone frontmatter that could be reveal-md's", () => {
    assert.deepEqual(
      faults('---\ntitle: A\ntheme: white\n---\n\n# A\n\n---\n\nB\n\n----\n\nC\n', { rule }),
      [],
    );
  });

  it('leaves alone complete frontmatter, and what other rules cover', () => {
    for (const text of [
      '---\ntitle: A\ntype: slide\n---\n# A\n',
      '\n---\ntitle: A\ntype: slide\n---\n# A\n',
      '---\ntitle: "A\ntype: slide\n---\n# A\n',
    ]) {
      assert.deepEqual(lint(text, { rule }), [], text);
    }
  });
});
