import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HedgedocServer } from '../../remote/hedgedocServer';
import { temporaryFolder } from '../../vscode/paths';
import { kill, PICTURES, servePictures, start } from './archiveRun';

describe('deckwright import, killed', function () {
  this.timeout(300_000);
  let server: HedgedocServer;
  before(async () => {
    server = await servePictures();
    server.notes.set('abc', { text: note((name) => server.url(`/uploads/${name}`)) });
  });
  after(() => server.stop());

  const note = (path: (name: string) => string, head = '') =>
    `---\n${head}type: slide\n---\n\n# Call\n\n${PICTURES.map((name) => `![](${path(name)})`).join('\n')}\n`;
  const deck = (path: (name: string) => string) => note(path, `# deckwright: origin ${server.url('/abc')}\n`);

  for (let round = 1; round <= 10; round++) {
    // From before the note has arrived to after the deck is written for the second time.
    const requests = Math.ceil(Math.random() * (PICTURES.length + 1));
    const delay = Math.random() * 60;

    it(`leaves no half file, and completes its work when it is run again: ${round}`, async () => {
      const when = `after ${requests} requests and ${delay} ms`;
      const folder = temporaryFolder('killed');
      writeFileSync(join(folder, '.deckwright.json'), JSON.stringify({ hedgedocHosts: [server.host] }));
      const run = () => start(['import', server.url('/abc'), '--allow', '127.0.0.1:*'], folder);
      const file = join(folder, 'Call.md');
      const imported = deck((name) => server.url(`/uploads/${name}`));
      const archived = deck((name) => `./${name}`);
      const pictures = () => readdirSync(folder).filter((name) => name.endsWith('.png'));
      const isWhole = (name: string) =>
        readFileSync(join(folder, name)).equals(server.uploads.get(name) as Buffer);

      server.asked.length = 0;
      await kill(await run(), server, requests, delay);
      const left = pictures();
      assert.ok(left.every(isWhole), when);
      const text = existsSync(file) ? readFileSync(file, 'utf8') : null;
      const isArchived = text === archived && left.length === PICTURES.length;
      assert.ok(isArchived || text === imported || (text === null && left.length === 0), when);

      server.asked.length = 0;
      const { status, stderr } = await (await run()).ended;
      assert.deepEqual([status, stderr], [0, ''], when);
      assert.equal(server.asked.length, 1 + PICTURES.length - left.length, when);
      assert.equal(readFileSync(file, 'utf8'), archived, when);
      assert.deepEqual(readdirSync(folder).sort(), ['.deckwright.json', 'Call.md', ...PICTURES], when);
      assert.ok(pictures().every(isWhole), when);
    });
  }
});
