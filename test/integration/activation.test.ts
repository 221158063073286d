import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openFixture, until } from './workspace';

const extension = () => vscode.extensions.getExtension('deckwright.deckwright');

describe('the extension', () => {
  afterEach(closeAllEditors);

  it('is active once a markdown file is open', async () => {
    await openFixture('notes.md');
    await until(() => extension()?.isActive === true, 'the extension is active');
  });

  it('registers every command it contributes', async () => {
    const contributed = extension()!.packageJSON.contributes.commands as { command: string }[];
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });
});
