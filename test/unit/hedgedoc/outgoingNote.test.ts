import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { outgoingNote } from '../../../src/core/hedgedoc/outgoingNote';

const SERVER = 'https://pad.example.org';
const UPLOAD = '0c71e3bc-6b6a-4b4e-9d57-9a1d3f8e2c11.png';
const ADDRESS = `${SERVER}/uploads/${UPLOAD}`;

function sent(text: string, lacks?: (address: string) => boolean) {
  return outgoingNote(parseDeck(text), SERVER, lacks);
}

/** A deck with one slide. */
function deck(...lines: string[]): string {
  return ['---', 'type: slide', '---', '', ...lines, ''].join('\n');
}

describe('A note for HedgeDoc', () => {
  const FORMS: Readonly<Record<string, (path: string) => string>> = {
    'a picture': (path) => `![](${path})`,
    'a picture with a size and a title': (path) => `![A b](${path} "Title" =300x200)`,
    'a picture in angle brackets': (path) => `![](<${path}>)`,
    'a definition': (path) => `![][logo]\n\n[logo]: ${path}`,
    'an element': (path) => `<img src="${path}" width="300">`,
    'a background': (path) => `<!-- .slide: data-background="${path}" -->`,
    'a style sheet': (path) => `<style>\n.reveal { background: url(${path}) }\n</style>`,
    'a style attribute': (path) => `<div style="background: url('${path}')">x</div>`,
    'a video': (path) => `<video src="x.mp4" poster="${path}"></video>`.replace('x.mp4', ADDRESS),
    'a link': (path) => `[The picture](${path})`,
  };
  for (const [form, write] of Object.entries(FORMS)) {
    it(`has the address of an upload again in ${form}`, () => {
      const note = sent(deck(write(`./${UPLOAD}`)));
      assert.equal(note.text, deck(write(ADDRESS)));
      assert.deepEqual(note.uploads, [ADDRESS]);
      assert.deepEqual(note.missing, []);
    });
  }

  it('has the address of an upload again in the frontmatter', () => {
    const write = (path: string) =>
      `---\nslideOptions:\n  parallaxBackgroundImage: ${path}\n  theme: white\n---\n\n# A\n`;
    assert.equal(sent(write(`./${UPLOAD}`)).text, write(ADDRESS));
  });

  it('has the address of an upload again wherever the copy is', () => {
    const note = sent(deck(`![](${UPLOAD}) ![](./pictures/${UPLOAD}) ![](/../a%20b/${UPLOAD})`));
    assert.equal(note.text, deck(`![](${ADDRESS}) ![](${ADDRESS}) ![](${ADDRESS})`));
    assert.deepEqual(note.uploads, [ADDRESS]);
  });

  it('keeps the part of a picture that a reference names', () => {
    assert.equal(sent(deck(`![](./${UPLOAD}#b)`)).text, deck(`![](${ADDRESS}#b)`));
  });

  it('has the address of an upload again between entities', () => {
    const write = (path: string) => `<div style="background: url(&quot;${path}&quot;); color: red">x</div>`;
    assert.equal(sent(deck(write(`./${UPLOAD}`))).text, deck(write(ADDRESS)));
  });

  it('does not say which note the deck came from', () => {
    const text = '---\n# deckwright: origin https://pad.example.org/abc\ntype: slide\n---\n\n# A\n';
    assert.equal(sent(text).text, '---\ntype: slide\n---\n\n# A\n');
  });

  it('is otherwise the deck, with the line ends that HedgeDoc keeps', () => {
    const text = deck('# Ümläute 🎉', '', '---', '', '`![](./a.png)` and https://example.org/b.png');
    assert.equal(sent(text.replaceAll('\n', '\r\n')).text, text);
  });

  it('lists files that are not on HedgeDoc, with their lines', () => {
    const note = sent(
      deck('![](./logo.png)', '', '---', '', '<video src="talk.mp4"></video>', '', '[More](./more.md)'),
    );
    assert.deepEqual(note.missing, [
      { kind: 'picture', path: './logo.png', line: 4 },
      { kind: 'file', path: 'talk.mp4', line: 8 },
      { kind: 'file', path: './more.md', line: 10 },
    ]);
    assert.deepEqual(note.uploads, []);
  });

  it('leaves the reference to an upload that the server lacks, and lists it', () => {
    const text = deck(`![](./${UPLOAD})`);
    const note = sent(text, (address) => address === ADDRESS);
    assert.equal(note.text, text);
    assert.deepEqual(note.uploads, []);
    assert.deepEqual(note.missing, [{ kind: 'picture', path: `./${UPLOAD}`, line: 4 }]);
  });

  it('does not list a definition that nothing refers to', () => {
    assert.deepEqual(sent(deck('[unused]: ./logo.png')).missing, []);
  });
});
