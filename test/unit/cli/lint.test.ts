import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Schema, Validator } from '@cfworker/json-schema';
import { root, shared, temporaryFolder } from '../../vscode/paths';
import { type Run, stagedCli } from './stagedCli';

const HEAD = '---\ntitle: A\ntype: slide\n---\n';
const CLEAN = `${HEAD}# A\n\n---\n\n# B\n`;
const BROKEN = `${HEAD}# A\n\n![a picture](./lost.png)\n`;
const WARNED = `${HEAD}# A\n\nVery ** important ** news\n`;

/** Files by name in a separate folder that is a repository. */
function repository(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder('lint');
  mkdirSync(join(folder, '.git'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

describe('deckwright lint', function () {
  this.timeout(300_000);
  let run: Run;
  before(async () => {
    run = await stagedCli();
  });

  const findings = (folder: string, ...args: string[]) => {
    const { stdout } = run(['lint', '--format', 'json', ...args], folder);
    return JSON.parse(stdout) as { findings: Record<string, unknown>[]; files: number };
  };

  it('exits with 0 for clean decks, 1 for errors, 2 if it can’t run', () => {
    const folder = repository({ 'clean.md': CLEAN, 'broken.md': BROKEN, 'warned.md': WARNED });
    assert.equal(run(['lint', 'clean.md'], folder).status, 0);
    assert.equal(run(['lint', 'warned.md'], folder).status, 0);
    assert.equal(run(['lint'], repository({ 'notes.txt': 'No deck' })).status, 0);
    assert.equal(run(['lint', 'broken.md'], folder).status, 1);
    assert.equal(run(['lint', 'warned.md', '--max-warnings', '0'], folder).status, 1);
    for (const args of [
      ['missing.md'],
      ['no*.md'],
      ['--format', 'xml'],
      ['--rule', 'no-such=off'],
      ['--frobnicate'],
      ['--stdin', 'clean.md'],
    ]) {
      assert.equal(run(['lint', ...args], folder).status, 2, args.join(' '));
    }
  });

  it('fails for placeholders if the configuration makes them errors', () => {
    const deck = `${HEAD}# A\n\n* Subtopic 1\n* Subtopic 2\n`;
    const { status, stdout } = run(['lint'], repository({ 'deck.md': deck }));
    assert.equal(status, 0);
    assert.match(stdout, /^deck\.md:7:3: warning: 2 placeholders left: /);
    const config = JSON.stringify({ rules: { placeholder: 'error' } });
    assert.equal(run(['lint'], repository({ 'deck.md': deck, '.deckwright.json': config })).status, 1);
  });

  it('prints file, line, column, severity, message and rule, one finding per line', () => {
    const { stdout } = run(['lint', 'broken.md'], repository({ 'broken.md': BROKEN }));
    assert.match(
      stdout,
      /^broken\.md:7:14: error: The picture ".\/lost\.png" does not exist.* \[broken-image\]\n/,
    );
  });

  it('lists hints only with --hints, and only errors with --quiet', () => {
    const folder = repository({ 'deck.md': `${WARNED}\n![](./lost.png)\n` });
    const severities = (...args: string[]) =>
      findings(folder, ...args).findings.map(({ severity }) => severity);
    const rules = ['--rule', 'missing-alt=hint', '--rule', 'hedgedoc-link=warning'];
    assert.deepEqual(severities(...rules), ['warning', 'error']);
    assert.deepEqual(severities(...rules, '--hints'), ['warning', 'hint', 'error']);
    assert.deepEqual(severities(...rules, '--quiet'), ['error']);
    const { stdout } = run(['lint', ...rules], folder);
    assert.match(stdout, /\n1 deck: 1 error, 1 warning \(1 hint with --hints\)\.\n$/);
    assert.equal(run(['lint', ...rules, '--quiet', '--max-warnings', '0'], folder).status, 1);
  });

  it('groups by file with the faulty lines in a terminal, as with --format terminal', () => {
    const folder = repository({ 'broken.md': BROKEN });
    const { stdout } = run(['lint', 'broken.md', '--format', 'terminal'], folder);
    assert.match(
      stdout,
      /^broken\.md\n {2}7:14 error: The picture "\.\/lost\.png" .+\n {6}!\[a picture\]\(\.\/lost\.png\)\n {19}~{10}\n\n {2}1 {2}broken-image/s,
    );
  });

  it('prints JSON with lines and columns from 1 in UTF-16 units', () => {
    const text = `${HEAD}# 😀 ![a picture](./lost.png)\r\n`;
    const { findings: found, files } = findings(repository({ 'deck.md': text }));
    assert.equal(files, 1);
    const { message, ...finding } = found[0]!;
    assert.equal(typeof message, 'string');
    assert.deepEqual(finding, {
      file: 'deck.md',
      line: 5,
      column: 19,
      endLine: 5,
      endColumn: 29,
      rule: 'broken-image',
      severity: 'error',
      fixable: false,
    });
  });

  it('prints SARIF that its published schema allows', () => {
    const folder = repository({
      'a deck.md': BROKEN,
      'warned.md': WARNED,
      'bad.md': Buffer.from([0xff, 0xfe, 0x41]),
    });
    const sarif: unknown = JSON.parse(run(['lint', '--format', 'sarif'], folder).stdout);
    const schema = JSON.parse(
      readFileSync(join(root, 'test/fixtures/sarif/sarif-2.1.0-rtm.5.json'), 'utf8'),
    ) as Schema;
    const { valid, errors } = new Validator(schema, '4', false).validate(sarif);
    assert.deepEqual([valid, errors], [true, []]);
    assert.match(JSON.stringify(sarif), /"uri":"a%20deck\.md"/);
  });

  it('prints annotations for GitHub, with special characters escaped', () => {
    const folder = repository({ 'a,b.md': BROKEN });
    const { stdout } = run(['lint', '--format', 'github'], folder);
    assert.match(
      stdout,
      /^::error file=a%2Cb\.md,line=7,endLine=7,col=14,endColumn=24,title=broken-image::The picture/,
    );
  });

  it('finds decks in folders and by globs, and leaves other markdown, node_modules and ignored files alone', () => {
    const folder = repository({
      'call/a.md': BROKEN,
      'call/sub/b.md': BROKEN,
      'call/notes.md': '# Notes\n\n![x](./lost.png)\n',
      'node_modules/x/c.md': BROKEN,
      'old/d.md': BROKEN,
      '.deckwright.json': '{"ignore": ["old/**"]}',
    });
    const files = (...args: string[]) => findings(folder, ...args).findings.map(({ file }) => file);
    assert.deepEqual(files(), ['call/a.md', 'call/sub/b.md']);
    assert.deepEqual(files('call/*.md'), ['call/a.md']);
    assert.deepEqual(files('call/**/*.md'), ['call/a.md', 'call/sub/b.md']);
  });

  it('says what each file is read as and why', () => {
    const folder = repository({
      'deck.md': CLEAN,
      'notes.md': '# Notes\n',
      'talk.md': '# A\n',
      '.deckwright.json': '{"decks": {"talk.md": "reveal-blank-lines"}}',
    });
    assert.equal(
      run(['lint', '--list'], folder).stdout,
      [
        'deck.md: deck (hedgedoc): type: slide',
        'notes.md: not a deck: no frontmatter of a deck, no separators',
        'talk.md: deck (reveal-blank-lines): named in .deckwright.json',
        '',
      ].join('\n'),
    );
  });

  it('takes severities from the configuration and, over it, from the command line', () => {
    const folder = repository({
      'deck.md': BROKEN,
      '.deckwright.json': '{"rules": {"broken-image": "warning"}}',
    });
    const severity = (...args: string[]) =>
      findings(folder, ...args).findings.map((finding) => finding.severity);
    assert.deepEqual(severity(), ['warning']);
    assert.deepEqual(severity('--rule', 'broken-image=info'), ['info']);
    assert.deepEqual(severity('--rule', 'broken-image=off'), []);
  });

  it('reports a wrong configuration, and continues with the defaults', () => {
    const folder = repository({
      'deck.md': BROKEN,
      '.deckwright.json': '{"rules": {"broken-image": "loud"}}',
    });
    const { findings: found } = findings(folder);
    assert.deepEqual(
      found.map(({ file, rule, line }) => [file, rule, line]),
      [
        ['.deckwright.json', 'invalid-configuration', 1],
        ['deck.md', 'broken-image', 7],
      ],
    );
    assert.equal(run(['lint'], folder).status, 1);
  });

  it('fixes with --fix what is safe, keeps line endings and byte order mark, and reports the rest', () => {
    const text = `\ufeff${HEAD}# A\n\n![a](0123.png)\n![b](./lost.png)\n`.replaceAll('\n', '\r\n');
    const folder = repository({ 'deck.md': text, '0123.png': '' });
    const rules = findings(
      folder,
      '--fix',
      '--rule',
      'invalid-image=off',
      '--rule',
      'misplaced-frontmatter=off',
    );
    assert.deepEqual(
      rules.findings.map(({ rule }) => rule),
      ['broken-image'],
    );
    assert.equal(readFileSync(join(folder, 'deck.md'), 'utf8'), text.replace('(0123.png)', '(./0123.png)'));
  });

  it('writes no byte order mark into a file that begins with another three-byte character', () => {
    const text = '！\n\n---\n\n# A</br>\n';
    const folder = repository({ 'deck.md': text, '.deckwright.json': '{"decks": {"deck.md": "hedgedoc"}}' });
    run(['lint', '--fix', '--rule', 'missing-frontmatter=off'], folder);
    assert.equal(readFileSync(join(folder, 'deck.md'), 'utf8'), text.replace('</br>', '<br>'));
  });

  it('fixes what changes slides only with --fix-visible, and says how much each option fixes', () => {
    const text = `${HEAD}<style>h1 { color: "#fff" }</style>\n\n# A</br>\n\n![a](./lost.png)\n`;
    const folder = repository({ 'deck.md': text });
    const { findings: found } = findings(folder);
    assert.deepEqual(
      found.map(({ rule, fixable }) => [rule, fixable]),
      [
        ['invalid-css', false],
        ['invalid-html', true],
        ['broken-image', false],
      ],
    );
    const report = run(['lint', 'deck.md'], folder).stdout;
    assert.match(report, /; 1 can be fixed with --fix, 1 more with --fix-visible\.\n$/);
    const onlySafe = text.replace('</br>', '<br>');
    assert.match(run(['lint', '--fix'], folder).stdout, /; 1 can be fixed with --fix-visible\.\n$/);
    assert.equal(readFileSync(join(folder, 'deck.md'), 'utf8'), onlySafe);
    assert.match(run(['lint', '--fix-visible'], folder).stdout, /: 1 error\.\n$/);
    assert.equal(readFileSync(join(folder, 'deck.md'), 'utf8'), onlySafe.replace('"#fff"', '#fff'));
  });

  it('keeps the permissions of a file, and links to it, with --fix', () => {
    const folder = repository({ 'real/deck.md': `${HEAD}# A</br>\n` });
    const real = join(folder, 'real/deck.md');
    chmodSync(real, 0o640);
    symlinkSync('real/deck.md', join(folder, 'link.md'));
    assert.equal(run(['lint', 'link.md', '--fix'], folder).status, 0);
    assert.equal(readFileSync(real, 'utf8'), `${HEAD}# A<br>\n`);
    assert.equal(statSync(real).mode & 0o777, 0o640);
    assert.ok(lstatSync(join(folder, 'link.md')).isSymbolicLink());
  });

  it('changes nothing that a link leads to outside of the repository', () => {
    const elsewhere = repository({ 'deck.md': `${HEAD}# A</br>\n` });
    const folder = repository({});
    symlinkSync(join(elsewhere, 'deck.md'), join(folder, 'link.md'));
    assert.match(run(['lint', 'link.md', '--fix'], folder).stdout, /<\/br>/);
    assert.equal(readFileSync(join(elsewhere, 'deck.md'), 'utf8'), `${HEAD}# A</br>\n`);
  });

  it('finds nothing wrong with a folder that holds no markdown', () => {
    assert.equal(run(['lint', 'empty'], repository({ 'empty/a.txt': '' })).status, 0);
  });

  it('reads one deck from standard input', () => {
    const folder = repository({ 'call/here.png': '' });
    const args = [
      'lint',
      '--stdin',
      '--stdin-filename',
      'call/new.md',
      '--format',
      'json',
      '--rule',
      'invalid-image=off',
    ];
    const input = `${HEAD}# A\n\n![a](./here.png)\n\n![b](./lost.png)\n`;
    const { stdout, status } = run(args, folder, input);
    assert.deepEqual(
      (JSON.parse(stdout) as { findings: { file: string; line: number }[] }).findings.map(
        ({ file, line }) => [file, line],
      ),
      [['call/new.md', 9]],
    );
    assert.equal(status, 1);
  });

  it('passes over files that are no decks, whatever their encoding', () => {
    const folder = repository({
      'latin.md': Buffer.from('# \xfc\n\nSome text.\n', 'latin1'),
      'utf16.md': Buffer.from('\ufeff# A\n\nSome text.\n', 'utf16le'),
    });
    const { status, stdout, stderr } = run(['lint', '.'], folder);
    assert.deepEqual([status, stdout, stderr], [0, '0 decks, nothing found.\n', '']);
  });

  it('reports each file it can’t read, and leaves it as it is', () => {
    const latin = Buffer.from(`${HEAD}# \xfc ![a](0123.png)\n`, 'latin1');
    const folder = repository({
      'latin.md': latin,
      'utf16.md': Buffer.from(`\ufeff${BROKEN}`, 'utf16le'),
      'utf16-unmarked.md': Buffer.from(BROKEN, 'utf16le'),
      'good.md': CLEAN,
      '0123.png': '',
    });
    symlinkSync('loop.md', join(folder, 'loop.md'));
    symlinkSync('.', join(folder, 'round'));
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    const { findings: found } = findings(folder, '--fix');
    const expected = [
      'latin.md',
      'loop.md',
      ...(process.platform === 'win32' ? [] : ['pipe.md']),
      'utf16-unmarked.md',
      'utf16.md',
    ];
    assert.deepEqual(
      found.map(({ file, rule, severity }) => [file, rule, severity]),
      expected.map((file) => [file, 'unreadable-file', 'error']),
    );
    assert.deepEqual(readFileSync(join(folder, 'latin.md')), latin);
  });

  it('reports a folder that it can’t list', function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    const folder = repository({ 'good.md': CLEAN, 'closed/deck.md': CLEAN });
    chmodSync(join(folder, 'closed'), 0o000);
    const { findings: found, files } = findings(folder);
    chmodSync(join(folder, 'closed'), 0o755);
    assert.deepEqual(
      found.map(({ file, rule, severity }) => [file, rule, severity]),
      [['closed', 'unreadable-file', 'error']],
    );
    assert.equal(files, 1);
  });

  it('lets decks link within the folders that it is started in or given, where there is no repository', () => {
    const folder = temporaryFolder('teams');
    const files = { 'iaas/deck.md': `${HEAD}# A\n\n[b](../ops/b.md) [c](../../c.md)\n`, 'ops/b.md': '' };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'all', name)), { recursive: true });
      writeFileSync(join(folder, 'all', name), text);
    }
    const columns = (args: string[], cwd: string) =>
      findings(cwd, ...args).findings.map(({ message }) => /"(.*)" is outside/.exec(String(message))?.[1]);
    assert.deepEqual(columns(['iaas/deck.md'], join(folder, 'all')), ['../../c.md']);
    assert.deepEqual(columns([join(folder, 'all')], join(folder, 'all/ops')), ['../../c.md']);
    assert.deepEqual(columns(['deck.md'], join(folder, 'all/iaas')), ['../ops/b.md', '../../c.md']);
  });

  it('reports in a deck that a link leads to only what is wrong from either place', () => {
    const folder = repository({
      'real/deck.md': `${HEAD}# A\n\n![a](./a.png) ![b](./b.png) ![c](./c.png)\n`,
      'real/a.png': '',
      'b.png': '',
    });
    symlinkSync('real/deck.md', join(folder, 'link.md'));
    symlinkSync(repository({ 'deck.md': `${HEAD}# A\n\n[b](./b.md)\n`, 'b.md': '' }), join(folder, 'far'));
    const missing = findings(folder, 'link.md', 'far/deck.md').findings.filter(({ rule }) =>
      /^broken/.test(String(rule)),
    );
    assert.deepEqual(
      missing.map(({ file, column }) => [file, column]),
      [['link.md', 34]],
    );
  });

  it('looks at nothing outside of the repository', () => {
    const outside = repository({ 'secret.png': '' });
    const folder = repository({ 'deck.md': `${HEAD}# A\n\n![a](./linked/secret.png) ![b](../secret.png)\n` });
    symlinkSync(outside, join(folder, 'linked'));
    assert.deepEqual(
      findings(folder).findings.map(({ message }) => /does not exist|outside/.exec(String(message))?.[0]),
      ['does not exist', 'outside'],
    );
  });

  it('escapes what a terminal would obey', () => {
    const { stdout } = run(
      ['lint'],
      repository({ 'deck.md': `${HEAD}# A\n\n![a](<./\u001b[31mred.png>)\n\n![b](<./\u202egnp.a>)\n` }),
    );
    assert.doesNotMatch(stdout, /[\u001b\u202e]/);
  });

  it('lists its rules', () => {
    assert.match(run(['lint', '--rules'], root).stdout, /^broken-image +error +A picture/m);
  });

  it('prints the same bytes for the same decks', function () {
    if (!existsSync(shared)) this.skip();
    const [first, second] = [1, 2].map(() => run(['lint', 'decks', '--format', 'json'], shared).stdout);
    assert.ok(first!.length > 1000);
    assert.equal(first, second);
  });
});
