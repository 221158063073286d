import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openUntitled, removeConfig, writeConfig } from './workspace';

const UPLOAD = '0c71e3bc-6b6a-4b4e-9d57-9a1d3f8e2c11.png';
const { clipboard } = vscode.env;

describe('Copy for HedgeDoc', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllEditors();
    await removeConfig();
  });

  async function copy(text: string): Promise<string> {
    const document = await openUntitled(text);
    await vscode.window.showTextDocument(document);
    await clipboard.writeText('before');
    await vscode.commands.executeCommand('deckwright.copyForHedgedoc');
    return clipboard.readText();
  }

  it('puts a deck onto the clipboard, with uploads in place of their copies', async () => {
    const write = (path: string) => `---\ntype: slide\n---\n\n# Grüße\n\n![](${path} =300x)\n`;
    const copied = await copy(write(`./pictures/${UPLOAD}`));
    assert.equal(copied, write(`https://input.scs.community/uploads/${UPLOAD}`));
  });

  it('leaves out which note the deck came from, whose server has the uploads', async () => {
    const origin = '# deckwright: origin https://example.org/pads/abc\n';
    const copied = await copy(`---\n${origin}type: slide\n---\n\n![](./${UPLOAD})\n`);
    assert.equal(copied, `---\ntype: slide\n---\n\n![](https://example.org/pads/uploads/${UPLOAD})\n`);
  });

  it('leaves paths as they are if no server is configured', async () => {
    await writeConfig({ hedgedocHosts: [] });
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'deck.md'),
    );
    await vscode.window.showTextDocument(document);
    await clipboard.writeText('before');
    await vscode.commands.executeCommand('deckwright.copyForHedgedoc');
    assert.equal(await clipboard.readText(), document.getText().replaceAll('\r\n', '\n'));
  });

  it('does not take a deck for reveal.js', async () => {
    assert.equal(await copy('---\nverticalSeparator: "^--$"\nrevealOptions: {}\n---\n\n# A\n'), 'before');
  });
});
