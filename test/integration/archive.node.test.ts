import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import * as vscode from 'vscode';
import { held, login, redirect, send } from '../remote/answers';
import { HedgedocServer } from '../remote/hedgedocServer';
import { until as waitUntil } from '../vscode/until';
import { closeAllEditors, fixture, openAsUser, openUntitled, until, writeConfig } from './workspace';

const { fs } = vscode.workspace;
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const SAVE = 'Save this picture beside the deck';
const FRONT_MATTER = '---\ntitle: A\ntype: slide\n---\n\n';

describe('Pictures that decks show from other servers', () => {
  let tests = 0;
  let folder: vscode.Uri;
  let red: Uint8Array;
  let server: HedgedocServer;
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const address = (name: string) => server.url(`/uploads/${name}`);
  const names = async (within = folder) => (await fs.readDirectory(within)).map(([name]) => name).sort();
  const text = async (name: string) => decode(await fs.readFile(file(name)));
  const asked = () => server.asked.splice(0).map(({ path }) => path);

  before(async () => {
    red = await fs.readFile(fixture('pictures/red.png'));
    server = await HedgedocServer.start();
    for (const name of ['red.png', 'other.png', 'third.png']) server.uploads.set(name, red);
    server.answer('/uploads/moved.png', redirect('/uploads/red.png'));
    server.answer('/uploads/login.png', login());
  });
  after(() => server.stop());

  beforeEach(async () => {
    folder = fixture(`archived${++tests}`);
    server.asked.length = 0;
    await configure();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
    await fs.delete(folder, { recursive: true }).then(undefined, () => {});
  });

  function configure(more: object = {}): Promise<void> {
    const config = { hedgedocHosts: [server.host], remote: { allow: [server.host] }, ...more };
    return writeConfig(config, `archived${tests}`);
  }

  /** Writes a deck with these slides. */
  async function write(name: string, ...slides: readonly string[]): Promise<vscode.Uri> {
    await fs.writeFile(file(name), encode(`${FRONT_MATTER}${slides.join('\n\n---\n\n')}\n`));
    return file(name);
  }

  /** Opens a deck that shows these uploads, once they are found to be on the server only. */
  async function open(...uploads: readonly string[]): Promise<vscode.TextDocument> {
    const slides = uploads.map((name) => `![a picture](${address(name)})`);
    const document = await openAsUser(await write('deck.md', ...slides));
    const found = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ code }) => (code as { value: string }).value === 'hedgedoc-image-not-archived');
    // The first deck of a window waits for the linter to load.
    await waitUntil(() => found().length === uploads.length, 'the pictures are found', 50);
    return document;
  }

  async function actions(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
    const at = document.positionAt(document.getText().indexOf('http'));
    return vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
    );
  }

  async function save(document: vscode.TextDocument): Promise<void> {
    const { command } = (await actions(document)).find(({ title }) => title === SAVE)!;
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
  }

  /** Without the list to choose from. */
  const archive = (uri: vscode.Uri) =>
    vscode.commands.executeCommand('deckwright.archivePictures', uri, 'all');

  const undo = () => vscode.commands.executeCommand('notification.acceptPrimaryAction');

  it('can be saved one by one or together, or opened to be saved by hand', async () => {
    const offered = await actions(await open('red.png', 'other.png'));
    const titles = offered.map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => /^(?:Save|Archive|Open) /.test(title)),
      [SAVE, 'Archive all pictures of this deck', 'Open the picture in the browser'],
    );
    assert.deepEqual(asked(), []);
  });

  it('are offered to be saved on any server', async () => {
    await configure({ hedgedocHosts: [] });
    const document = await openAsUser(await write('deck.md', `![a](${address('red.png')})`));
    await until(() => vscode.languages.getDiagnostics(document.uri).length > 0, 'the picture is found');
    await save(document);
    assert.match(document.getText(), /!\[a\]\(\.\/red\.png\)/);
  });

  it('are saved one by one and shown from there, which can be undone', async () => {
    const document = await open('red.png', 'other.png', 'red.png');
    const before = document.getText();
    await save(document);
    assert.deepEqual([...(await fs.readFile(file('red.png')))], [...red]);
    assert.equal(document.getText(), before.replaceAll(address('red.png'), './red.png'));
    assert.deepEqual(asked(), ['/uploads/red.png']);
    await undo();
    await until(() => document.getText() === before, 'the deck names the server again');
    assert.deepEqual(await names(), ['.deckwright.json', 'deck.md', 'red.png']);
  });

  it('go into the folder for pictures, and overwrite none', async () => {
    await configure({ pictureFolder: 'images', hedgedocHosts: [] });
    await fs.writeFile(file('images/Red.png'), encode('another'));
    await archive(await write('deck.md', `![a](${address('red.png')})`));
    assert.match(await text('deck.md'), /\]\(\.\/images\/red-2\.png\)/);
    assert.deepEqual(await names(file('images')), ['Red.png', 'red-2.png']);
    assert.equal(await text('images/Red.png'), 'another');
  });

  it('go into no folder that a link leads to', async () => {
    await configure({ pictureFolder: 'images' });
    const uri = await write('deck.md', `![a](${address('red.png')})`);
    await fs.createDirectory(file('elsewhere'));
    symlinkSync(file('elsewhere').fsPath, file('images').fsPath);
    await archive(uri);
    assert.deepEqual(await names(file('elsewhere')), []);
    assert.match(await text('deck.md'), /127\.0\.0\.1/);
  });

  it('are followed where their server leads', async () => {
    await archive(await write('deck.md', `![a](${address('moved.png')})`));
    assert.match(await text('deck.md'), /\]\(\.\/moved\.png\)/);
    assert.deepEqual(asked(), ['/uploads/moved.png', '/uploads/red.png']);
  });

  it('stay as they are if there is none, or something else in its place', async () => {
    for (const name of ['gone.png', 'login.png']) {
      const document = await open(name);
      await save(document);
      assert.equal(document.isDirty, false);
      assert.deepEqual(asked(), [`/uploads/${name}`]);
      assert.deepEqual(await names(), ['.deckwright.json', 'deck.md']);
      await closeAllEditors();
    }
  });

  it('are archived in every form, all at once, except for what fails', async () => {
    const before = [
      '---\ntype: slide\nslideOptions:\n',
      `  parallaxBackgroundImage: ${address('other.png')}\n---\n\n`,
      `![a](${address('red.png')} =30x) <img src="${address('red.png')}">\n\n---\n\n`,
      `<!-- .slide: data-background="${address('other.png')}" -->\n\n![b](${address('gone.png')})\n`,
    ].join('');
    await fs.writeFile(file('deck.md'), encode(before));
    await archive(file('deck.md'));
    const after = before
      .replaceAll(address('red.png'), './red.png')
      .replaceAll(address('other.png'), './other.png');
    assert.equal(await text('deck.md'), after);
    assert.deepEqual(
      (await names()).filter((name) => name.endsWith('.png')),
      ['other.png', 'red.png'],
    );
    assert.deepEqual(
      asked().sort(),
      ['gone', 'other', 'red'].map((name) => `/uploads/${name}.png`),
    );
  });

  it('are archived for the style sheets that a deck names', async () => {
    await fs.writeFile(file('look.css'), encode(`h1 { background: url(${address('third.png')}) }`));
    await fs.writeFile(
      file('deck.md'),
      encode('---\ncss: look.css\nrevealOptions:\n  margin: 0\n---\n\n# One\n'),
    );
    await archive(file('deck.md'));
    assert.equal(await text('look.css'), 'h1 { background: url(./third.png) }');
    assert.deepEqual(await names(), ['.deckwright.json', 'deck.md', 'look.css', 'third.png']);
  });

  it('are not asked for again', async () => {
    const uri = await write('deck.md', `![a](${address('red.png')})`);
    await archive(uri);
    asked();
    await archive(uri);
    await write('other.md', `![a](${address('red.png')})`);
    await archive(file('other.md'));
    assert.match(await text('other.md'), /\]\(\.\/red\.png\)/);
    assert.deepEqual(asked(), []);
  });

  it('are archived for all decks of a folder, which are saved unless they are open', async () => {
    const shown = await openAsUser(await write('a.md', `![a](${address('red.png')})`));
    await write('sub/b.md', `![b](${address('red.png')}) ![c](${address('other.png')})`);
    await fs.writeFile(file('notes.md'), encode(`# Notes\n\n![a](${address('red.png')})\n`));
    const before = { a: await text('a.md'), b: await text('sub/b.md') };
    await archive(folder);
    assert.equal(shown.isDirty, true);
    assert.match(shown.getText(), /\]\(\.\/red\.png\)/);
    assert.match(await text('sub/b.md'), /!\[b\]\(\.\/red\.png\) !\[c\]\(\.\/other\.png\)/);
    assert.match(await text('notes.md'), /127\.0\.0\.1/);
    assert.deepEqual(asked().sort(), ['/uploads/other.png', '/uploads/red.png']);
    await undo();
    await until(() => shown.getText() === before.a, 'the open deck is as before');
    const b = await vscode.workspace.openTextDocument(file('sub/b.md'));
    await until(() => b.getText() === before.b && !b.isDirty, 'the closed deck is as before');
    assert.equal(await text('sub/b.md'), before.b);
  });

  it('are found anew in what was typed meanwhile', async () => {
    const slow = held(send(red, { 'content-type': 'image/png' }));
    server.answer('/uploads/slow.png', slow.listener);
    const document = await open('slow.png');
    const archived = archive(document.uri);
    await until(() => server.count('/uploads/slow.png') === 1, 'the picture is asked for');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(5, 0), `Typed ![again](${address('slow.png')})\n\n`);
    await vscode.workspace.applyEdit(edit);
    slow.release();
    await archived;
    assert.equal(
      document.getText(),
      `${FRONT_MATTER}Typed ![again](./slow.png)\n\n![a picture](./slow.png)\n`,
    );
  });

  it('stay where they are for a deck that is read-only', async () => {
    const files = vscode.workspace.getConfiguration('files');
    const document = await open('red.png');
    const before = await names();
    await files.update('readonlyInclude', { '**/deck.md': true }, vscode.ConfigurationTarget.Workspace);
    try {
      await save(document);
      await archive(document.uri);
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
    assert.deepEqual(asked(), []);
    assert.deepEqual(await names(), before);
    assert.match(document.getText(), /127\.0\.0\.1/);
  });

  it('stay where they are for a deck that is not saved yet', async () => {
    const document = await openUntitled(`${FRONT_MATTER}![a](${address('red.png')})\n`);
    await vscode.window.showTextDocument(document);
    await archive(document.uri);
    assert.deepEqual(asked(), []);
    assert.match(document.getText(), /127\.0\.0\.1/);
  });
});
