import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HedgedocServer } from '../remote/hedgedocServer';
import { root } from '../vscode/paths';
import { openWorkbench } from '../vscode/session';
import type { Workbench } from './workbench';

const NO_SERVER = 'No server is contacted in Restricted Mode.';
const NOT_SENT = 'Nothing is sent to HedgeDoc or copied for it in Restricted Mode.';

/** What may ask a server or make something for one, and what the user is told instead. */
const REFUSED: Readonly<Record<string, string>> = {
  archivePictures: NO_SERVER,
  archiveAllPictures: NO_SERVER,
  importFromHedgedoc: NO_SERVER,
  updateFromHedgedoc: NO_SERVER,
  sendToHedgedoc: NOT_SENT,
  copyForHedgedoc: NOT_SENT,
  checkRemoteLinks: 'Remote links are not checked in Restricted Mode.',
  checkAllRemoteLinks: 'Remote links are not checked in Restricted Mode.',
};
const COMMANDS = ['notifications.clearAll', ...Object.keys(REFUSED).map((name) => `deckwright.${name}`)];

describe('In Restricted Mode', () => {
  let server: HedgedocServer;
  let workbench: Workbench;
  let text: string;
  const files = () => readdirSync(workbench.folder).sort();
  let there: string[];

  before(async () => {
    server = await HedgedocServer.start();
    server.uploads.set('map.png', readFileSync(join(root, 'test/fixtures/workspace/pictures/red.png')));
    server.notes.set('abc', { text: '# Note\n' });
    text = `---\n# deckwright: origin ${server.url('/abc')}\ntype: slide\n---\n\n![map](${server.url('/uploads/map.png')})\n`;
    workbench = await openWorkbench({
      restricted: true,
      keybindings: COMMANDS.map((command, digit) => ({ key: `ctrl+alt+${digit}`, command })),
      settings: { 'deckwright.remote.allowedHosts': [server.host] },
      prepare(folder) {
        const config = { hedgedocHosts: [server.host], remote: { allow: [server.host] } };
        writeFileSync(join(folder, '.deckwright.json'), JSON.stringify(config));
        writeFileSync(join(folder, 'call.md'), text);
      },
      file: 'call.md',
    });
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    there = files();
  });
  after(async () => {
    await workbench.close();
    await server.stop();
  });
  afterEach(async () => {
    await press('notifications.clearAll');
    assert.deepEqual(server.asked, []);
    assert.deepEqual(files(), there);
    assert.equal(workbench.savedText('call.md'), text);
  });

  const press = (command: string) =>
    workbench.page.keyboard.press(`Control+Alt+${COMMANDS.indexOf(command)}`);

  for (const [name, said] of Object.entries(REFUSED)) {
    it(`${name} does nothing and says why`, async () => {
      await workbench.focusEditor('call.md');
      await press(`deckwright.${name}`);
      await workbench.notification(said);
    });
  }
});
