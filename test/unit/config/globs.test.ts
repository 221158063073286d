import assert from 'node:assert/strict';
import { isGlob } from '../../../src/core/config/globSource';
import { matchesAddress, matchesGlob } from '../../../src/core/config/globs';

describe('A glob of the configuration', () => {
  const means = (glob: string, paths: string[]) => paths.filter((path) => matchesGlob(glob, path));

  it('is relative to the folder of the configuration', () => {
    const paths = ['a.md', 'x/a.md', 'x/y/a.md', 'a.markdown'];
    assert.deepEqual(means('*.md', paths), ['a.md']);
    assert.deepEqual(means('./x/*.md', paths), ['x/a.md']);
    assert.deepEqual(means('/x/*.md', paths), ['x/a.md']);
  });

  it('means any depth with **', () => {
    const paths = ['a.md', 'x/a.md', 'x/y/a.md', 'x/y/b.md'];
    assert.deepEqual(means('**/a.md', paths), ['a.md', 'x/a.md', 'x/y/a.md']);
    assert.deepEqual(means('x/**', paths), ['x/a.md', 'x/y/a.md', 'x/y/b.md']);
    assert.deepEqual(means('x/**/b.md', paths), ['x/y/b.md']);
  });

  it('means everything in a folder with a slash at its end', () => {
    assert.deepEqual(means('x/', ['x/a.md', 'x/y/a.md', 'xx/a.md']), ['x/a.md', 'x/y/a.md']);
  });

  it('knows alternatives, single characters and sets of them', () => {
    assert.deepEqual(means('{talks,calls}/*.md', ['talks/a.md', 'calls/b.md', 'notes/c.md']), [
      'talks/a.md',
      'calls/b.md',
    ]);
    assert.deepEqual(means('20??[01]*.md', ['20250808.md', '202x8.md', '20242.md']), ['20250808.md']);
    assert.deepEqual(means('[!a-c].md', ['a.md', 'd.md']), ['d.md']);
    assert.deepEqual(means('😀?.md', ['😀😀.md']), ['😀😀.md']);
  });

  it('takes everything else literally, even dots at the start of names', () => {
    assert.deepEqual(means('a+(b).md', ['a+(b).md', 'aab.md']), ['a+(b).md']);
    assert.deepEqual(means('a,b.md', ['a,b.md', 'a']), ['a,b.md']);
    assert.deepEqual(means('**/*.md', ['.hidden/a.md']), ['.hidden/a.md']);
    assert.deepEqual(means('A.md', ['a.md']), []);
  });

  it('is invalid, and matches nothing, while a brace is open or a range goes backwards', () => {
    for (const glob of ['{a', 'a}', '}a{', '[z-a]', '[']) {
      assert.equal(isGlob(glob), false, glob);
      assert.equal(matchesGlob(glob, 'a'), false);
    }
    assert.ok(isGlob('**/{a,[bc]}/*.md'));
  });

  it('takes no longer for what would keep a backtracking engine busy forever', function () {
    this.timeout(20_000);
    assert.equal(matchesGlob(`${'*a'.repeat(100)}b`, 'a'.repeat(2000)), false);
    assert.equal(matchesGlob(`${'**/a*'.repeat(50)}b`, 'a/'.repeat(1000)), false);
  });
});

describe('A pattern of addresses', () => {
  it('means exactly itself, and anything where it has a star', () => {
    assert.ok(matchesAddress('https://a.b/?c=(d)', 'https://a.b/?c=(d)'));
    assert.ok(!matchesAddress('https://a.b/', 'https://a.b/c'));
    assert.ok(matchesAddress('https://*.b/*', 'https://a.b/c/d'));
    assert.ok(!matchesAddress('https://a.b*', 'https://axb/'));
  });
});
