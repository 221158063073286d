import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deckSource } from '../../../src/core/archive/remoteFiles';
import { DEFAULT_CONFIG } from '../../../src/core/config/config';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { applyEdits } from '../../../src/core/text/textEdits';
import { send } from '../../remote/answers';
import { HedgedocServer } from '../../remote/hedgedocServer';
import { shared, temporaryCopy } from '../../vscode/paths';
import { png } from '../archive/png';
import { archive, start } from './archiveRun';

const decks = join(shared, 'decks');
const RULES = ['hedgedoc-image', 'hedgedoc-image-not-archived', 'remote-image'];

/** Decks of the community, whose HedgeDoc server and other servers are two on this computer. */
describe('deckwright archive on real decks', function () {
  this.timeout(300_000);
  let hedgedoc: HedgedocServer;
  let other: HedgedocServer;
  before(async function () {
    if (!existsSync(decks)) this.skip();
    [hedgedoc, other] = await Promise.all([HedgedocServer.start(), HedgedocServer.start()]);
  });
  after(() => Promise.all([hedgedoc?.stop(), other?.stop()]));

  /** Leads what decks name to the servers of the test, which then have it. */
  function serveFiles(file: string): void {
    const text = readFileSync(file, 'utf8');
    const { references } = deckSource(parseDeck(text), 'deck.md', DEFAULT_CONFIG);
    const edits = references.map(({ target, urlSpan }) => {
      const name = target.path.replace(/^.*\//, '');
      if (target.host === 'input.scs.community') {
        const copy = join(file, '..', name);
        hedgedoc.uploads.set(name, existsSync(copy) ? readFileSync(copy) : png());
        return { span: urlSpan, newText: hedgedoc.url(target.path) };
      }
      other.answer(target.path, send(png(name.length)));
      return { span: urlSpan, newText: other.url(target.path) };
    });
    writeFileSync(file, applyEdits(text, edits));
  }

  async function findings(folder: string): Promise<string[]> {
    const { stdout } = await (await start(['lint', '--format', 'json', '--hints'], folder)).ended;
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string }[] };
    return findings.filter(({ rule }) => RULES.includes(rule)).map(({ rule }) => rule);
  }

  it('repairs all of them by one command, and requests nothing the second time', async () => {
    const folder = temporaryCopy(decks, 'shared');
    mkdirSync(join(folder, '.git'));
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.md')) serveFiles(join(folder, name));
    writeFileSync(join(folder, '.deckwright.json'), JSON.stringify({ hedgedocHosts: [hedgedoc.host] }));
    assert.deepEqual(new Set(await findings(folder)), new Set(RULES));
    const { status, stderr } = await archive(['--rewrite'], folder);
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(await findings(folder), []);
    const asked = hedgedoc.asked.length + other.asked.length;
    const paths = [...hedgedoc.asked, ...other.asked].map(({ path }) => path);
    assert.equal(new Set(paths).size, asked);
    const again = await archive(['--rewrite'], folder);
    assert.deepEqual([again.status, again.stdout], [0, '0 files fetched (0.0 MB), 0 there already\n']);
    assert.equal(hedgedoc.asked.length + other.asked.length, asked);
  });
});
