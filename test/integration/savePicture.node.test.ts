import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { closeAllEditors, fixture, openAsUser, removeConfig, until, writeConfig } from './workspace';

const { fs } = vscode.workspace;
const encode = (text: string) => new TextEncoder().encode(text);
const SAVE = 'Save the picture with the deck';

describe('A picture that exists only on a HedgeDoc server', () => {
  let tests = 0;
  let folder: vscode.Uri;
  let red: Uint8Array;
  let server: Server;
  let host: string;
  const requests: string[] = [];
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const address = (name: string) => `http://${host}/uploads/${name}`;

  const answer: RequestListener = ({ url = '' }, response) => {
    requests.push(url);
    const name = url.replace('/uploads/', '');
    if (name === 'moved.png') response.writeHead(302, { location: '/uploads/red.png' }).end();
    else if (name === 'away.png') {
      // The same server under another name.
      response.writeHead(302, { location: address('red.png').replace('127.0.0.1', 'localhost') }).end();
    } else if (name === 'login.png')
      response.writeHead(200, { 'content-type': 'image/png' }).end('<html>Log in</html>');
    else if (name === 'red.png') response.writeHead(200, { 'content-type': 'image/png' }).end(red);
    else response.writeHead(404).end();
  };

  before(async () => {
    red = await fs.readFile(fixture('pictures/red.png'));
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  beforeEach(() => {
    folder = fixture(`saved${++tests}`);
    requests.length = 0;
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllEditors();
    await removeConfig();
    await fs.delete(folder, { recursive: true });
  });

  /** Opens a deck whose slides show the pictures, and returns it once they are found to be on the server only. */
  async function open(names: readonly string[], pictureFolder = '.'): Promise<vscode.TextDocument> {
    await writeConfig({ hedgedocHosts: [host], pictureFolder });
    const slides = names.map((name) => `![a picture](${address(name)})`);
    await fs.writeFile(
      file('deck.md'),
      encode(`---\ntitle: A\ntype: slide\n---\n\n${slides.join('\n\n')}\n`),
    );
    const document = await openAsUser(file('deck.md'));
    const found = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ code }) => (code as { value: string }).value === 'hedgedoc-image-not-archived');
    await until(() => found().length === names.length, 'the pictures are found');
    return document;
  }

  async function actions(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
    const at = document.positionAt(document.getText().indexOf(address('')));
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

  const names = async (within = folder) => (await fs.readDirectory(within)).map(([name]) => name).sort();

  it('can be saved, or opened to be saved by hand', async () => {
    const titles = (await actions(await open(['red.png']))).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => /^(?:Save|Open) the picture/.test(title)),
      [SAVE, 'Open the picture in the browser'],
    );
    assert.deepEqual(requests, []);
  });

  it('is saved beside the deck and referenced from there, which can be undone', async () => {
    const document = await open(['red.png', 'other.png', 'red.png']);
    const before = document.getText();
    await save(document);
    assert.deepEqual([...(await fs.readFile(file('red.png')))], [...red]);
    assert.equal(document.getText(), before.replaceAll(address('red.png'), './red.png'));
    assert.deepEqual(requests, ['/uploads/red.png']);
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await until(() => document.getText() === before, 'the deck names the server again');
    assert.deepEqual(await names(), ['deck.md', 'red.png']);
  });

  it('goes into the folder for pictures, and overwrites none', async () => {
    await fs.writeFile(file('images/Red.png'), encode('another'));
    const document = await open(['red.png'], 'images');
    await save(document);
    assert.match(document.getText(), /\]\(\.\/images\/red-2\.png\)/);
    assert.deepEqual(await names(file('images')), ['Red.png', 'red-2.png']);
    assert.equal(new TextDecoder().decode(await fs.readFile(file('images/Red.png'))), 'another');
  });

  it('is found where its server redirects to, but on no other server', async () => {
    const document = await open(['moved.png']);
    await save(document);
    assert.match(document.getText(), /\]\(\.\/moved\.png\)/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const other = await open(['away.png']);
    requests.length = 0;
    await save(other);
    assert.deepEqual(requests, ['/uploads/away.png']);
    assert.equal(other.isDirty, false);
    assert.deepEqual(await names(), ['deck.md', 'moved.png']);
  });

  it('changes nothing if there is none, or something else in its place', async () => {
    for (const name of ['gone.png', 'login.png']) {
      const document = await open([name]);
      await save(document);
      assert.equal(document.isDirty, false);
      assert.deepEqual(requests.splice(0), [`/uploads/${name}`]);
      assert.deepEqual(await names(), ['deck.md']);
      await closeAllEditors();
    }
  });
});
