import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certified } from '../../remote/certificates';
import { HedgedocServer } from '../../remote/hedgedocServer';
import { temporaryFolder } from '../../vscode/paths';
import { png } from '../archive/png';
import { stagedCliAlongside } from './stagedCli';

describe('deckwright, with a server whose certificate is of an authority that is not public', function () {
  this.timeout(300_000);
  const ours = certified('School');
  let server: HedgedocServer;
  let folder: string;
  before(async () => {
    server = await HedgedocServer.start({ certified: ours });
    server.uploads.set('0123abcd.png', png(1));
    const text = `---\ntype: slide\n---\n\n# A\n\n![](${server.url('/uploads/0123abcd.png')})\n`;
    server.notes.set('abc', { text });
  });
  after(() => server.stop());
  beforeEach(() => {
    server.asked.length = 0;
    folder = temporaryFolder('certificates');
  });

  async function run(env: Record<string, string>, ...args: string[]) {
    return (await stagedCliAlongside())([...args, '--allow', '127.0.0.1:*'], folder, env);
  }
  const importNote = (env: Record<string, string> = {}) => run(env, 'import', server.url('/abc'));

  it('requests nothing of it, and says why', async () => {
    const { status, stderr } = await importNote();
    const why = 'unable to verify the first certificate';
    assert.match(
      stderr,
      new RegExp(`^The certificate of ${server.host} is not trusted: ${why}\\. NODE_EXTRA`),
    );
    assert.equal(status, 2);
    assert.deepEqual([server.asked, readdirSync(folder)], [[], []]);
  });

  it('asks it for notes and pictures if NODE_EXTRA_CA_CERTS names the authority', async () => {
    const authority = join(temporaryFolder('authority'), 'school.pem');
    writeFileSync(authority, ours.authority);
    const { status, stderr } = await importNote({ NODE_EXTRA_CA_CERTS: authority });
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(readdirSync(folder), ['0123abcd.png', 'A.md']);
  });

  it('calls no link dead because of it', async () => {
    writeFileSync(join(folder, 'deck.md'), `---\ntype: slide\n---\n\n[a](${server.url('/none')})\n`);
    const cache = { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder };
    const { status, stdout, stderr } = await run(cache, 'lint', '--remote', 'deck.md');
    assert.match(stderr, /1 could not be checked[\s\S]*The certificate of /);
    assert.doesNotMatch(stdout, /dead-remote-link/);
    assert.equal(status, 0);
  });
});
