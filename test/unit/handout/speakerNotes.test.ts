import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { notesOf } from '../../../src/core/handout/speakerNotes';

function notes(deck: string): string {
  return notesOf(parseDeck(deck, { setup: 'hedgedoc' }), { fileName: 'deck', resolve: (url) => url });
}

describe('The notes of a deck', () => {
  it('follow the number and the title of each slide, also where there are none', () => {
    const deck =
      '---\ntitle: Call\n---\n\n# Hello\n\nNote:\n\n- say *this*\n- and <font color="red">that</font>\n\n---\n\n# Two\n\n----\n\ndown\n';
    assert.equal(
      notes(deck),
      '# Call\n\n## 1 Hello\n\n- say *this*\n- and that\n\n## 2.1 Two\n\n## 2.2 down\n',
    );
  });

  it('tell slides of the same title apart', () => {
    const deck = '# Team\n\n**Plans**\n\n---\n\n# Team\n\n## News\n\n---\n\n# Other\n\n## Sub\n';
    assert.equal(notes(deck), '# Team\n\n## 1 Team: Plans\n\n## 2 Team: News\n\n## 3 Other\n');
  });

  it('have their headings below that of the slide', () => {
    assert.equal(notes('# A\n\nNote:\n\n# B\n\n### C\n'), '# A\n\n## 1 A\n\n### B\n\n#### C\n');
  });

  it('have no marks in titles', () => {
    assert.equal(notes('# 2 \\* `3` \\<x\\>\n'), '# 2 \\* 3 \\<x>\n\n## 1 2 \\* 3 \\<x>\n');
  });
});
