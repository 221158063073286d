import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, fixture, writeConfig } from './workspace';

const { fs } = vscode.workspace;

describe('Copies of pictures that decks show from other servers', () => {
  const file = (name: string) => vscode.Uri.joinPath(fixture('copies'), name);

  afterEach(async () => {
    await closeAllEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
    await fs.delete(file('.'), { recursive: true });
  });

  it('are shown without asking the server, and the deck is saved', async () => {
    // Nothing is there, so that nothing could be asked.
    await writeConfig({ hedgedocHosts: ['127.0.0.1:1'] }, 'copies');
    const text = '---\ntype: slide\n---\n\n![red](http://127.0.0.1:1/uploads/red.png)\n';
    await fs.writeFile(file('deck.md'), new TextEncoder().encode(text));
    await fs.copy(fixture('pictures/red.png'), file('red.png'));
    await vscode.commands.executeCommand('deckwright.archivePictures', file('deck.md'), 'all');
    const after = new TextDecoder().decode(await fs.readFile(file('deck.md')));
    assert.equal(after, text.replace('http://127.0.0.1:1/uploads/', './'));
  });
});
