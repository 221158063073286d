import assert from 'node:assert/strict';
import { lint } from '../linting';

const rule = 'placeholder';
const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`;
const messages = (text: string, linting: Parameters<typeof lint>[1] = {}) =>
  lint(deck(text), { ...linting, rule }).map(({ message }) => message);
/** What is said to be left over, slide by slide. */
const left = (text: string, linting: Parameters<typeof lint>[1] = {}) =>
  messages(text, linting).map((message) => [...message.matchAll(/"([^"]*)"/g)].map(([, found]) => found));

describe('placeholder', () => {
  it('finds dates and handles from the template', () => {
    const text =
      '## <font>Community Call 202X-XX-XX</font>\n\nPresented by <a href="https://github.com/todo">@todo</a>';
    assert.deepEqual(left(text), [['202X-XX-XX', '@todo']]);
  });

  it('finds topics from the template', () => {
    const text = '## Team IaaS - A new topic\n\n* Subtopic 1\n    * 1. First aspect\n* Subtopic 2 is real';
    assert.deepEqual(left(text), [['Team IaaS - A new topic', 'Subtopic 1', 'First aspect']]);
  });

  it('finds a report by nobody', () => {
    for (const line of [
      'Report by',
      'Report by ...',
      'Reported by ?',
      'Rebort by …',
      'Report by @todo',
      'Report by....',
    ])
      assert.equal(left(line).length, 1, line);
  });

  it('finds links to nobody if only their text was changed', () => {
    assert.deepEqual(left('<a href="https://github.com/todo">@garloff</a>'), [['https://github.com/todo']]);
  });

  it('finds leftovers of a snippet', () => {
    const title = '$' + '{1:Title}';
    assert.deepEqual(left(`# ${title}\n\n\`${title}\``), [[title]]);
  });

  it('says once per slide how many are left, at the first of them', () => {
    const text =
      '# 202X-XX-XX\n\n@todo\n\n---\n\n* Subtopic 1\n* Subtopic 2\n\n---\n\n@todo\n\n---\n\n# Done';
    assert.deepEqual(messages(text), [
      '2 placeholders left: "202X-XX-XX", "@todo". Everyone will see them. Replace or remove them.',
      '2 placeholders left: "Subtopic 1", "Subtopic 2". Everyone will see them. Replace or remove them.',
      '1 placeholder left: "@todo". Everyone will see it. Write who it is.',
    ]);
    const places = lint(deck(text), { rule }).map(({ span }) => deck(text).slice(span.start, span.end));
    assert.deepEqual(places, ['202X-XX-XX', 'Subtopic 1', '@todo']);
    const many = Array.from({ length: 7 }, (_, index) => `* Subtopic ${index}`).join('\n');
    assert.match(messages(many)[0]!, /^7 placeholders left: .*"Subtopic 4", …\. Everyone/);
  });

  it('is a warning, or what the configuration says', () => {
    const severities = (rules: Record<string, 'error'>) =>
      lint(deck('@todo'), { rule, config: { rules } }).map(({ severity }) => severity);
    assert.deepEqual(severities({}), ['warning']);
    assert.deepEqual(severities({ placeholder: 'error' }), ['error']);
  });

  it('does not count those that a comment silences, line by line or over a range', () => {
    const disable = '<!-- deckwright-disable-line placeholder -->';
    assert.deepEqual(left(`* Subtopic 1 ${disable}\n* Subtopic 2`), [['Subtopic 2']]);
    assert.deepEqual(left(`* Subtopic 1\n* Subtopic 2 ${disable}\n* Subtopic 3`), [
      ['Subtopic 1', 'Subtopic 3'],
    ]);
    assert.deepEqual(left(`* Subtopic 1 ${disable}`), []);
    const range =
      '* Subtopic 1\n\n<!-- deckwright-disable placeholder -->\n\n* Subtopic 2\n\n---\n\n* Subtopic 3\n\n' +
      '<!-- deckwright-enable placeholder -->\n\n* Subtopic 4';
    assert.deepEqual(left(range), [['Subtopic 1'], ['Subtopic 4']]);
  });

  it('finds points below a subtopic, and lines of dots', () => {
    assert.deepEqual(left('* Subtopic 1\n    * One\n    * Two'), [['Subtopic 1', 'One', 'Two']]);
    assert.deepEqual(left('* One\n* Two\n* Three\n\nand so on ...\n\n* ...\n* ......'), []);
    assert.deepEqual(left('# News\n\n........'), [['........']]);
  });

  it('finds them in HTML blocks, but not in code there', () => {
    assert.deepEqual(left('<div>\n202X-XX-XX by @todo\n</div>'), [['202X-XX-XX', '@todo']]);
    assert.deepEqual(
      left('<div>\n<pre>@todo</pre>\n<!-- @todo -->\n<style>\n@todo {}\n</style>\n</div>'),
      [],
    );
  });

  it('finds them in decks of every tool', () => {
    assert.equal(lint('# 202X-XX-XX', { rule, dialect: 'reveal' }).length, 1);
    assert.equal(lint('* Subtopic 1', { rule, dialect: 'reveal-md', isGuess: true }).length, 1);
  });

  describe('in slides of a template', () => {
    const slide = '# Your team\n\n* What you did since the last call, in a few words\n* What is next';
    const template = deck(`# Title\n\n---\n\n${slide}\n`);
    const text = `# News\n\n---\n\n${slide.replaceAll('\n', '  \n')}`;

    it('says once per slide that it is still the same', () => {
      const files = { 'calls/template.md': template };
      const found = lint(deck(text), { rule, deck: 'calls/a.md', files });
      assert.deepEqual(
        found.map(({ message, severity }) => [message, severity]),
        [
          [
            'This slide is still the same as in template.md. Write your own, or remove it if it is not meant to stay.',
            'info',
          ],
        ],
      );
      const { start, end } = found[0]!.span;
      assert.equal(deck(text).slice(start, end), '# Your team  ');
    });

    it('knows the templates of the configuration, wherever it is above the deck', () => {
      const config = { templates: [{ name: 'Team', file: 'parts/team.md' }] };
      for (const file of ['parts/team.md', 'calls/parts/team.md']) {
        const linting = { deck: 'calls/a.md', files: { [file]: slide }, config };
        assert.equal(left(text, linting).length, 1, file);
      }
      assert.deepEqual(left(text, { deck: 'parts/team.md', config }), []);
      assert.deepEqual(left(text, { deck: 'calls/a.md', files: { 'other/team.md': slide }, config }), []);
    });

    it('leaves alone slides that were changed, short ones, and those of other files', () => {
      const files = { 'template.md': template, 'template/b.md': template, 'last.md': template };
      assert.deepEqual(left(`# Title\n\n---\n\n${slide.replace('next', 'new')}`, { files }), []);
      assert.deepEqual(left(text, { files: { 'template/b.md': template, 'last.md': template } }), []);
    });
  });

  it('leaves templates alone', () => {
    assert.deepEqual(left('Report by @todo', { deck: 'calls/template.md' }), []);
  });

  it('leaves content alone', () => {
    const text =
      'Report by @garloff\n\n- TODO: Create a blueprint\n- XXX, n.n., ???\n- dates are YYYY-MM-DD\n- CVE-202X-1234\n- `@todo`\n- https://github.com/todo-group\n\n<!-- @todo -->';
    assert.deepEqual(left(text), []);
  });
});
