import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../vscode/paths';
import { emptyRepository, git, repository, write } from './repositories';
import { type Run, stagedCli } from './stagedCli';

const HEAD = '---\ntitle: A\ntype: slide\n---\n';
const OLD = `${HEAD}# A\n\n![a](./old.png)\n`;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MORE = `${OLD}\n---\n\n# B\n\n![b](./new.png)\n`;

describe('deckwright lint on old decks', function () {
  this.timeout(300_000);
  let run: Run;
  before(async () => {
    run = await stagedCli();
  });

  /** The pictures that are missing, each with its file. */
  function missing(folder: string, ...args: string[]): string[] {
    const { stdout, stderr } = run(['lint', '--format', 'json', '--quiet', ...args], folder);
    assert.notEqual(stdout, '', stderr);
    const { findings } = JSON.parse(stdout) as { findings: { file: string; message: string }[] };
    return findings.map(({ file, message }) => `${file}: ${/"\.\/(.*?)"/.exec(message)?.[1] ?? message}`);
  }

  /** Errors and warnings in what is staged. */
  function messages(folder: string): string[] {
    const { stdout } = run(['lint', '--staged', '--format', 'json'], folder);
    const { findings } = JSON.parse(stdout) as { findings: { severity: string; message: string }[] };
    return findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
  }

  const refused = (folder: string, ...args: string[]) => {
    const { status, stderr } = run(['lint', ...args], folder);
    assert.equal(status, 2);
    return stderr;
  };

  describe('--since', () => {
    it('lists only what is on slides that changed, and passes over other decks', () => {
      const folder = repository({ 'a.md': OLD, 'sub/b.md': OLD });
      assert.deepEqual(missing(folder), ['a.md: old.png', 'sub/b.md: old.png']);
      assert.deepEqual(missing(folder, '--since', 'HEAD'), []);
      write(folder, { 'a.md': MORE, 'c.md': OLD });
      assert.deepEqual(missing(folder, '--since', 'HEAD'), ['a.md: new.png', 'c.md: old.png']);
      assert.deepEqual(missing(join(folder, 'sub'), '--since', 'HEAD', '../a.md'), ['../a.md: new.png']);
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '--message', 'Second');
      assert.deepEqual(missing(folder, '--since', 'HEAD'), []);
      assert.deepEqual(missing(folder, '--since', 'HEAD~1'), ['a.md: new.png', 'c.md: old.png']);
    });

    it('knows the slides of files that were renamed, by git or not', () => {
      const folder = repository({ 'a.md': OLD, 'b.md': OLD });
      git(folder, 'mv', 'a.md', 'moved.md');
      renameSync(join(folder, 'b.md'), join(folder, 'ümläut 2.md'));
      assert.deepEqual(missing(folder, '--since', 'HEAD'), []);
      write(folder, { 'moved.md': MORE });
      assert.deepEqual(missing(folder, '--since', 'HEAD'), ['moved.md: new.png']);
    });

    it('fixes only slides that changed', () => {
      const folder = repository({ 'a.md': `${HEAD}# A</br>\n` });
      const changed = `${HEAD}# A</br>\n\n---\n\n# B</br>\n`;
      write(folder, { 'a.md': changed });
      run(['lint', '--since', 'HEAD', '--fix'], folder);
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), changed.replace('# B</br>', '# B<br>'));
    });

    it('says why it can’t be used', () => {
      const folder = repository({ 'a.md': OLD });
      assert.match(refused(folder, '--since', 'no-such'), /^"no-such" is not a revision of .*\n$/);
      assert.match(refused(folder, '--since=--help'), /^"--help" is not a revision of /);
      const empty = emptyRepository();
      write(empty, { 'a.md': OLD });
      assert.match(
        refused(empty, '--since', 'HEAD'),
        /^"HEAD" is not a revision: .* has no commits yet\.\n$/,
      );
      const outside = temporaryFolder('outside');
      write(outside, { 'a.md': OLD });
      assert.match(
        refused(outside, '--since', 'HEAD'),
        /^--since can't be used here: .* is not in a git repository\.\n$/,
      );
      assert.match(refused(outside, '--staged'), /^--staged can't be used here: /);
      assert.match(
        refused(folder, '--since', 'HEAD', '--staged'),
        /--staged can't be combined with --since\./,
      );
    });

    it('names a shallow repository as what lacks the revision', () => {
      const folder = repository({ 'a.md': OLD });
      git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Second');
      const shallow = join(temporaryFolder('shallow'), 'clone');
      git(folder, 'clone', '--quiet', '--depth', '1', `file://${folder}`, shallow);
      assert.match(
        refused(shallow, '--since', 'HEAD~1'),
        /The repository is shallow: fetch more of its history/,
      );
    });
  });

  describe('--staged', () => {
    it('lints what is staged, not the working tree', () => {
      const folder = repository({ 'a.md': OLD });
      write(folder, { 'a.md': MORE });
      assert.deepEqual(missing(folder, '--staged'), []);
      git(folder, 'add', '.');
      write(folder, { 'a.md': `${OLD}\n---\n\n![c](./later.png)\n` });
      assert.deepEqual(missing(folder, '--staged'), ['a.md: new.png']);
      rmSync(join(folder, 'a.md'));
      assert.deepEqual(missing(folder, '--staged', 'a.md'), ['a.md: new.png']);
    });

    it('takes pictures and linked files as they will be committed', () => {
      const folder = repository({ 'kept.png': PNG, 'deck.md': HEAD });
      write(folder, {
        'deck.md': `${HEAD}${['kept', 'staged', 'promised', 'loose', 'ignored', 'lost'].map((name) => `![${name}](./${name}.png)\n\n`).join('')}[b](./b.md)`,
        '.gitignore': 'ignored.png\n',
        'staged.png': PNG,
        'promised.png': PNG,
        'loose.png': PNG,
        'ignored.png': PNG,
        'b.md': HEAD,
      });
      git(folder, 'add', 'deck.md', 'staged.png');
      git(folder, 'add', '--intent-to-add', 'promised.png');
      rmSync(join(folder, 'kept.png'));
      rmSync(join(folder, 'staged.png'));
      assert.deepEqual(messages(folder), [
        'The picture "./promised.png" is not in the commit, so nobody else will have it. Stage it with "git add".',
        'The picture "./loose.png" is not in the commit, so nobody else will have it. Stage it with "git add".',
        'The picture "./ignored.png" is not in the commit, so nobody else will have it. Stage it with "git add".',
        'The picture "./lost.png" does not exist, so nothing is shown. Put the file there or correct the path.',
        '"./b.md" is not in the commit, so the link is dead for everyone else. Stage the file with "git add".',
      ]);
      git(folder, 'add', '--force', 'promised.png', 'loose.png', 'ignored.png', 'b.md');
      assert.deepEqual(missing(folder, '--staged'), ['deck.md: lost.png']);
    });

    it('finds style sheets of decks that are not in the commit', () => {
      const folder = repository({ 'reveal-md.json': '{}' });
      write(folder, {
        'deck.md': '---\ncss: own.css, lost.css\nrevealOptions:\n  transition: fade\n---\n\n# A\n',
        'own.css': 'h1 { color: red }',
      });
      git(folder, 'add', 'deck.md');
      assert.deepEqual(messages(folder), [
        '"own.css" is not in the commit, so reveal-md shows the deck without it. Stage it with "git add".',
        '"lost.css" does not exist, so reveal-md shows the deck without it. Put the file there or correct the path.',
      ]);
    });

    it('reads what is in files as they will be committed', () => {
      const folder = repository({ 'b.md': `${HEAD}# Old`, 'a.png': PNG });
      write(folder, {
        'deck.md': `${HEAD}![a](./a.png)\n\n[new](./b.md#new) [later](./b.md#later)\n`,
        'a.png': '<!DOCTYPE html>',
        'b.md': `${HEAD}# New`,
      });
      git(folder, 'add', '.');
      write(folder, { 'a.png': PNG, 'b.md': `${HEAD}# Later` });
      const found = messages(folder);
      assert.equal(found.length, 2);
      assert.match(found[0]!, /^"\.\/a\.png" is a web page/);
      assert.match(found[1]!, /no heading or id "later"/);
      git(folder, 'add', '.');
      assert.match(messages(folder).join('\n'), /^.*no heading or id "new".*$/);
    });

    it('finds the pictures that links and submodules lead to', () => {
      const other = repository({ 'logo.png': PNG });
      const folder = repository({ 'pictures/a.png': PNG });
      git(folder, '-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', other, 'shared');
      symlinkSync('pictures', join(folder, 'linked'));
      symlinkSync('pictures/a.png', join(folder, 'b.png'));
      write(folder, {
        'deck.md': `${HEAD}![a](./linked/a.png)\n\n![b](./b.png)\n\n![c](./shared/logo.png)\n\n![d](./linked/d.png)\n`,
      });
      git(folder, 'add', '.');
      assert.deepEqual(missing(folder, '--staged'), ['deck.md: linked/d.png']);
    });

    it('takes configuration and set-up as they will be committed', () => {
      const folder = repository({ 'deck.md': `${HEAD}` });
      const off = JSON.stringify({ rules: { 'broken-image': 'off' } });
      write(folder, { 'deck.md': OLD, '.deckwright.json': off });
      git(folder, 'add', 'deck.md');
      assert.deepEqual(missing(folder, '--staged'), ['deck.md: old.png']);
      git(folder, 'add', '.');
      write(folder, { '.deckwright.json': '{}' });
      assert.deepEqual(missing(folder, '--staged'), []);

      const talks = repository({ 'README.md': 'Talks\n' });
      const slides = 'One\n\n===\n\n# Two\n\n![a](./old.png)\n';
      write(talks, { 'talk.md': slides, 'reveal-md.json': '{"separator": "^===$"}' });
      git(talks, 'add', 'talk.md');
      assert.deepEqual(missing(talks, '--staged'), []);
      git(talks, 'add', '.');
      rmSync(join(talks, 'reveal-md.json'));
      assert.deepEqual(missing(talks, '--staged'), ['talk.md: old.png']);
    });

    it('takes all slides for new before the first commit', () => {
      const folder = emptyRepository();
      write(folder, { 'a.md': OLD, 'b.md': OLD });
      git(folder, 'add', 'a.md');
      assert.deepEqual(missing(folder, '--staged'), ['a.md: old.png']);
    });

    it('knows renamed files, and takes only files that are meant', () => {
      const folder = repository({ 'a.md': OLD });
      git(folder, 'mv', 'a.md', 'moved.md');
      write(folder, { 'sub/b.md': MORE });
      git(folder, 'add', '.');
      assert.deepEqual(missing(folder, '--staged'), ['sub/b.md: new.png']);
      assert.deepEqual(missing(folder, '--staged', 'moved.md'), []);
      assert.deepEqual(missing(folder, '--staged', '*.md'), []);
      assert.deepEqual(missing(join(folder, 'sub'), '--staged'), ['b.md: new.png']);
      assert.match(refused(folder, '--staged', 'lost.md'), /^No file or folder matches "lost\.md"\.\n$/);
    });
  });

  describe('--baseline', () => {
    it('writes what is there, and from then on lists only what is new', () => {
      const folder = repository({ 'sub/a.md': OLD });
      const first = run(['lint', '--baseline', 'sub/base.json'], folder);
      assert.equal(first.status, 0);
      assert.match(first.stderr, /^sub\/base\.json was written with \d findings\. /);
      assert.match(first.stdout, /^1 deck, nothing found\.\n$/);
      write(folder, { 'sub/a.md': MORE.replace('# A', '\n\n# A\n\nMore.') });
      const written = readFileSync(join(folder, 'sub/base.json'), 'utf8');
      assert.deepEqual(missing(folder, '--baseline', 'sub/base.json'), ['sub/a.md: new.png']);
      assert.deepEqual(missing(join(folder, 'sub'), '--baseline', 'base.json'), ['a.md: new.png']);
      assert.equal(readFileSync(join(folder, 'sub/base.json'), 'utf8'), written);
    });

    it('reports what can’t be read all the same', () => {
      const folder = repository({ 'a.md': OLD, '.deckwright.json': '{' });
      const { status, stdout } = run(['lint', '--baseline', 'base.json'], folder);
      assert.equal(status, 1);
      assert.match(stdout, /\[invalid-configuration\]/);
      assert.doesNotMatch(stdout, /old\.png/);
    });

    it('refuses a file that is something else', () => {
      const folder = repository({ 'a.md': OLD, 'base.json': '{"rules": {}}' });
      assert.match(refused(folder, '--baseline', 'base.json'), /^base\.json is not a baseline\. Delete it/);
    });
  });
});
