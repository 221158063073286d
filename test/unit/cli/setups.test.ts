import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { below, repositoryOf } from '../../../src/cli/nodeFiles';
import { Setups } from '../../../src/cli/setups';
import { temporaryFolder } from '../../vscode/paths';

describe('The set-up of a deck on the command line', () => {
  let folder: string;
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

  beforeEach(() => {
    folder = temporaryFolder('setups');
    mkdirSync(join(folder, 'repository/.git'), { recursive: true });
    mkdirSync(join(folder, 'repository/talks'));
  });

  async function themeOf(
    name: string,
    setups = new Setups(repositoryOf),
  ): Promise<string | undefined | null> {
    const file = join(folder, name);
    assert.equal(setups.of(file), undefined);
    await setups.ready(file);
    const setup = setups.of(file);
    return setup ? setup.theme : null;
  }

  it('is what the nearest file says, up to the repository', async () => {
    put('reveal-md.json', '{"theme": "white"}');
    assert.equal(await themeOf('repository/talks/deck.md'), null);
    put('repository/reveal-md.json', '\ufeff{"theme": "night"}');
    assert.equal(await themeOf('repository/talks/deck.md'), 'night');
  });

  it('comes only from its own folder if there is no repository', async () => {
    put('reveal-md.json', '{"theme": "white"}');
    mkdirSync(join(folder, 'loose'));
    assert.equal(await themeOf('loose/deck.md'), null);
    assert.equal(await themeOf('deck.md'), 'white');
  });

  it('is searched up to the root that the user names, whatever the repository', async () => {
    put('reveal-md.json', '{"theme": "white"}');
    const themeBelow = (root: string) =>
      themeOf('repository/talks/deck.md', new Setups(below(join(folder, root))));
    assert.equal(await themeBelow('.'), 'white');
    put('repository/reveal-md.json', '{"theme": "night"}');
    assert.equal(await themeBelow('.'), 'night');
    assert.equal(await themeBelow('repository/talks'), null);
    assert.equal(await themeBelow('elsewhere'), null);
  });

  it('is not read through a link that leads out of the repository', async () => {
    put('outside.json', '{"theme": "white"}');
    symlinkSync(join(folder, 'outside.json'), join(folder, 'repository/reveal-md.json'));
    assert.equal(await themeOf('repository/deck.md'), undefined);
  });

  it('reports broken files at their place, once', async () => {
    put('repository/reveal-md.json', '{\n  "theme": white\n}');
    put('repository/talks/mkslides.yml', new Uint8Array([0xff, 0xfe, 0x00]));
    const setups = new Setups(repositoryOf);
    await themeOf('repository/talks/a.md', setups);
    await themeOf('repository/talks/b.md', setups);
    const file = (name: string) => relative('', join(folder, name));
    const [broken, unreadable, ...more] = setups.problems.toSorted((a, b) => b.line - a.line);
    assert.deepEqual(broken, {
      file: file('repository/reveal-md.json'),
      line: 2,
      column: 12,
      endLine: 2,
      endColumn: 13,
      message: 'This file is ignored: it is not valid JSON from here on.',
    });
    assert.equal(unreadable?.file, file('repository/talks/mkslides.yml'));
    assert.deepEqual(more, []);
  });
});
