import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, fixture, openFixture, until } from './workspace';

const { fs } = vscode.workspace;

describe('renaming in the explorer', () => {
  const DECK = '---\ntype: slide\n---\n\n# A\n\n![Logo](./logo.png =200x) [next](../next.md)\n';

  let root: string;
  let tests = 0;

  beforeEach(async () => {
    // A separate folder for each test: VS Code keeps what it has read of a file for a while.
    root = `moves${tests++}`;
    await write(`${root}/calls/deck.md`, DECK);
    await write(`${root}/calls/logo.png`, 'picture');
    await write(`${root}/calls/README.md`, '# Read me\n\n![](./logo.png)\n');
    await write(`${root}/next.md`, DECK);
    // What is renamed is known to an open deck, so the extension is running.
    await openFixture('deck.md');
  });
  afterEach(async () => {
    await setting('deckwright.updateLinksOnFileMove', undefined);
    await setting('markdown.updateLinksOnFileMove.enabled', undefined);
    await vscode.workspace.saveAll();
    await closeAllEditors();
    await fs.delete(fixture(root), { recursive: true });
  });

  const write = (path: string, text: string) => fs.writeFile(fixture(path), new TextEncoder().encode(text));
  const textOf = async (path: string) => (await vscode.workspace.openTextDocument(fixture(path))).getText();
  const setting = (name: string, value: string | undefined) =>
    vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Workspace);

  /** As the explorer does it; in tests VS Code does not ask before it applies the edits that extensions add. */
  async function rename(from: string, to: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fixture(from), fixture(to));
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('a picture updates the decks that show it, and nothing else', async () => {
    await rename(`${root}/calls/logo.png`, `${root}/calls/our logo.png`);
    assert.equal(await textOf(`${root}/calls/deck.md`), DECK.replace('./logo.png', './our%20logo.png'));
    assert.equal(await textOf(`${root}/calls/README.md`), '# Read me\n\n![](./logo.png)\n');
    assert.equal(await textOf(`${root}/next.md`), DECK, 'another file of the same name');
  });

  it('a deck keeps what it names, and what names it', async () => {
    const named = '---\ntype: slide\n---\n\n[call](./calls/deck.md#intro)\n';
    await write(`${root}/index.md`, named);
    await rename(`${root}/calls/deck.md`, `${root}/call.md`);
    assert.equal(
      await textOf(`${root}/call.md`),
      DECK.replace('./logo.png', './calls/logo.png').replace('../next.md', './next.md'),
    );
    assert.equal(await textOf(`${root}/index.md`), named.replace('./calls/deck.md', './call.md'));
  });

  it('a folder keeps what its decks name outside of it', async () => {
    await fs.createDirectory(fixture(`${root}/archive`));
    await rename(`${root}/calls`, `${root}/archive/2024`);
    assert.equal(await textOf(`${root}/archive/2024/deck.md`), DECK.replace('../next.md', '../../next.md'));
  });

  it('uses the text of a deck that is not saved yet', async () => {
    const { document } = await openFixture(`${root}/calls/deck.md`);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(5, 0), '![](logo.png)\n');
    await vscode.workspace.applyEdit(edit);
    await rename(`${root}/calls/logo.png`, `${root}/calls/new.png`);
    assert.match(document.getText(), /# A\n!\[\]\(new\.png\)\n\n!\[Logo\]\(\.\/new\.png =200x\)/);
  });

  it('changes references once only where VS Code’s own updating is on', async () => {
    await setting('markdown.updateLinksOnFileMove.enabled', 'always');
    const deck =
      '---\ntype: slide\n---\n\n[next](../next.md) ![](logo.png =1x)\n\n![](logo.png =2x) [again](../next.md)\n';
    await write(`${root}/calls/deck.md`, deck);
    await rename(`${root}/calls/deck.md`, `${root}/deep/down/deck.md`);
    // References before a link on its line are left alone: VS Code may look for the link where it was before.
    const expected = deck
      .replaceAll('../next.md', '../../next.md')
      .replace('logo.png =1x', '../../calls/logo.png =1x');
    const document = await vscode.workspace.openTextDocument(fixture(`${root}/deep/down/deck.md`));
    await until(() => document.getText() === expected, 'VS Code has updated its links').catch(() =>
      assert.equal(document.getText(), expected),
    );
  });

  it('always updates, or never, as the setting says', async () => {
    await setting('deckwright.updateLinksOnFileMove', 'always');
    await rename(`${root}/calls/logo.png`, `${root}/calls/a.png`);
    assert.match(await textOf(`${root}/calls/deck.md`), /\.\/a\.png/);
    await setting('deckwright.updateLinksOnFileMove', 'never');
    await rename(`${root}/calls/a.png`, `${root}/calls/b.png`);
    assert.match(await textOf(`${root}/calls/deck.md`), /\.\/a\.png/);
  });
});
