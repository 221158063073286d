import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { gzipBomb, login, send } from '../remote/answers';
import { HedgedocServer } from '../remote/hedgedocServer';
import { until as waitUntil } from '../vscode/until';
import { closeAllEditors, fixture, writeConfig } from './workspace';

const { fs } = vscode.workspace;

describe('A hostile note, imported', () => {
  const outer = fixture('hostileNote');
  const folder = vscode.Uri.joinPath(outer, 'decks');
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const namesIn = async (within: vscode.Uri) => (await fs.readDirectory(within)).map(([name]) => name).sort();
  const read = async (name: string) => new TextDecoder().decode(await fs.readFile(file(name)));
  let server: HedgedocServer;

  before(async () => {
    server = await HedgedocServer.start();
    await fs.createDirectory(folder);
    // In the folder of the test, where VS Code has seen no other configuration.
    await writeConfig({ hedgedocHosts: [server.host], remote: { allow: [server.host] } }, 'hostileNote');
  });
  after(async () => {
    await closeAllEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
    await fs.delete(outer, { recursive: true });
    await server.stop();
  });

  it('writes only pictures, under names of its own folder, and overwrites nothing', async () => {
    const png = await fs.readFile(fixture('pictures/red.png'));
    for (const path of ['/x/..%2f..%2fup.png', '/con.png', '/.bashrc', '/taken.png']) {
      server.answer(path, send(png, { 'content-type': 'image/png' }));
    }
    const headers = {
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename="../../a.sh"',
    };
    server.answer('/named.png', send(png, headers));
    server.answer('/login.png', login());
    server.answer('/bomb.png', gzipBomb(200));
    server.answer('/huge.png', send('', { 'content-type': 'image/png', 'content-length': 10e9 }));
    await fs.writeFile(file('taken.png'), new TextEncoder().encode('mine'));
    const kept = ['/login.png', '/bomb.png', '/huge.png'];
    const paths = ['/x/..%2f..%2fup.png', '/con.png', '/.bashrc', '/taken.png', '/named.png', ...kept];
    const pictures = paths.map((path) => `![](<${server.url(path)}>)`).join('\n\n');
    server.answer(
      '/abc/download',
      send(`---\ntitle: "../../x"\ntype: slide\n---\n\n${pictures}\n`, {
        'content-type': 'text/markdown',
        'content-disposition': 'attachment; filename="../../evil.md"',
      }),
    );
    const before = await namesIn(fixture('.'));

    void vscode.commands.executeCommand('deckwright.importFromHedgedoc', {
      address: server.url('/abc'),
      folder,
    });
    const isShown = () => vscode.window.activeTextEditor?.document.uri.path === file('x.md').path;
    await waitUntil(isShown, 'the deck is shown', 50);

    assert.deepEqual(await namesIn(folder), [
      'bashrc.png',
      'file-con.png',
      'named.png',
      'taken-2.png',
      'taken.png',
      'up.png',
      'x.md',
    ]);
    assert.equal(await read('taken.png'), 'mine');
    assert.deepEqual(
      [await namesIn(outer), await namesIn(fixture('.'))],
      [['.deckwright.json', 'decks'], before],
    );
    const deck = await read('x.md');
    for (const path of kept) assert.ok(deck.includes(server.url(path)), path);
    assert.equal(deck.match(/127\.0\.0\.1/g)!.length, kept.length + 1, 'with that of the note');
  });
});
