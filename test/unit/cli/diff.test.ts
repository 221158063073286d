import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder } from '../../vscode/paths';
import { diffLines } from './diffLines';
import { emptyRepository, git, repository, write } from './repositories';
import { type Run, stagedCli } from './stagedCli';

const HEAD = '---\ntype: slide\nslideOptions:\n  theme: white\n---\n';
const ONE = '# Welcome\n\nto the call\n';
const TWO = '# Team IaaS\n\n- Ceph was upgraded\n- the testbed is released\n';
const THREE = '# Dates\n\n- hackathon in May\n- summit in June\n';

const deck = (...slides: string[]) => `${HEAD}${slides.join('\n---\n\n')}`;
const OLD = deck(ONE, TWO, THREE);
const EDITED = TWO.replace('upgraded', 'replaced');

describe('deckwright diff', function () {
  this.timeout(300_000);
  let run: Run;
  before(async () => {
    run = await stagedCli();
  });

  const told = (folder: string, ...args: string[]) => diffLines(run, folder, ...args);

  const complaint = (folder: string, ...args: string[]) => {
    const { stderr, status } = run(['diff', ...args], folder);
    return `${status}: ${stderr.trim()}`;
  };

  it('tells what changed since the last commit, slide by slide', () => {
    const folder = repository({ 'deck.md': OLD });
    write(folder, { 'deck.md': deck(THREE, ONE, EDITED, '# New\n').replace('white', 'black') });
    assert.deepEqual(told(folder, 'deck.md'), [
      'deck.md',
      '  1  Dates  (moved from 3)',
      '  3  Team IaaS  (text)',
      '  4  New  (added)',
      '  slideOptions.theme: white → black',
      '1 slide changed, 1 moved, 1 added.',
    ]);
  });

  it('says that nothing changed', () => {
    const folder = repository({ 'deck.md': OLD });
    assert.deepEqual(told(folder, 'deck.md'), ['No slides have changed.']);
  });

  it('tells of changes that show nothing only if asked', () => {
    const folder = repository({ 'deck.md': OLD });
    write(folder, { 'deck.md': OLD.replace('to the call', '<!-- soon -->\n\nto the call') });
    assert.deepEqual(told(folder), ['No slides have changed.']);
    assert.equal(told(folder, '--hidden')[1], '  1  Welcome  (nothing that shows)');
  });

  it('tells of all decks of a folder, and of no other markdown', () => {
    const folder = repository({ 'a/deck.md': OLD, 'b/deck.md': OLD, 'a/README.md': '# Hello\n' });
    write(folder, {
      'a/deck.md': deck(ONE, THREE),
      'b/deck.md': deck(ONE),
      'a/README.md': '# Hi\n',
      'a/new.md': deck(ONE),
    });
    assert.deepEqual(told(folder, 'a'), [
      'a/deck.md',
      '  2  Team IaaS  (removed)',
      'a/new.md (new)',
      '  1  Welcome  (added)',
      '1 slide added, 1 removed.',
    ]);
  });

  it('compares two revisions', () => {
    const folder = repository({ 'deck.md': OLD });
    git(folder, 'tag', 'v1');
    write(folder, { 'deck.md': deck(ONE, EDITED, THREE) });
    git(folder, 'commit', '--quiet', '--all', '--message', 'Second');
    write(folder, { 'deck.md': deck(ONE) });
    assert.equal(told(folder, 'v1..HEAD', 'deck.md')[1], '  2  Team IaaS  (text)');
    assert.equal(told(folder, 'v1..').at(-1), '1 slide changed.');
  });

  it('compares with where a branch began', () => {
    const folder = repository({ 'deck.md': OLD });
    git(folder, 'tag', 'base');
    write(folder, { 'deck.md': deck(ONE, THREE) });
    git(folder, 'commit', '--quiet', '--all', '--message', 'Second');
    git(folder, 'tag', 'target');
    git(folder, 'checkout', '--quiet', 'base');
    write(folder, { 'deck.md': deck(ONE, EDITED, THREE) });
    git(folder, 'commit', '--quiet', '--all', '--message', 'Third');
    assert.equal(told(folder, 'target...HEAD').at(-1), '1 slide changed.');
  });

  it('prints JSON', () => {
    const folder = repository({ 'deck.md': OLD });
    write(folder, { 'deck.md': deck(ONE, '# Agenda\n', EDITED).replace('white', 'black') });
    const { stdout } = run(['diff', '--json'], folder);
    assert.deepEqual(JSON.parse(stdout), {
      decks: [
        {
          before: 'deck.md',
          after: 'deck.md',
          slides: [
            {
              change: 'added',
              moved: false,
              aspects: [],
              before: null,
              after: { number: '2', title: 'Agenda', line: 12 },
              kin: null,
            },
            {
              change: 'changed',
              moved: false,
              aspects: ['text'],
              before: { number: '2', title: 'Team IaaS', line: 12 },
              after: { number: '3', title: 'Team IaaS', line: 16 },
              kin: null,
            },
            {
              change: 'removed',
              moved: false,
              aspects: [],
              before: { number: '3', title: 'Dates', line: 19 },
              after: null,
              kin: null,
            },
          ],
          settings: [{ name: 'slideOptions.theme', before: 'white', after: 'black' }],
          styles: false,
          files: [],
          setup: [],
          dialects: null,
        },
      ],
    });
  });

  it('writes a summary for a comment on GitHub, which notifies nobody', () => {
    const folder = repository({ 'deck.md': OLD });
    write(folder, { 'deck.md': deck(ONE, TWO, THREE, '# Thanks @somebody | see #12\n') });
    const { stdout } = run(['diff', '--format', 'github'], folder);
    assert.equal(
      stdout,
      [
        '### 1 slide added',
        '',
        '**deck.md**',
        '',
        '| Slide | Title | Change |',
        '| --- | --- | --- |',
        '| 4 | Thanks @<!-- -->somebody \\| see #<!-- -->12 | added |',
        '',
      ].join('\n'),
    );
  });

  describe('finds the earlier version', () => {
    it('of a deck that was renamed and edited', () => {
      const folder = repository({ 'deck.md': OLD });
      git(folder, 'mv', 'deck.md', 'renamed.md');
      write(folder, { 'renamed.md': deck(ONE, EDITED, THREE) });
      const expected = ['renamed.md (was deck.md)', '  2  Team IaaS  (text)', '1 slide changed.'];
      assert.deepEqual(told(folder), expected);
      assert.deepEqual(told(folder, 'renamed.md'), expected);
    });

    it('of a deck that was renamed without git', () => {
      const folder = repository({ 'deck.md': OLD });
      renameSync(join(folder, 'deck.md'), join(folder, 'renamed.md'));
      assert.deepEqual(told(folder), ['renamed.md (was deck.md)', 'No slides have changed.']);
    });

    it('of a deck that was deleted', () => {
      const folder = repository({ 'deck.md': deck(ONE) });
      rmSync(join(folder, 'deck.md'));
      assert.deepEqual(told(folder, 'deck.md'), [
        'deck.md (deleted)',
        '  1  Welcome  (removed)',
        '1 slide removed.',
      ]);
    });

    it('in a submodule', () => {
      const library = repository({ 'deck.md': OLD });
      const folder = repository({ 'README.md': '# Hello\n' });
      git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'decks');
      write(folder, { 'decks/deck.md': deck(ONE, EDITED, THREE) });
      assert.equal(told(folder, 'decks/deck.md')[1], '  2  Team IaaS  (text)');
    });

    it('in another working tree', () => {
      const folder = repository({ 'deck.md': OLD });
      const other = join(temporaryFolder('worktree'), 'other');
      git(folder, 'worktree', 'add', '--quiet', other);
      write(other, { 'deck.md': deck(ONE, EDITED, THREE) });
      assert.equal(told(other, 'deck.md')[1], '  2  Team IaaS  (text)');
    });

    it('without a branch', () => {
      const folder = repository({ 'deck.md': OLD });
      git(folder, 'checkout', '--quiet', '--detach');
      write(folder, { 'deck.md': deck(ONE, EDITED, THREE) });
      assert.equal(told(folder)[1], '  2  Team IaaS  (text)');
    });

    it('with other line ends by its attributes', () => {
      const folder = repository({ '.gitattributes': '*.md text eol=crlf\n', 'deck.md': OLD });
      write(folder, { 'deck.md': deck(ONE, EDITED, THREE).replace(/\n/g, '\r\n') });
      assert.deepEqual(told(folder).slice(1), ['  2  Team IaaS  (text)', '1 slide changed.']);
    });
  });

  describe('--html', () => {
    const red = readFileSync(join(root, 'test/fixtures/workspace/pictures/red.png'));
    const blue = readFileSync(join(root, 'test/fixtures/workspace/pictures/blue sky.png'));
    const inlined = (picture: Uint8Array) =>
      `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;

    /** The exported pages in the page, of the only deck. */
    function pages(folder: string): { before: string; after: string } {
      const page = readFileSync(join(folder, 'out.html'), 'utf8');
      return JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(page)![1]!)[0];
    }

    it('writes a page with both versions, marks and pictures as they were', () => {
      const picture = deck(TWO, '![](./a.png)\n');
      const folder = repository({ 'deck.md': picture, 'a.png': red });
      write(folder, { 'deck.md': picture.replace('upgraded', 'replaced'), 'a.png': blue });
      assert.deepEqual(
        told(folder, '--html', 'out.html').map((line) => line.replace(/\d+\.\d/, 'N')),
        ['out.html: 2 slides changed, N MB'],
      );
      const { before, after } = pages(folder);
      assert.ok(before.includes('was <mark class="deckwright-removed">upgraded</mark>'));
      assert.ok(after.includes('was <mark class="deckwright-added">replaced</mark>'));
      assert.deepEqual([before.includes(inlined(red)), before.includes(inlined(blue))], [true, false]);
      assert.deepEqual([after.includes(inlined(red)), after.includes(inlined(blue))], [false, true]);
      const page = readFileSync(join(folder, 'out.html'), 'utf8');
      assert.match(page, /data-deck="0" data-before="#\/0" data-after="#\/0"><b>1<\/b> <span>Team IaaS</);
    });

    it('says which pictures Git LFS keeps elsewhere', () => {
      const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n';
      const folder = repository({ 'deck.md': deck(TWO, '![](./a.png)\n'), 'a.png': pointer });
      write(folder, { 'deck.md': deck(EDITED, '![](./a.png)\n'), 'a.png': red });
      const { stderr, status } = run(['diff', '--html', 'out.html'], folder);
      assert.match(
        stderr,
        /^deck\.md at [0-9a-f]{8}:\d+: Kept by Git LFS, and not available here: \.\/a\.png\n$/,
      );
      assert.equal(status, 1);
      assert.ok(pages(folder).after.includes(inlined(red)));
    });

    it('does not overwrite files', () => {
      const folder = repository({ 'deck.md': OLD, 'out.html': '' });
      assert.equal(
        complaint(folder, '--html', 'out.html'),
        '2: out.html already exists. Use --force to overwrite it.',
      );
    });
  });

  it('takes all slides for new before the first commit', () => {
    const folder = emptyRepository();
    write(folder, { 'deck.md': deck(ONE) });
    assert.deepEqual(told(folder), ['deck.md (new)', '  1  Welcome  (added)', '1 slide added.']);
    assert.match(complaint(folder, 'v1', 'deck.md'), /^2: "v1" is not a revision: .* has no commits yet\.$/);
  });

  it('says that a shallow clone lacks a revision', () => {
    const origin = repository({ 'deck.md': OLD });
    write(origin, { 'deck.md': deck(ONE) });
    git(origin, 'commit', '--quiet', '--all', '--message', 'Second');
    const folder = join(temporaryFolder('clone'), 'clone');
    git(origin, 'clone', '--quiet', '--depth', '1', `file://${origin}`, folder);
    assert.match(complaint(folder, 'HEAD~1', 'deck.md'), /^2: "HEAD~1" is not a revision of .* is shallow:/);
  });

  it('says which version it cannot read, and compares the others', () => {
    const folder = repository({ 'deck.md': OLD, 'old.md': Buffer.from([0xff, 0xfe, 0x41, 0x00, 0xd8]) });
    write(folder, { 'deck.md': deck(ONE, THREE), 'old.md': OLD });
    assert.equal(complaint(folder, 'old.md'), '2: old.md is encoded in UTF-16. Save it as UTF-8.');
    const { stdout, status } = run(['diff'], folder);
    assert.deepEqual([stdout.split('\n')[0], status], ['deck.md', 1]);
  });

  it('does not read earlier versions that are too large', () => {
    const folder = repository({ 'deck.md': `${OLD}\n${'x'.repeat(33 * 1024 * 1024)}` });
    write(folder, { 'deck.md': OLD });
    assert.equal(complaint(folder, 'deck.md'), '2: deck.md is larger than 32 MB.');
  });

  it('says that there is no repository', () => {
    const folder = temporaryFolder('none');
    writeFileSync(join(folder, 'deck.md'), OLD);
    assert.match(
      complaint(folder, 'deck.md'),
      /^2: "deckwright diff" can't be used here: .* not in a git repository/,
    );
  });

  it('says that git is not installed', () => {
    const folder = repository({ 'deck.md': OLD });
    const { stderr, status } = run(['diff'], folder, undefined, { PATH: temporaryFolder('no-git') });
    assert.deepEqual(
      [status, stderr],
      [2, 'git was not found: what decks were earlier is known only to it.\n'],
    );
  });

  it('says that a name means nothing', () => {
    const folder = repository({ 'deck.md': OLD });
    assert.equal(complaint(folder, 'other.md'), '2: No file or folder matches "other.md".');
    assert.match(complaint(folder, 'v9', 'deck.md'), /^2: "v9" is not a revision of /);
  });
});
