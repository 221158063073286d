import assert from 'node:assert/strict';
import type { CopyStore } from '../../../src/core/archive/copyStore';
import { DEFAULT_CONFIG } from '../../../src/core/config/config';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { noteAsHere } from '../../../src/core/hedgedoc/noteAsHere';
import { withOrigin } from '../../../src/core/hedgedoc/origin';
import { noteAddress } from './notes';

const NOTE = noteAddress('https://input.scs.community/abc');
const CONFIG = { ...DEFAULT_CONFIG, hedgedocHosts: ['input.scs.community'] };
const UPLOAD = 'https://input.scs.community/uploads/0a1b2c3d.png';
const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
]);

/** Files of a folder `calls`, all of them pictures. */
function pictures(...names: string[]): CopyStore {
  const entries = new Map(names.map((name) => [name, 'file'] as const));
  return {
    list: async (folder) => (folder === 'calls' ? entries : null),
    read: async () => PNG,
    create: () => assert.fail('Nothing is to be written.'),
  };
}

/** What a note would be in place of a deck, without the comment that says where it came from. */
async function asHere(note: string, here: string, store = pictures()): Promise<string> {
  const deck = parseDeck(withOrigin(here, NOTE));
  const text = await noteAsHere(note, NOTE, { deck, path: 'calls/20240822.md', config: CONFIG, store });
  assert.ok(text.includes('# deckwright: origin https://input.scs.community/abc'));
  return text.replace(/# deckwright: origin .*[\r\n]+/, '');
}

const FRONT = '---\ntype: slide\n---\n\n';

describe('A note, compared with its deck', () => {
  it('has the copies of uploads, wherever it names them', async () => {
    const note = `---\ntype: slide\nslideOptions:\n  parallaxBackgroundImage: ${UPLOAD}\n---\n\n![](${UPLOAD} =300x)\n<!-- .slide: data-background="${UPLOAD}" -->\n`;
    const archived = note.replaceAll(UPLOAD, './0a1b2c3d.png');
    assert.equal(await asHere(note, archived, pictures('0a1b2c3d.png')), archived);
  });

  it('keeps the addresses of pictures that have no copy', async () => {
    const note = `${FRONT}![](${UPLOAD})\n![](https://example.org/logo.png)\n`;
    assert.equal(await asHere(note, note, pictures('logo.png')), note);
  });

  it('keeps the addresses that the deck has not changed either, although there is a copy', async () => {
    const note = `${FRONT}![](${UPLOAD})\n`;
    assert.equal(await asHere(note, note, pictures('0a1b2c3d.png')), note);
  });

  it('has copies under common names if the deck names them', async () => {
    const note = `${FRONT}![](https://example.org/logo)\n`;
    const here = `${FRONT}![](./logo.png)\n`;
    assert.equal(await asHere(note, here, pictures('logo.png')), here);
  });

  it('writes paths as the deck does', async () => {
    const here = `${FRONT}![](0a1b2c3d.png)\n`;
    assert.equal(await asHere(`${FRONT}![](${UPLOAD})\n`, here, pictures('0a1b2c3d.png')), here);
  });

  it('has the line ends of the deck, and its end', async () => {
    const here = `${FRONT}# A\n\nB\n`.replaceAll('\n', '\r\n');
    assert.equal(await asHere(`${FRONT}# A\n\nB`, here), here);
  });

  it('gets no line end after dashes, which would begin another slide', async () => {
    assert.equal(await asHere(`${FRONT}# A\n\n---`, `${FRONT}# A\n`), `${FRONT}# A\n\n---`);
  });

  it('has no other origin, whatever it says itself', async () => {
    const note = '---\n# deckwright: origin https://evil.example/x\ntype: slide\n---\n\n# A\n';
    assert.equal(await asHere(note, `${FRONT}# A\n`), `${FRONT}# A\n`);
  });
});
