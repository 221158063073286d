import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { held, login, send } from '../remote/answers';
import { HedgedocServer } from '../remote/hedgedocServer';
import { root } from '../vscode/paths';
import { openWorkbench } from '../vscode/session';
import type { Workbench } from './workbench';

const PNG = { 'content-type': 'image/png' };

describe('Archiving pictures, as the user sees it', () => {
  let server: HedgedocServer;
  let workbench: Workbench;
  const red = readFileSync(join(root, 'test/fixtures/workspace/pictures/red.png'));
  const slow = held(send(red, PNG));

  const deckOf = (...names: readonly string[]) => {
    const slides = names.map((name) => `![${name}](${server.url(`/uploads/${name}`)})`);
    return `---\ntitle: Talk\ntype: slide\n---\n\n${slides.join('\n\n---\n\n')}\n`;
  };

  before(async () => {
    server = await HedgedocServer.start();
    server.uploads.set('map.png', red);
    server.uploads.set('team.png', red);
    server.answer('/uploads/login.png', login());
    server.answer('/uploads/slow.png', slow.listener);
    workbench = await openWorkbench({
      prepare: (folder) => {
        const write = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);
        write(
          '.deckwright.json',
          JSON.stringify({ hedgedocHosts: [server.host], remote: { allow: [server.host] } }),
        );
        write('here.png', red);
        write('all.md', deckOf('map.png', 'here.png', 'login.png'));
        write('canceled.md', deckOf('team.png', 'slow.png'));
        write('unknown.md', deckOf('map.png').replaceAll('127.0.0.1', 'localhost'));
      },
    });
  });
  afterEach(() => workbench.discardEditors());
  after(async () => {
    await workbench.close();
    await server.stop();
  });

  it('begins at a light bulb, lists what will happen, and ends with what came of it', async () => {
    await workbench.openFile('all.md');
    await workbench.editor('all.md').locator('.squiggly-error').first().waitFor();
    await workbench.focusEditor('all.md');
    await workbench.goTo(6, 20);
    await workbench.chooseFix('Archive all pictures of this deck');
    await workbench.asks('Archive Pictures: all.md');
    await workbench.quickPickRow('here.png').filter({ hasText: './here.png' }).waitFor();
    await workbench.quickPickRow('map.png').filter({ hasText: server.host }).waitFor();
    assert.equal(server.asked.length, 0);
    await workbench.page.keyboard.press('Enter');
    await workbench.editorShows('all.md', './map.png');
    await workbench.editorShows('all.md', './here.png');
    await workbench.editorShows('all.md', 'login.png');
    await workbench.answerNotification(
      '1 file was saved. 1 file was there already. 1 file could not be saved. The references in all.md lead there now.',
      'Undo',
    );
    await workbench.editorHides('all.md', './map.png');
    assert.ok(existsSync(join(workbench.folder, 'map.png')));
    assert.equal(server.count('/uploads/here.png'), 0);
  });

  it('can be canceled: what is there by then stays and is shown', async () => {
    await workbench.openFile('canceled.md');
    await workbench.focusEditor('canceled.md');
    await workbench.command('Deckwright: Archive Pictures…', { opensInput: true });
    await workbench.asks('Archive Pictures: canceled.md');
    await workbench.page.keyboard.press('Enter');
    await (await workbench.notification(/1 of 2: team\.png/)).waitFor();
    await workbench.answerNotification(/Archive Pictures: canceled\.md/, 'Cancel');
    await workbench.notification(
      /Canceled\. 1 file was saved\. The references in canceled\.md lead there now\./,
    );
    await workbench.editorShows('canceled.md', './team.png');
    await workbench.editorShows('canceled.md', '/uploads/slow.png');
    slow.release();
    assert.equal(existsSync(join(workbench.folder, 'slow.png')), false);
  });

  it('asks for a server that nobody has allowed, and does nothing without an answer', async () => {
    await workbench.openFile('unknown.md');
    await workbench.focusEditor('unknown.md');
    const before = server.asked.length;
    await workbench.command('Deckwright: Archive Pictures…', { opensInput: true });
    await workbench.asks('Archive Pictures: unknown.md');
    await workbench.page.keyboard.press('Enter');
    const question = workbench.dialog(/Allow Deckwright to contact localhost:\d+\?/);
    await question.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    await workbench.editorShows('unknown.md', 'localhost');
    assert.equal(server.asked.length, before);
  });
});
