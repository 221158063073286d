import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { deckInGit } from '../../src/compare/deckInGit';
import { commitVersion, type DeckInGit, lastCommit, stagedVersion } from '../../src/compare/gitVersion';
import { NoVersion, type Version } from '../../src/compare/versions';
import { eventually } from '../vscode/until';
import { closeAllEditors, fixture } from './workspace';

const { fs } = vscode.workspace;
const HEAD = '---\ntitle: A\ntype: slide\n---\n\n';

describe('The earlier versions of a deck', () => {
  const folder = fixture('compared');
  const inFolder = (name: string) => vscode.Uri.joinPath(folder, name);
  const deck = inFolder('deck.md');
  const write = (file: vscode.Uri, text: string) => fs.writeFile(file, new TextEncoder().encode(text));
  const git = (...args: string[]) => {
    const who = ['-c', 'user.name=Tests', '-c', 'user.email=tests@example.org', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...who, ...args], { cwd: folder.fsPath, encoding: 'utf8' }).trim();
  };
  const known = async (file = deck): Promise<DeckInGit> => {
    const found = await deckInGit({ uri: file });
    assert.ok(found, "VS Code's git knows the deck");
    // It reads the repository in its own time.
    await vscode.commands.executeCommand('git.refresh', folder);
    return found;
  };
  const titleIn = async (version: Version) =>
    (await version.open()).document.getText().split('# ')[1]?.trim();

  before(async () => {
    await fs.createDirectory(folder);
    git('init', '--quiet');
    await write(deck, `${HEAD}# First\n`);
  });
  after(async () => {
    await closeAllEditors();
    await fs.delete(folder, { recursive: true });
  });

  it('are none before the first commit, and the user is told so', async () => {
    const version = lastCommit(await known());
    await assert.rejects(version.open(), NoVersion);
  });

  it('are those of the last commit, of any commit and of what is staged', async () => {
    await write(inFolder('a.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    git('add', '.');
    git('commit', '--quiet', '--message', 'First');
    const first = git('rev-parse', 'HEAD');
    await write(deck, `${HEAD}# Second\n`);
    git('commit', '--quiet', '--all', '--message', 'Second');
    await write(deck, `${HEAD}# Staged\n`);
    git('add', '.');
    await write(deck, `${HEAD}# Today\n`);
    const found = await known();
    await eventually(async () => assert.equal(await titleIn(lastCommit(found)), 'Second'));
    assert.equal(await titleIn(commitVersion(found, first, 'first')), 'First');
    assert.equal(await titleIn(stagedVersion(found)), 'Staged');
  });

  it('have the pictures of then', async () => {
    await write(inFolder('a.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9"/>');
    await write(inFolder('gone.svg'), '<svg/>');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Third');
    const found = await known();
    await fs.delete(inFolder('gone.svg'));
    const { folders } = await commitVersion(found, git('rev-parse', 'HEAD^'), 'second').open();
    await folders!.load(folder);
    const entries = [...folders!.entries(folder)!.keys()].filter((name) => name.endsWith('.svg'));
    assert.deepEqual(entries, ['a.svg']);
    const then = await fs.readFile(folders!.contentOf(inFolder('a.svg')));
    assert.equal(new TextDecoder().decode(then), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const last = await lastCommit(found).open();
    await last.folders!.load(folder);
    assert.ok(last.folders!.entries(folder)!.has('gone.svg'), 'a deleted picture was there');
    for (const past of [folders, last.folders]) past!.dispose();
  });

  it('have the name of then, and are none for a deck that was not there', async () => {
    const first = git('rev-parse', 'HEAD~2');
    git('mv', 'deck.md', 'talk.md');
    const renamed = inFolder('talk.md');
    assert.equal(await titleIn(commitVersion(await known(renamed), first, 'first')), 'First');
    const fresh = inFolder('fresh.md');
    await write(fresh, `${HEAD}# Fresh\n`);
    await assert.rejects(lastCommit(await known(fresh)).open(), NoVersion);
  });

  it('are not read where a pointer of Git LFS is in their place', async () => {
    const pointer = inFolder('pointer.md');
    await write(pointer, 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Pointer');
    const head = git('rev-parse', 'HEAD');
    await assert.rejects(commitVersion(await known(pointer), head, 'head').open(), NoVersion);
  });
});
