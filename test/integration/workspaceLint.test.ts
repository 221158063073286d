import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, fixture, openAsUser, removeConfig, until, writeConfig } from './workspace';

const { fs } = vscode.workspace;
const encode = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  new Uint8Array(Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0)).buffer);
const DECK = '---\ntitle: Far\ntype: slide\n---\n\n# One\n\n![lost](./lost.png)\n';

describe('Linting all decks', () => {
  let tests = 0;
  let folder: vscode.Uri;
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const isSame = (uri: vscode.Uri, name: string) => uri.toString() === file(name).toString();
  const problems = (name: string) =>
    vscode.languages.getDiagnostics(file(name)).filter(({ source }) => source === 'deckwright');
  const rules = (name: string) =>
    problems(name).map(({ code }) => (typeof code === 'object' ? code.value : code));

  beforeEach(async () => {
    folder = fixture(`all${++tests}`);
    for (const name of ['one.md', 'deep/two.md', 'node_modules/three.md', 'ignored/four.md']) {
      await fs.writeFile(file(name), encode(DECK));
    }
    await fs.writeFile(file('notes.md'), encode('# Notes\n\n![lost](./lost.png)\n'));
    await fs.writeFile(file('utf16.md'), utf16(DECK));
    await fs.writeFile(file('readme16.md'), utf16('# Readme\n'));
    await fs.writeFile(file('latin1.md'), new Uint8Array([0x23, 0x20, 0xe4, 0x0a]));
    await writeConfig({ ignore: ['all*/ignored/**'] });
  });
  afterEach(async () => {
    await closeAllEditors();
    await removeConfig();
    await fs.delete(folder, { recursive: true });
  });

  const lintAll = () => vscode.commands.executeCommand('deckwright.lintWorkspace');

  it('finds what is wrong in those that are not open, and opens none', async () => {
    const before = new Set(vscode.workspace.textDocuments);
    await lintAll();
    for (const end = Date.now() + 10_000; Date.now() < end && rules('ignored/four.md').length > 0; )
      await lintAll();
    assert.deepEqual(rules('one.md'), ['broken-image']);
    assert.deepEqual(rules('deep/two.md'), ['broken-image']);
    assert.deepEqual(rules('utf16.md'), ['unreadable-file']);
    const code = problems('utf16.md')[0]!.code as { target: vscode.Uri };
    assert.match(code.target.path, /\/docs\/rules\/unreadable-file\.md$/);
    for (const name of ['node_modules/three.md', 'ignored/four.md', 'notes.md', 'readme16.md', 'latin1.md']) {
      assert.deepEqual(rules(name), [], name);
    }
    const opened = vscode.workspace.textDocuments.filter((document) => !before.has(document));
    assert.deepEqual(opened, []);
  });

  it('reports nothing twice for a deck that is open, or opened afterwards', async () => {
    await openAsUser(file('one.md'));
    await until(() => problems('one.md').length === 1, 'it is found');
    await lintAll();
    assert.deepEqual(rules('one.md'), ['broken-image']);
    const document = await openAsUser(file('deep/two.md'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(7, 0), '![]');
    await vscode.workspace.applyEdit(edit);
    await until(() => problems('deep/two.md').every(({ range }) => range.start.character > 8), 'it moved');
    assert.equal(problems('deep/two.md').filter(({ message }) => message.includes('lost')).length, 1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('follows files that change outside of the editor', async () => {
    await lintAll();
    assert.equal(problems('one.md').length, 1);
    await fs.writeFile(file('one.md'), encode(DECK.replace('![lost](./lost.png)', 'Nothing lost.')));
    await until(() => problems('one.md').length === 0, 'it is repaired');
    await fs.delete(file('deep/two.md'));
    await until(() => problems('deep/two.md').length === 0, 'it is gone');
  });

  it('gives decks their problems back when they are closed', async () => {
    await lintAll();
    await openAsUser(file('one.md'));
    let gone = false;
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      gone ||= problems('one.md').length === 0;
    });
    await closeAllEditors();
    await until(
      () => vscode.workspace.textDocuments.every(({ uri }) => !isSame(uri, 'one.md')),
      'it is closed',
    );
    await until(() => rules('one.md').join() === 'broken-image', 'it has its problem');
    subscription.dispose();
    assert.ok(!gone, 'it never lost it');
  });

  it('follows pictures, the configuration, new decks and folders that go', async () => {
    await lintAll();
    await until(() => problems('one.md').length === 1, 'it is found');
    await fs.writeFile(file('lost.png'), await fs.readFile(fixture('pictures/red.png')));
    await until(() => problems('one.md').length === 0, 'the picture is there');
    assert.equal(problems('deep/two.md').length, 1);
    await fs.writeFile(file('five.md'), encode(DECK.replace('./lost.png', './gone.png')));
    await until(() => problems('five.md').length === 1, 'a new deck is looked at');
    await writeConfig({ rules: { 'broken-image': 'off' } });
    await until(() => problems('five.md').length === 0 && problems('deep/two.md').length === 0, 'it is off');
    await writeConfig({});
    await until(() => problems('five.md').length === 1 && problems('deep/two.md').length === 1, 'it is on');
    await fs.delete(file('deep'), { recursive: true });
    await until(() => problems('deep/two.md').length === 0, 'its folder is gone');
  });
});
