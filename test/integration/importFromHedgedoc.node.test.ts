import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CONFIG_FILE } from '../../src/core/config/config';
import { HedgedocServer } from '../remote/hedgedocServer';
import { closeAllEditors, fixture, until, writeConfig } from './workspace';

const { fs } = vscode.workspace;
const NOTE = '---\ntype: slide\ntitle: Call\n---\n\n# Call 2024-08-22\n\n---\n\n# Second\n';

describe('Decks from HedgeDoc', () => {
  let tests = 0;
  let folder: vscode.Uri;
  let server: HedgedocServer;
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const names = async () =>
    (await fs.readDirectory(folder))
      .map(([name]) => name)
      .filter((name) => name !== CONFIG_FILE)
      .sort();
  const text = async (name: string) => new TextDecoder().decode(await fs.readFile(file(name)));
  const write = (name: string, content: string) =>
    fs.writeFile(file(name), new TextEncoder().encode(content));
  const withOrigin = (deck: string) =>
    deck.replace('---\n', `---\n# deckwright: origin ${server.url('/abc')}\n`);

  before(async () => {
    server = await HedgedocServer.start();
    server.uploads.set('0123abcd.png', await fs.readFile(fixture('pictures/red.png')));
  });
  after(() => server.stop());

  beforeEach(async () => {
    // With its own configuration: VS Code reports changed files only after a while.
    const name = `imported${++tests}`;
    folder = fixture(name);
    await fs.createDirectory(folder);
    await writeConfig({ hedgedocHosts: [server.host], remote: { allow: [server.host] } }, name);
    server.notes.set('abc', { text: NOTE });
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
    await fs.delete(folder, { recursive: true });
  });

  /** Commands wait for messages that the user may answer, so they are not awaited. */
  const command = (name: string, ...args: unknown[]) => void vscode.commands.executeCommand(name, ...args);
  const importNote = (path = '/abc?both') =>
    command('deckwright.importFromHedgedoc', { address: server.url(path), folder });

  const comparison = () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff ? input : undefined;
  };

  /** Opens a deck and compares it with the note. */
  async function compare(deck: string): Promise<vscode.TextDocument> {
    await write('deck.md', withOrigin(deck));
    const document = await vscode.workspace.openTextDocument(file('deck.md'));
    command('deckwright.updateFromHedgedoc', document.uri);
    await until(() => comparison()?.modified.path === document.uri.path, 'the deck is compared');
    return document;
  }

  it('are named after their day, have their pictures beside them, and open with the preview', async () => {
    const picture = server.url('/uploads/0123abcd.png');
    server.notes.set('abc', { text: `${NOTE}\n![](${picture})\n` });
    importNote();
    await until(
      () => vscode.window.activeTextEditor?.document.uri.path === file('20240822.md').path,
      'the deck is shown',
    );
    assert.deepEqual(await names(), ['0123abcd.png', '20240822.md']);
    assert.equal(await text('20240822.md'), withOrigin(`${NOTE}\n![](./0123abcd.png)\n`));
    const isPreview = ({ input }: vscode.Tab) =>
      input instanceof vscode.TabInputWebview && input.viewType.endsWith('deckwright.preview');
    await until(
      () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isPreview)),
      'the preview is open',
    );
  });

  it('overwrite no file: the two are compared', async () => {
    await write('20240822.md', NOTE.replace('Second', 'Mine'));
    importNote('/s/abc');
    await until(() => comparison()?.modified.path === file('20240822.md').path, 'the deck is compared');
    assert.equal(await text('20240822.md'), NOTE.replace('Second', 'Mine'));
  });

  it('are compared with the note as it is now, which can’t be changed', async () => {
    await compare(NOTE.replace('Second', 'Mine'));
    const note = await vscode.workspace.openTextDocument(comparison()!.original);
    assert.equal(note.getText(), withOrigin(NOTE));
    assert.equal(vscode.workspace.fs.isWritableFileSystem(note.uri.scheme), undefined);
  });

  it('are not compared if they are read-only', async () => {
    await write('deck.md', withOrigin(NOTE.replace('Second', 'Mine')));
    const { uri } = await vscode.workspace.openTextDocument(file('deck.md'));
    const files = vscode.workspace.getConfiguration('files');
    await files.update('readonlyInclude', { '**/deck.md': true }, vscode.ConfigurationTarget.Workspace);
    server.asked.length = 0;
    try {
      await vscode.commands.executeCommand('deckwright.updateFromHedgedoc', uri);
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
    assert.equal(comparison(), undefined);
    assert.deepEqual(server.asked, []);
  });

  it('take over all changes in one edit that can be undone', async () => {
    const mine = NOTE.replace('Second', 'Mine').replace('title: Call', 'title: My call');
    const document = await compare(mine);
    await vscode.commands.executeCommand('deckwright.takeOverAll');
    assert.equal(document.getText(), withOrigin(NOTE));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), withOrigin(mine));
  });

  it('take over the change that the cursor is on', async () => {
    const document = await compare(NOTE.replace('Second', 'Mine').replace('title: Call', 'title: My call'));
    const isOfDeck = (each: vscode.TextEditor) => each.document.uri.toString() === document.uri.toString();
    const line = document.getText().split('\n').indexOf('# Mine');
    const editor = () => vscode.window.visibleTextEditors.find(isOfDeck);
    await until(() => editor() !== undefined, 'the deck is in the comparison');
    editor()!.selection = new vscode.Selection(line, 0, line, 0);
    await until(() => vscode.window.activeTextEditor === editor(), 'the deck has the focus');
    await vscode.commands.executeCommand('deckwright.takeOverChange');
    assert.equal(document.getText(), withOrigin(NOTE.replace('title: Call', 'title: My call')));
  });

  it('do not differ by the pictures that were saved beside them', async () => {
    const picture = server.url('/uploads/0123abcd.png');
    server.notes.set('abc', { text: `${NOTE}\n![](${picture})\n` });
    await write('0123abcd.png', '');
    await fs.copy(fixture('pictures/red.png'), file('0123abcd.png'), { overwrite: true });
    await compare(`${NOTE.replace('Second', 'Mine')}\n![](./0123abcd.png)\n`);
    const note = await vscode.workspace.openTextDocument(comparison()!.original);
    assert.equal(note.getText(), withOrigin(`${NOTE}\n![](./0123abcd.png)\n`));
  });

  it('are not made of notes that need a login', async () => {
    server.notes.set('abc', { text: NOTE, isPrivate: true });
    await vscode.commands.executeCommand('deckwright.importFromHedgedoc', {
      address: server.url('/abc'),
      folder,
    });
    assert.deepEqual(await names(), []);
  });
});
