import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SiteServer } from '../../remote/siteServer';
import { temporaryFolder } from '../../vscode/paths';
import { type RunAlongside, stagedCliAlongside } from './stagedCli';

const HEAD = '---\ntitle: A\ntype: slide\n---\n# A\n\n';

describe('deckwright lint --remote', function () {
  this.timeout(300_000);
  let run: RunAlongside;
  let site: SiteServer;
  let caches: string;
  before(async () => {
    run = await stagedCliAlongside();
  });
  beforeEach(async () => {
    site = await SiteServer.start();
    caches = temporaryFolder('caches');
  });
  afterEach(() => site.stop());

  /** A folder with decks, whose configuration names the server. */
  function folderWith(files: Record<string, string>, config: object = {}): string {
    const folder = temporaryFolder('remote');
    mkdirSync(join(folder, '.git'));
    const remote = { allow: ['127.0.0.1:*'] };
    put(folder, { '.deckwright.json': JSON.stringify({ remote, ...config }), ...files });
    return folder;
  }
  function put(folder: string, files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  }
  const environment = () => ({ XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, HOME: caches });
  const lint = (folder: string, ...args: readonly string[]) => run(['lint', ...args], folder, environment());
  const deckOf = (...paths: readonly string[]) =>
    `${HEAD}${paths.map((path) => `[x](${site.at(path)})`).join('\n')}\n`;
  const NO_HINTS = ['--rule', 'insecure-link=off'];

  it('reports what servers answer, and says on standard error what it came to', async () => {
    const folder = folderWith({
      'a.md': deckOf('/nothing', '/old#intro', '/page#end', '/page', '/broken'),
      'b.md': `${deckOf('/page')}\n![a picture](${site.at('/gone')})\n`,
    });
    const { stdout, stderr, status } = await lint(folder, '--remote');
    assert.equal(
      stdout,
      `a.md:7:5: warning: ${site.host} does not have this page (404 Not Found). Link to where it is now, or remove the link. [dead-remote-link]
a.md:8:5: info: The page has moved permanently to ${site.at('/page#intro')}. Link to it there. [moved-link]
a.md:9:5: info: The page has nothing with the id "end": the link leads to its start. Correct what is after "#". [broken-remote-anchor]
b.md:9:14: error: ${site.host} has removed this file for good (410 Gone). Name another file. [dead-remote-link]
2 decks: 1 error, 1 warning, 2 info (1 hint with --hints).
`,
    );
    assert.equal(
      stderr,
      `Checked 5 remote links on 1 host: 2 dead, 1 moved, 1 missing anchor, 1 could not be checked.
  not checked: ${site.at('/broken')}: the server answered 500.
`,
    );
    assert.equal(status, 1);
  });

  it('asks nothing without it', async () => {
    const { stdout, stderr } = await lint(folderWith({ 'a.md': deckOf('/nothing') }));
    assert.equal(stdout, '1 deck, nothing found.\n');
    assert.equal(stderr, '');
    assert.deepEqual(site.requests, []);
  });

  it('asks for each address once, and a second run for none', async () => {
    const folder = folderWith({ 'a.md': deckOf('/page', '/page', '/nothing'), 'b.md': deckOf('/page') });
    const first = await lint(folder, '--remote');
    assert.deepEqual(site.requests.toSorted(), ['GET /nothing', 'HEAD /nothing', 'HEAD /page']);
    site.requests.length = 0;
    assert.deepEqual(await lint(folder, '--remote'), first);
    assert.deepEqual(site.requests, []);
    const kept = join(
      caches,
      process.platform === 'darwin' ? 'Library/Caches' : '.',
      'deckwright/links.json',
    );
    assert.ok(existsSync(kept));
    if (process.platform !== 'win32') assert.equal(statSync(kept).mode & 0o777, 0o600);
    // A day later.
    const old = readFileSync(kept, 'utf8').replace(
      /"asked":(\d+)/g,
      (_, asked) => `"asked":${asked - 86_400_000}`,
    );
    writeFileSync(kept, old);
    await lint(folder, '--remote');
    assert.equal(site.requests.length, 3);
  });

  it('reports the same in JSON, SARIF and for GitHub', async () => {
    const folder = folderWith({ 'a.md': deckOf('/nothing') });
    const json = JSON.parse((await lint(folder, '--remote', '--format', 'json')).stdout);
    assert.equal(json.findings[0].rule, 'dead-remote-link');
    const sarif = JSON.parse((await lint(folder, '--remote', '--format', 'sarif')).stdout);
    assert.equal(sarif.runs[0].results[0].ruleId, 'dead-remote-link');
    const { stdout } = await lint(folder, '--remote', '--format', 'github');
    assert.match(stdout, /^::warning file=a\.md,line=7.*title=dead-remote-link::/);
  });

  it('never asks private servers that nobody names', async () => {
    const folder = folderWith({ 'a.md': deckOf('/nothing') }, { remote: { allow: [] } });
    assert.equal((await lint(folder, '--remote')).stderr, 'There are no remote links to check.\n');
    assert.deepEqual(site.requests, []);
    const { stdout } = await lint(folder, '--remote', '--allow', '127.0.0.1:*');
    assert.match(stdout, /dead-remote-link/);
  });

  it('is not led from one private server to another that nobody names', async () => {
    const { stderr } = await lint(folderWith({ 'a.md': deckOf('/inside') }), '--remote');
    assert.match(
      stderr,
      /1 could not be checked\.\n {2}not checked: .*\/inside: 169\.254\.169\.254 is in a private/,
    );
  });

  it('respects what is ignored, silenced or has another severity', async () => {
    const text = `${deckOf('/nothing?1', '/nothing?2')}[x](${site.at('/nothing?3')}) <!-- deckwright-disable-line -->\n`;
    const config = {
      ignoreLinks: ['*1'],
      rules: { 'dead-remote-link': 'error' },
      remote: { allow: ['127.0.0.1:*'] },
    };
    const { stdout } = await lint(folderWith({ 'a.md': text }, config), '--remote', ...NO_HINTS);
    assert.match(stdout, /^a\.md:8:5: error: .*\n1 deck: 1 error\.\n$/);
    assert.deepEqual(site.requests, ['HEAD /nothing?2', 'GET /nothing?2']);
  });

  it('tells each of many threads what servers answered', async () => {
    const decks = Array.from({ length: 40 }, (_, index) => [`${index}.md`, deckOf(`/nothing/${index}`)]);
    const { stdout } = await lint(folderWith(Object.fromEntries(decks)), '--remote', ...NO_HINTS);
    assert.match(stdout, /^40 decks: 40 warnings\.$/m);
  });

  it('can be used with --cache, which then knows nothing of it', async () => {
    const folder = folderWith({ 'a.md': deckOf('/nothing') });
    const plain = await lint(folder, '--cache');
    assert.match((await lint(folder, '--cache', '--remote')).stdout, /dead-remote-link/);
    assert.deepEqual(await lint(folder, '--cache'), plain);
  });

  it('changes nothing with --fix', async () => {
    const folder = folderWith({ 'a.md': deckOf('/old') });
    await lint(folder, '--remote', '--fix', '--fix-visible');
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), deckOf('/old'));
  });

  it('says what it does not go together with', async () => {
    const folder = folderWith({ 'a.md': deckOf('/old') });
    for (const option of ['--list', '--staged', '--stdin']) {
      const { stderr, status } = await lint(folder, '--remote', option);
      assert.equal(stderr, `--remote can't be combined with ${option}.\n`);
      assert.equal(status, 2);
    }
    const { stderr } = await lint(folder, '--remote', '--allow', 'https://a.b/');
    assert.match(stderr, /--allow https:\/\/a\.b\/ names no host/);
  });
});
