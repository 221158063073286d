import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SiteServer } from '../remote/siteServer';
import { answering, closeAllEditors, fixture, openAsUser, until, writeConfig } from './workspace';

const { fs } = vscode.workspace;
const { executeCommand } = vscode.commands;
const HEAD = '---\ntitle: Links\ntype: slide\n---\n\n';

describe('Checking remote links', () => {
  let tests = 0;
  let folder: vscode.Uri;
  let site: SiteServer;
  const file = (name: string) => vscode.Uri.joinPath(folder, name);

  beforeEach(async () => {
    folder = fixture(`links${++tests}`);
    site = await SiteServer.start();
    await configure({ allow: ['127.0.0.1:*'] });
  });
  afterEach(async () => {
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllEditors();
    await fs.delete(folder, { recursive: true });
    await site.stop();
  });

  /** In the folder of the test, where VS Code has seen no other configuration. */
  const configure = (remote: object) =>
    writeConfig({ remote, rules: { 'insecure-link': 'off' } }, `links${tests}`);

  async function write(name: string, ...paths: readonly string[]): Promise<void> {
    const links = paths.map((path) => `[x](${site.at(path)})`).join('\n\n');
    await fs.writeFile(file(name), new TextEncoder().encode(`${HEAD}${links}\n`));
  }

  const found = (name: string) =>
    vscode.languages
      .getDiagnostics(file(name))
      .filter(({ source }) => source === 'deckwright')
      .map(({ code }) => (code as { value: string }).value);
  const finds = (name: string, ...rules: readonly string[]) =>
    until(
      () => found(name).join() === rules.join(),
      `${name} has ${rules.join() || 'nothing'}: ${found(name)}`,
    );

  /** Runs the command, and contacts all hosts that it wants to contact. */
  const check = (command = 'deckwright.checkRemoteLinks', uri = file('deck.md')) =>
    answering('acceptSelectedQuickOpenItem', command, uri);

  it('shows as problems what servers answer, until the link is changed', async () => {
    await write('deck.md', '/nothing', '/old', '/page#end', '/page');
    const document = await openAsUser(file('deck.md'));
    await check();
    await finds('deck.md', 'dead-remote-link', 'moved-link', 'broken-remote-anchor');
    const edit = new vscode.WorkspaceEdit();
    const start = document.getText().indexOf('nothing');
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(start), document.positionAt(start + 'nothing'.length)),
      'page',
    );
    await vscode.workspace.applyEdit(edit);
    await finds('deck.md', 'moved-link', 'broken-remote-anchor');
  });

  it('asks for nothing before the command, nor again within a day', async () => {
    await write('deck.md', '/nothing', '/old');
    await openAsUser(file('deck.md'));
    await check();
    await finds('deck.md', 'dead-remote-link', 'moved-link');
    assert.equal(site.requests.filter((request) => request === 'GET /nothing').length, 1);
    const before = site.requests.length;
    await check();
    assert.equal(site.requests.length, before);
  });

  it('contacts nobody if the user dismisses the list of hosts', async () => {
    await write('deck.md', '/nothing');
    await openAsUser(file('deck.md'));
    await answering('closeQuickOpen', 'deckwright.checkRemoteLinks', file('deck.md'));
    assert.deepEqual(site.requests, []);
    assert.deepEqual(found('deck.md'), []);
  });

  it('offers to change a link to where its page has moved', async () => {
    await write('deck.md', '/old#intro');
    const document = await openAsUser(file('deck.md'));
    await check();
    await finds('deck.md', 'moved-link');
    const [diagnostic] = vscode.languages.getDiagnostics(document.uri);
    const actions = await executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic!.range,
    );
    const fix = actions.find(({ title }) => title === `Change to ${site.at('/page#intro')}`)!;
    await vscode.workspace.applyEdit(fix.edit!);
    assert.equal(document.getText(), `${HEAD}[x](${site.at('/page#intro')})\n`);
    await finds('deck.md');
  });

  it('checks the decks of a folder that are not open, and tells nothing else of them', async () => {
    await write('one.md', '/nothing', '/page');
    await write('deep/two.md', '/page', '/old');
    await fs.writeFile(
      file('three.md'),
      new TextEncoder().encode(`${HEAD}![lost](./lost.png) <${site.at('/page')}>\n`),
    );
    await check('deckwright.checkAllRemoteLinks', folder);
    await finds('one.md', 'dead-remote-link');
    await finds('deep/two.md', 'moved-link');
    await finds('three.md');
    assert.equal(site.requests.filter((request) => request.endsWith('/page')).length, 2);
    await write('one.md', '/page');
    await finds('one.md');
  });

  it('contacts no private server that the configuration does not name', async () => {
    await configure({ allow: ['*.1'] });
    await write('deck.md', '/nothing');
    await openAsUser(file('deck.md'));
    await check();
    assert.deepEqual(site.requests, []);
  });
});
