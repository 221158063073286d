import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { branchesOf, commitsOf, tagsOf } from '../../src/compare/chooseVersion';
import { ClipboardTexts } from '../../src/compare/clipboardTexts';
import { deckInGit } from '../../src/compare/deckInGit';
import { documentVersion } from '../../src/compare/documentVersion';
import { commitVersion, type DeckInGit, lastCommit, stagedVersion } from '../../src/compare/gitVersion';
import { savedVersion, versionShown } from '../../src/compare/savedVersion';
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

  describe('in a repository with branches and tags', () => {
    const branched = inFolder('branched.md');
    const named = (list: readonly { readonly label: string; readonly version: Version }[], label: string) => {
      const found = list.find((each) => each.label === label);
      assert.ok(found, `${label} is in the list: ${list.map((each) => each.label)}`);
      return found.version;
    };
    const commit = async (title: string) => {
      await write(branched, `${HEAD}# ${title}\n`);
      git('add', '.');
      git('commit', '--quiet', '--message', title);
    };

    before(async () => {
      git('branch', 'earlier');
      await commit('One');
      git('tag', 'light');
      git('checkout', '--quiet', '-b', 'talks/feature');
      await commit('Two');
      git('tag', '--annotate', '--message', 'A talk', 'annotated');
      git('checkout', '--quiet', '-');
      await commit('Three');
    });

    it('are those of branches, also of one whose name has a slash', async () => {
      const branches = await branchesOf(await known(branched));
      assert.equal(await titleIn(named(branches, 'talks/feature')), 'Two');
    });

    it('are those of tags, light and annotated', async () => {
      const tags = await tagsOf(await known(branched));
      assert.equal(await titleIn(named(tags, 'light')), 'One');
      assert.equal(await titleIn(named(tags, 'annotated')), 'Two');
    });

    it('are those of the commits that changed the deck', async () => {
      const commits = await commitsOf(await known(branched));
      assert.deepEqual(
        commits.map(({ label }) => label),
        ['Three', 'One'],
      );
      assert.equal(await titleIn(named(commits, 'One')), 'One');
    });

    it('are none on a branch that does not have the deck, and the user is told its name', async () => {
      const branches = await branchesOf(await known(branched));
      await assert.rejects(
        named(branches, 'earlier').open(),
        new NoVersion('branched.md did not exist in this version: earlier'),
      );
    });

    it('are those of the last commit while no branch is checked out', async () => {
      git('checkout', '--quiet', '--detach', 'light');
      const found = await known(branched);
      await eventually(async () => assert.equal(await titleIn(lastCommit(found)), 'One'));
      assert.ok(named(await branchesOf(found), 'talks/feature'));
      git('checkout', '--quiet', '-');
    });

    it('are the same after a reload of the window', async () => {
      const found = await known(branched);
      await eventually(async () => assert.equal(await titleIn(lastCommit(found)), 'Three'));
      await write(branched, `${HEAD}# Today\n`);
      const versions = [
        named(await tagsOf(found), 'annotated'),
        lastCommit(found),
        stagedVersion(found),
        documentVersion(branched),
      ];
      for (const version of versions) {
        const restored = await savedVersion(JSON.parse(JSON.stringify(version.saved)));
        assert.equal(restored.name, version.name);
        assert.equal(await titleIn(restored), await titleIn(version));
      }
    });

    it('are none after a reload if the commit is gone by then, and the user is told so', async () => {
      const lost = { uri: branched.toString(), ref: 'f'.repeat(40), name: 'lost' };
      const version = await savedVersion(lost);
      await assert.rejects(version.open(), new NoVersion("branched.md can't be read in this version: lost"));
    });

    it("are those that VS Code's own comparisons show", async () => {
      const { api } = await known(branched);
      const shown = async (ref: string) => {
        const version = await versionShown(api.toGitUri(branched, ref));
        return `${version.name}: ${await titleIn(version)}`;
      };
      await write(branched, `${HEAD}# Today\n`);
      await known(branched);
      assert.equal(await shown('~'), 'last commit: Three');
      const light = git('rev-parse', 'light');
      assert.equal(await shown(light), `${light.slice(0, 8)}: One`);
      await write(branched, `${HEAD}# Staged\n`);
      git('add', '.');
      await write(branched, `${HEAD}# Today\n`);
      await known(branched);
      await eventually(async () => assert.equal(await shown('~'), 'staged: Staged'));
      assert.equal(await shown('HEAD'), 'last commit: Three');
    });
  });
});

describe('Other texts that a deck is compared with', () => {
  it('are another deck as it is in its editor', async () => {
    const { document } = await openFixtureWith('unsaved');
    const { document: opened } = await documentVersion(document.uri).open();
    assert.match(opened.getText(), /^unsaved/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAllEditors();
  });

  it('are what was on the clipboard when it was chosen', async () => {
    const clipboard = new ClipboardTexts();
    const document = await vscode.workspace.openTextDocument(fixture('deck.md'));
    await vscode.env.clipboard.writeText(`${HEAD}# Copied\n`);
    const version = await clipboard.version(document);
    await vscode.env.clipboard.writeText('# Later\n');
    assert.match((await version.open()).document.getText(), /# Copied/);
    assert.equal(version.saved, null);
    await vscode.env.clipboard.writeText(' ');
    await assert.rejects((await clipboard.version(document)).open(), NoVersion);
    clipboard.dispose();
  });

  it('are none where there is no such file, and the user is told so', async () => {
    const version = documentVersion(fixture('nowhere.md'));
    await assert.rejects(version.open(), new NoVersion("nowhere.md can't be read."));
  });
});

async function openFixtureWith(text: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(fixture('deck.md'), { preview: false });
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
  return editor;
}
