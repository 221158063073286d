import assert from 'node:assert/strict';
import type { SetupName } from '../../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../../src/core/deck/parseDeck';
import { faults, fixed, lint } from '../linting';

const rule = 'visible-notes';
const TOOLS: readonly SetupName[] = ['hedgedoc', 'reveal-md', 'reveal', 'mkslides', 'vscode-reveal'];

/** The notes of the first slide. */
function notesOf(text: string, dialect: SetupName): string | null {
  const { content } = parseDeck(text, { setup: dialect }).slides[0]!;
  return content.notes && content.text.slice(content.notes.start, content.notes.end);
}

describe('visible-notes', () => {
  it('finds "Notes:" where only "Note:" begins notes', () => {
    const text = '# A\r\n\r\ntext\r\nNotes: be brief\r\n';
    for (const dialect of ['hedgedoc', 'vscode-reveal', 'reveal-blank-lines'] as const) {
      assert.deepEqual(faults(text, { rule, dialect }), ['Notes:']);
      assert.equal(notesOf(fixed(text, { rule, dialect }), dialect), 'be brief');
    }
    for (const dialect of ['reveal-md', 'reveal', 'mkslides'] as const)
      assert.deepEqual(faults(text, { rule, dialect }), []);
  });

  it('finds it after a list, and between HTML', () => {
    const text = '- one\nNOTES: a\n\n---\n\n<img src="a.png">\nnotes: b\n\n---\n\n# C\n\nNotes :\n\nc\n';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), ['NOTES:', 'notes:', 'Notes :']);
  });

  it('finds notes that are indented, also as code', () => {
    for (const dialect of TOOLS) {
      for (const indent of ['  ', '\t', '     ']) {
        const text = `# A\n\n${indent}Note: be brief\n`;
        assert.deepEqual(faults(text, { rule, dialect }), ['Note:'], dialect);
        assert.equal(notesOf(fixed(text, { rule, dialect }), dialect), 'be brief');
      }
    }
  });

  it('finds second notes, with which the slide has none', () => {
    const text = '# A\n\nNote: one\n\nmore\n\nNote: two\n';
    for (const dialect of TOOLS) {
      const [found] = lint(text, { rule, dialect });
      assert.equal(found?.span.start, text.lastIndexOf('Note:'), dialect);
      assert.equal(notesOf(fixed(text, { rule, dialect }), dialect), 'one\n\nmore\n\ntwo');
    }
    assert.deepEqual(faults('Note: a\n\nNotes: b\n', { rule, dialect: 'reveal-md' }), ['Notes:']);
    assert.deepEqual(faults('Note: a\n\nNotes: b\n', { rule, dialect: 'hedgedoc' }), []);
  });

  it('finds a line of code that begins notes', () => {
    const text = '# A\n\n```yaml\na: 1\nnote: b\n```\n\ntext\n';
    for (const dialect of TOOLS) {
      assert.deepEqual(faults(text, { rule, dialect }), ['note:'], dialect);
      assert.equal(fixed(text, { rule, dialect }), text.replace('note:', ' note:'));
    }
  });

  it('finds code and comments that count as second notes', () => {
    const code = '# A\n\n```yaml\nnote: b\n```\n\nNote: c\n';
    assert.deepEqual(faults(code, { rule, dialect: 'hedgedoc' }), ['note:']);
    assert.equal(notesOf(fixed(code, { rule, dialect: 'hedgedoc' }), 'hedgedoc'), 'c');
    assert.deepEqual(faults('<!--\nnote: b\n-->\n\nNote: c\n', { rule, dialect: 'reveal-md' }), ['note:']);
  });

  it('finds notes after code that is not closed', () => {
    const text = '# A\n\n~~~~\ncode\n\nNote: be brief\n';
    for (const dialect of TOOLS) {
      assert.deepEqual(faults(text, { rule, dialect }), ['Note:'], dialect);
      assert.equal(fixed(text, { rule, dialect }), '# A\n\n~~~~\ncode\n~~~~\n\nNote: be brief\n');
    }
  });

  it('says what is true of HedgeDoc and reveal.js alike while the tool is a guess', () => {
    const find = (text: string) => [
      ...faults(text, { rule, dialect: 'hedgedoc', isGuess: true }),
      ...faults(text, { rule, dialect: 'reveal-md', isGuess: true }),
    ];
    assert.deepEqual(find('# A\n\nNotes: b\n'), []);
    assert.deepEqual(find('Note: a\n\nNotes: b\n'), []);
    assert.deepEqual(find('```\nnotes: a\n```\n'), []);
    assert.deepEqual(find('Note: a\n\nNote: b\n'), ['Note:', 'Note:']);
    assert.deepEqual(find('# A\n\n Note: b\n'), ['Note:', 'Note:']);
  });

  it('leaves notes alone that only the speaker sees', () => {
    for (const dialect of TOOLS) {
      assert.deepEqual(faults('# A\n\n```\ncode\n```\n\nNote: b\n\n```\nc\n```\n', { rule, dialect }), []);
      assert.deepEqual(faults('# A\n\nNote:\n\n  Note: b\n\n- Notes: c\n', { rule, dialect }), []);
    }
  });

  it("leaves words alone that are the audience's", () => {
    const text = [
      '**Notes:** a',
      '- Notes: a\n\n  Note: b\n- c\n  Notes: d',
      '> Note: a',
      'Release notes: a',
      'Notes | b\n---|---\nNotes: | c',
      '# Notes:',
      '```\nNotes: a\n  Note: b\n```',
      '<!--\nNotes: a\n-->',
      '<style>\nNotes: a\n</style>',
      '<div>\nNotes: a\n</div>',
      '<pre>\nNotes: a\n\nNotes: b</pre>',
      '`a\nNotes: b`',
      'Notes\n: a',
    ].join('\n\n---\n\n');
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), []);
    assert.deepEqual(faults('```\nnote: a\nnote: b\n```\n', { rule, dialect: 'hedgedoc' }), []);
    assert.deepEqual(
      faults('---\nnotesSeparator: "^Notes:"\n---\n# A\n\nNote: a\n', { rule, dialect: 'reveal-md' }),
      [],
    );
    assert.deepEqual(
      faults('---\nnotesSeparator: "^Speaker:"\n---\n# A\n\n  Note: a\n\nNotes: b\n', {
        rule,
        dialect: 'reveal-md',
      }),
      [],
    );
  });
});
