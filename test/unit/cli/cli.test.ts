import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../vscode/paths';
import { type Run, stagedCli } from './stagedCli';

const DECK = `---
type: slide
---

# One

![](a.png) [x](https://example.org/)

Note: say *this*

---

<!-- .slide: data-background="b.png" -->

## Two

----

text \u202e and more

---

![](a.png)
`;

describe('deckwright', function () {
  this.timeout(300_000);
  let run: Run;
  let folder: string;

  before(async () => {
    run = await stagedCli();
    folder = temporaryFolder('outline');
    writeFileSync(join(folder, 'deck.md'), DECK);
  });

  it('says what it can do, and which version it is', () => {
    for (const args of [['--help'], ['-h'], ['export', '--help'], ['outline', '--help']]) {
      const { status, stdout, stderr } = run(args, folder);
      assert.deepEqual([status, stderr], [0, ''], args.join(' '));
      assert.match(stdout, /deckwright/);
    }
    assert.match(run(['--version'], folder).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('puts no marker of a merge conflict on a slide, and says that there is one', () => {
    const conflict = '<<<<<<< HEAD\n# Ours\n=======\n# Theirs\n>>>>>>> topic\n';
    writeFileSync(join(folder, 'conflicted.md'), `---\ntype: slide\n---\n\n# A\n\n---\n\n${conflict}`);
    const problem = /^conflicted\.md:9: A merge conflict /;
    for (const args of [
      ['export', 'conflicted.md', '-o', 'made.html'],
      ['export', 'conflicted.md', '--to', 'text', '-o', 'made.txt'],
      ['archive', 'conflicted.md'],
    ]) {
      const { status, stderr } = run(args, folder);
      assert.equal(status, 1, args.join(' '));
      assert.match(stderr, problem, args.join(' '));
    }
    for (const name of ['made.html', 'made.txt']) {
      const made = readFileSync(join(folder, name), 'utf8');
      assert.match(made, /Ours.*Theirs/s);
      assert.doesNotMatch(made, /<{7}|&lt;&lt;&lt;|>{7}|&gt;&gt;&gt;/);
    }
  });

  it('exits with 2 for what it does not know', () => {
    const wrong = [
      [],
      ['explode'],
      ['outline'],
      ['outline', 'a.md', 'b.md'],
      ['outline', 'deck.md', '--jsn'],
      ['outline', 'deck.md', '--dialect', 'latin'],
      ['export', 'deck.md', '-o'],
      ['export', 'deck.md', '--assets', 'some'],
      ['export', 'deck.md', '--root', 'nowhere'],
    ];
    for (const args of wrong) {
      const { status, stdout, stderr } = run(args, folder);
      assert.equal(status, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, /\w/);
      assert.doesNotMatch(stderr, /\n {4}at /);
    }
  });

  it('lists slides for scripts', () => {
    const { status, stdout } = run(['outline', 'deck.md', '--json'], folder);
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout), {
      dialect: 'hedgedoc',
      slides: [
        {
          number: '1',
          title: 'One',
          line: 5,
          endLine: 9,
          notes: 'say *this*',
          references: [
            { kind: 'image', url: 'a.png', line: 7 },
            { kind: 'link', url: 'https://example.org/', line: 7 },
          ],
        },
        {
          number: '2.1',
          title: 'Two',
          line: 13,
          endLine: 15,
          notes: null,
          references: [{ kind: 'background', url: 'b.png', line: 13 }],
        },
        { number: '2.2', title: 'text \u202e and more', line: 19, endLine: 19, notes: null, references: [] },
        {
          number: '3',
          title: '',
          line: 23,
          endLine: 23,
          notes: null,
          references: [{ kind: 'image', url: 'a.png', line: 23 }],
        },
      ],
    });
    assert.doesNotMatch(stdout, /\u202e/);
  });

  it('lists slides for people', () => {
    const { stdout } = run(['outline', 'deck.md'], folder);
    assert.deepEqual(stdout.split('\n'), [
      '1    One  (line 5)',
      '2.1  Two  (line 13)',
      '2.2  text \\u202e and more  (line 19)',
      '3    (no text)  (line 23)',
      '',
    ]);
  });

  it('reads a deck in the dialect it is given', () => {
    const { stdout } = run(['outline', 'deck.md', '--json', '--dialect', 'reveal-md'], folder);
    assert.equal((JSON.parse(stdout) as { dialect: string }).dialect, 'reveal-md');
  });
});
