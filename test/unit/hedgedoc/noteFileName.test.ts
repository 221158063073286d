import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { noteFileName } from '../../../src/core/hedgedoc/noteFileName';
import { noteAddress } from './notes';

const NOTE = noteAddress('https://pad.example.org/s/Our-Note');
const nameOf = (text: string) => noteFileName(parseDeck(text), NOTE);
const titled = (title: string) => `---\ntitle: ${JSON.stringify(title)}\ntype: slide\n---\n\nHello\n`;

describe('The file name for a note', () => {
  it('is the day on the title slide', () => {
    assert.equal(nameOf('---\ntype: slide\n---\n\n# Community Call\n## 2024-08-22\n'), '20240822.md');
    assert.equal(
      nameOf('# SCS\n\n---\n\n# Community Call, 5 December 2024\n\n---\n\n# 2023-01-01\n'),
      '20241205.md',
    );
  });

  it('is the title where the title slide has no day, or none that exists', () => {
    assert.equal(nameOf(titled('Über uns & andere')), 'Ueber-uns-and-andere.md');
    assert.equal(nameOf('# A talk\n\n---\n\n# On 2024-08-22\n'), 'A-talk.md');
    assert.equal(nameOf('# Call 2024-02-31\n'), 'Call-2024-02-31.md');
    assert.equal(nameOf('# Call 9999-01-01\n'), 'Call-9999-01-01.md');
  });

  it('is the note’s own name where it has no title', () => {
    assert.equal(nameOf('Hello\n'), 'our-note.md');
    assert.equal(nameOf(titled('???')), 'file.md');
  });

  it('never leads to another folder, hides the file, or names a device', () => {
    const hostile = [
      '../../x',
      '/etc/passwd',
      'C:\\Windows\\x',
      '..',
      '.',
      '.bashrc',
      'CON',
      'nul.md',
      'a\0b',
      'a\nb',
      '‮dm.exe',
      '~',
      'x/../y',
      '-rf',
      'a:b',
    ];
    for (const title of hostile) {
      const name = nameOf(titled(title));
      assert.match(name, /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]|\.(?!\.))*\.md$/u, title);
      assert.doesNotMatch(name, /^(?:con|nul|prn|aux)\./i, title);
    }
  });

  it('is short enough for every file system, also while the file is written', () => {
    for (const letter of ['a', 'ü', '語', '𠀀']) {
      assert.ok(Buffer.byteLength(nameOf(titled(letter.repeat(300)))) < 230, letter);
    }
  });
});
