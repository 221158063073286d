import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redirect } from '../remote/answers';
import { HedgedocServer } from '../remote/hedgedocServer';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import type { Workbench } from './workbench';

const THERE = '0c71e3bc-6b6a-4b4e-9d57-9a1d3f8e2c11.png';
const GONE = '1d82f4cd-7c7b-4c5f-8e68-0b2e409f3d22.png';

/** A deck with these two pictures, and one that was never uploaded. */
function deck(there: string, head = ''): string {
  const pictures = `![](${there} =300x)\n\n---\n\n![](./${GONE})\n\n![](./pictures/red.png)\n`;
  return `---\n${head}title: Call\ntype: slide\n---\n\n# Call\n\n${pictures}`;
}

describe('Send to HedgeDoc', () => {
  const COPY = deck(`./${THERE}`);
  let server: HedgedocServer;
  let workbench: Workbench;

  before(async () => {
    server = await HedgedocServer.start();
    server.uploads.set(THERE, Buffer.from('a picture'));
    const config = { hedgedocHosts: [server.host], remote: { allow: [server.host] } };
    workbench = await openWorkbench({
      prepare: (folder) => {
        writeFileSync(join(folder, 'call.md'), COPY);
        writeFileSync(join(folder, '.deckwright.json'), JSON.stringify(config));
      },
      file: 'call.md',
    });
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
  });
  after(async () => {
    await workbench.close();
    await server.stop();
  });

  const posted = () => server.asked.filter(({ method }) => method === 'POST').map(({ body }) => body);

  async function answerDialog(button: string | RegExp): Promise<string> {
    const dialog = workbench.dialog(server.host);
    await dialog.waitFor();
    const said = await dialog.innerText();
    await dialog.locator('.monaco-button', { hasText: button }).click();
    await dialog.waitFor({ state: 'hidden' });
    return said;
  }

  it('says what is sent where, and sends nothing if the user cancels', async () => {
    await workbench.command('Deckwright: Send to HedgeDoc');
    const said = await answerDialog('Cancel');
    assert.match(said, new RegExp(`Send call\\.md to http://${server.host}\\?`));
    assert.match(said, /the whole text of the deck, with notes and comments: \d+ characters/);
    assert.match(said, /It refers to 1 upload on .* again\./);
    assert.match(said, /2 pictures are not on HedgeDoc/);
    assert.match(said, new RegExp(`\\./${GONE} \\(line 12\\)\\s+\\./pictures/red\\.png \\(line 14\\)`));
    assert.deepEqual(posted(), []);
  });

  it('sends what the comparison with the deck shows, opens the note, copies its address, and remembers it in the deck', async () => {
    await workbench.command('Deckwright: Send to HedgeDoc');
    await answerDialog('Review First');
    const comparison = workbench.page.locator('.tab', { hasText: `call.md → http://${server.host}` });
    await comparison.waitFor();
    await workbench.titleButton('Send to HedgeDoc').click();
    const opened = workbench.page.context().waitForEvent('page');
    await answerDialog(/^Send$/);
    const note = await opened;
    await note.waitForURL(/127\.0\.0\.1/);
    const shown = note.url();
    await note.close();
    await workbench.answerNotification('call.md is now at', 'Remember in Deck');
    assert.deepEqual(posted(), [deck(server.url(`/uploads/${THERE}`))]);
    const address = server.url(`/${[...server.notes.keys()][0]}`);
    // VS Code's server passes on what is asked of a port of its own computer.
    assert.ok(shown.endsWith(new URL(address).pathname), shown);
    await comparison.waitFor({ state: 'detached' });
    await workbench.focusEditor('call.md');
    await workbench.savesAs('call.md', deck(`./${THERE}`, `# deckwright: origin ${address}\n`));
    await workbench.page.context().grantPermissions(['clipboard-read']);
    const onClipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());
    await eventually(async () => assert.equal(await onClipboard(), address));
  });

  it('offers to copy the deck where a login is needed', async () => {
    await workbench.command('Notifications: Clear All Notifications');
    const before = server.notes.size;
    server.answer('/new', redirect(server.url('/')));
    await workbench.command('Deckwright: Send to HedgeDoc');
    await answerDialog(/^Send$/);
    const notification = await workbench.notification('Only those who are logged in to');
    await notification.locator('.monaco-button', { hasText: 'Copy and Open HedgeDoc' }).waitFor();
    assert.equal(server.notes.size, before);
  });
});
