import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, closeAllEditors, fixture, openAsUser, tabLabels, until } from './workspace';

/** As all decks in VS Code for the Web, which has no git. */
describe('A deck that git does not know', () => {
  beforeEach(() => openAsUser(fixture('deck.md')));
  afterEach(closeAllEditors);

  it('is not compared with a last commit', async () => {
    await vscode.commands.executeCommand('deckwright.compareWithLastCommit', fixture('deck.md'));
    assert.deepEqual(tabLabels(), ['deck.md']);
  });

  it('is compared with another deck, the first that is offered', async () => {
    await answering('acceptSelectedQuickOpenItem', 'deckwright.compareSlides', fixture('deck.md'));
    await until(() => tabLabels().some((label) => label.endsWith('.md ↔ deck.md')), 'the comparison is open');
  });
});
