import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SlowFiles } from './slowFiles';
import { closeAllEditors, fixture, openAsUser, openFixture, tabLabels, until } from './workspace';

describe('the preview', () => {
  afterEach(closeAllEditors);

  it('opens to the side of a deck', async () => {
    await openFixture('deck.md');
    await vscode.commands.executeCommand('deckwright.openPreviewToSide');
    await until(() => tabLabels().includes('Preview deck.md'), 'the preview has a tab');
    const tab = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ label }) => label.startsWith('Preview'));
    assert.equal(tab?.group.viewColumn, vscode.ViewColumn.Two);
  });

  it('opens from a file that no editor shows', async () => {
    await vscode.commands.executeCommand('deckwright.openPreview', fixture('stacks.md'));
    await until(() => tabLabels().includes('Preview stacks.md'), 'the preview has a tab');
  });

  it('follows the active deck, but not to other markdown', async () => {
    await openFixture('deck.md');
    await vscode.commands.executeCommand('deckwright.openPreviewToSide');
    await until(() => tabLabels().includes('Preview deck.md'), 'the preview has a tab');
    await openFixture('talk.md', vscode.ViewColumn.One);
    await until(() => tabLabels().includes('Preview talk.md'), 'the preview follows');
    await openFixture('notes.md', vscode.ViewColumn.One);
    assert.ok(tabLabels().includes('Preview talk.md'));
  });

  it('leaves the document as it is', async () => {
    const { document } = await openFixture('crlf.md');
    const before = document.getText();
    await vscode.commands.executeCommand('deckwright.openPreviewToSide');
    await until(() => tabLabels().includes('Preview crlf.md'), 'the preview has a tab');
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
  });

  it('shows the deck that the user went to while the previous one was being reopened', async () => {
    const files = new SlowFiles({ 'before.md': '---\ntype: slide\n---\n\n# Before\n' });
    try {
      const before = await openAsUser(files.uri('before.md'));
      await vscode.commands.executeCommand('deckwright.openPreviewToSide');
      await until(() => tabLabels().includes('Preview before.md'), 'the preview has a tab');
      await vscode.window.showTextDocument(before, vscode.ViewColumn.One);
      const reading = files.hold();
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await reading;
      await openFixture('deck.md', vscode.ViewColumn.One);
      await until(() => tabLabels().includes('Preview deck.md'), 'the preview follows');
      const opened = new Promise((resolve) => vscode.workspace.onDidOpenTextDocument(resolve));
      files.release();
      await opened;
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await until(() => vscode.window.activeTextEditor === undefined, 'only the preview is open');
      await vscode.commands.executeCommand('deckwright.showSource');
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), fixture('deck.md').toString());
      assert.ok(tabLabels().includes('Preview deck.md'));
    } finally {
      files.dispose();
    }
  });
});
