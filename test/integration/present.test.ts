import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, fixture, openFixture, tabLabels, until } from './workspace';

describe('a rehearsal', () => {
  afterEach(closeAllEditors);

  it('opens the presenter panel of the deck in the editor', async () => {
    await openFixture('deck.md');
    await vscode.commands.executeCommand('deckwright.rehearse');
    await until(() => tabLabels().includes('Presenter deck.md'), 'the panel has a tab');
  });

  it('opens the panel of a file that no editor shows', async () => {
    await vscode.commands.executeCommand('deckwright.rehearse', fixture('stacks.md'));
    await until(() => tabLabels().includes('Presenter stacks.md'), 'the panel has a tab');
  });

  it('has one panel for each deck', async () => {
    await openFixture('deck.md');
    await vscode.commands.executeCommand('deckwright.rehearse');
    await until(() => tabLabels().includes('Presenter deck.md'), 'the panel has a tab');
    await vscode.commands.executeCommand('deckwright.rehearse', fixture('stacks.md'));
    await until(() => tabLabels().includes('Presenter stacks.md'), 'the other deck has a panel');
    await vscode.commands.executeCommand('deckwright.rehearse', fixture('deck.md'));
    await until(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Presenter deck.md',
      'its panel is back',
    );
    assert.equal(tabLabels().filter((label) => label === 'Presenter deck.md').length, 1);
  });
});
