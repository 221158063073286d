import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deleteSlides } from '../../src/core/edit/editDeck';
import { Configs } from '../../src/services/config';
import { CurrentSlide } from '../../src/services/currentSlide';
import { DeckEdits } from '../../src/services/deckEdits';
import type { Decks } from '../../src/services/decks';
import { LostFiles } from '../../src/services/lostFiles';
import { closeAllEditors, decksWith, extensionUri, fixture, memento, openFixture } from './workspace';

/** Once one of its separators is gone, it is no longer recognized as a deck. */
const DECK = '# A\n\n\n\n# B\n\nNote: b\n\n\n\n# C\n\nNote: c\n';

describe('An edit after which a deck would not be recognized', () => {
  let document: vscode.TextDocument;
  let decks: Decks;
  let deckEdits: DeckEdits;
  let services: vscode.Disposable;

  beforeEach(async () => {
    await vscode.workspace.fs.writeFile(fixture('unmarked.md'), new TextEncoder().encode(DECK));
  });
  afterEach(async () => {
    services.dispose();
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAllEditors();
    await vscode.workspace.fs.delete(fixture('unmarked.md'));
  });

  async function deleteLastSlide(): Promise<unknown> {
    document = (await openFixture('unmarked.md')).document;
    const configs = new Configs(extensionUri);
    decks = decksWith(memento(), configs);
    const lostFiles = new LostFiles();
    const currentSlide = new CurrentSlide(decks, lostFiles);
    services = vscode.Disposable.from(configs, decks, lostFiles, currentSlide);
    deckEdits = new DeckEdits(decks, currentSlide, lostFiles);
    return deckEdits.apply(document, (deck, options) => deleteSlides(deck, [2], options));
  }

  it('chooses its dialect', async () => {
    assert.notEqual(await deleteLastSlide(), null);
    assert.equal(decks.choiceFor(document.uri), 'reveal-blank-lines');
    assert.equal(decks.deckOf(document).slides.length, 2);
  });

  it('leaves the choice as it was if it fails', async () => {
    // Nobody knows before the edit.
    await openFixture('unmarked.md');
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    assert.equal(await deleteLastSlide(), null);
    assert.equal(document.getText(), DECK);
    assert.equal(decks.choiceFor(document.uri), undefined);
  });
});
