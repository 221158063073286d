import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAllEditors, fixture, openAsUser, until } from './workspace';

const { fs } = vscode.workspace;
const HEAD = '---\ntitle: A\ntype: slide\n---\n\n';
const OLD = `${HEAD}# A\n\n![a](./old.png)\n`;

describe('Problems on slides that changed since the last commit', () => {
  const folder = fixture('committed');
  const file = vscode.Uri.joinPath(folder, 'deck.md');
  const write = (text: string) => fs.writeFile(file, new TextEncoder().encode(text));
  const setting = (value: boolean | undefined) =>
    vscode.workspace.getConfiguration('deckwright').update('lint.changedSlidesOnly', value);
  const git = (...args: string[]) => {
    const who = ['-c', 'user.name=Tests', '-c', 'user.email=tests@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...who, ...args], { cwd: folder.fsPath, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const missing = () =>
    vscode.languages
      .getDiagnostics(file)
      .flatMap(({ message }) => /"\.\/(.+?\.png)" does not exist/.exec(message)?.[1] ?? [])
      .join();

  before(async () => {
    await fs.createDirectory(folder);
    await write(OLD);
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'First');
  });
  afterEach(closeAllEditors);
  after(async () => {
    await setting(undefined);
    await fs.delete(folder, { recursive: true });
  });

  it('are all that is shown, until they are committed, if the setting is on', async () => {
    await write(`${OLD}\n---\n\n![b](./new.png)\n`);
    await openAsUser(file);
    await until(() => missing() === 'old.png,new.png', 'all is shown');
    await setting(true);
    await until(() => missing() === 'new.png', 'only what is on the new slide is shown');
    git('commit', '--quiet', '--all', '--message', 'Second');
    await vscode.commands.executeCommand('git.refresh', vscode.Uri.file(folder.fsPath));
    await until(() => missing() === '', 'nothing is shown once it is committed');
    await setting(false);
    await until(() => missing() === 'old.png,new.png', 'all is shown again');
    assert.equal(missing(), 'old.png,new.png');
  });

  it('are not told apart where there is no repository', async () => {
    await setting(true);
    const loose = fixture('loose.md');
    await fs.writeFile(loose, new TextEncoder().encode(OLD));
    await openAsUser(loose);
    const found = () =>
      vscode.languages.getDiagnostics(loose).some(({ message }) => message.includes('old.png'));
    await until(found, 'the problem is shown');
    await fs.delete(loose);
  });
});
