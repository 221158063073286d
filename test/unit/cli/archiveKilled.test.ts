import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HedgedocServer } from '../../remote/hedgedocServer';
import { temporaryFolder } from '../../vscode/paths';
import { archive, kill, PICTURES, servePictures, start } from './archiveRun';

describe('deckwright archive, killed', function () {
  this.timeout(300_000);
  let server: HedgedocServer;
  before(async () => {
    server = await servePictures();
  });
  after(() => server.stop());

  const isWhole = (folder: string) => (name: string) =>
    readFileSync(join(folder, name)).equals(server.uploads.get(name) as Buffer);
  const pictures = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.png'));
  const deck = (path: (name: string) => string) =>
    `---\ntype: slide\n---\n\n# A\n\n${PICTURES.map((name) => `![](${path(name)})`).join('\n')}\n`;

  for (let round = 1; round <= 10; round++) {
    // Early, in the middle, and while the deck is written.
    const requests = Math.ceil(Math.random() * PICTURES.length);
    const delay = Math.random() * 60;

    it(`leaves no half file, and completes its work when it is run again: ${round}`, async () => {
      const folder = temporaryFolder('killed');
      const before = deck((name) => server.url(`/uploads/${name}`));
      const after = deck((name) => `./${name}`);
      writeFileSync(join(folder, '.deckwright.json'), JSON.stringify({ hedgedocHosts: [server.host] }));
      writeFileSync(join(folder, 'deck.md'), before);
      server.asked.length = 0;
      const started = await start(['archive', '--rewrite', '--allow', '127.0.0.1:*'], folder);
      const when = `after ${requests} requests and ${delay} ms`;
      await kill(started, server, requests, delay);
      const left = pictures(folder);
      assert.ok(left.every(isWhole(folder)), when);
      const text = readFileSync(join(folder, 'deck.md'), 'utf8');
      assert.ok(text === before || (text === after && left.length === PICTURES.length), when);

      server.asked.length = 0;
      const { status, stderr } = await archive(['--rewrite'], folder);
      assert.deepEqual([status, stderr], [0, ''], when);
      assert.equal(server.asked.length, PICTURES.length - left.length, when);
      assert.equal(readFileSync(join(folder, 'deck.md'), 'utf8'), after, when);
      assert.deepEqual(readdirSync(folder).sort(), ['.deckwright.json', 'deck.md', ...PICTURES].sort(), when);
      assert.ok(pictures(folder).every(isWhole(folder)), when);
    });
  }
});
