import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CONFIG_FILE } from '../../src/core/config/config';
import type { Deck } from '../../src/core/deck/deck';
import { nameOf } from '../../src/core/deck/namedSetups';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { Configs } from '../../src/services/config';
import type { Decks } from '../../src/services/decks';
import {
  closeAllEditors,
  decksWith,
  extensionUri,
  memento,
  openFixture,
  removeConfig,
  until,
  writeConfig,
} from './workspace';

describe('documents as decks', () => {
  let configs: Configs;
  let decks: Decks;

  beforeEach(() => {
    configs = new Configs(extensionUri);
    decks = decksWith(memento(), configs);
  });
  afterEach(async () => {
    decks.dispose();
    configs.dispose();
    await removeConfig();
    await closeAllEditors();
  });

  it('are distinguished from ordinary markdown', async () => {
    assert.equal(decks.isDeck((await openFixture('deck.md')).document), true);
    assert.equal(decks.isDeck((await openFixture('talk.md')).document), true);
    assert.equal(decks.isDeck((await openFixture('notes.md')).document), false);
  });

  it('each have a dialect', async () => {
    const dialect = async (name: string) => nameOf(decks.deckOf((await openFixture(name)).document).setup);
    assert.equal(await dialect('deck.md'), 'hedgedoc');
    assert.equal(await dialect('talk.md'), 'reveal-blank-lines');
  });

  it('follow every kind of edit exactly', async () => {
    for (const name of ['stacks.md', 'crlf.md']) {
      const editor = await openFixture(name);
      decks.deckOf(editor.document);
      const steps: ((edit: vscode.TextEditorEdit) => void)[] = [
        (edit) => edit.insert(new vscode.Position(4, 0), '\n---\n\n# New\n'),
        (edit) => {
          edit.insert(new vscode.Position(0, 0), ' ');
          edit.insert(new vscode.Position(6, 0), '…\n');
          edit.delete(new vscode.Range(2, 0, 3, 0));
        },
        (edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF),
        (edit) => edit.insert(new vscode.Position(3, 0), 'a\nb\n'),
        (edit) => edit.setEndOfLine(vscode.EndOfLine.LF),
      ];
      for (const step of steps) {
        assert.ok(await editor.edit(step));
        assertFresh(decks.deckOf(editor.document), editor.document);
      }
      await vscode.commands.executeCommand('undo');
      assertFresh(decks.deckOf(editor.document), editor.document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      assertFresh(decks.deckOf(editor.document), editor.document);
    }
  });

  it('whose frontmatter decides are ready without anything around them being read', async () => {
    const asked: string[] = [];
    const note = (name: string) => async () => {
      asked.push(name);
    };
    Object.assign(decks.setups, { ready: note('setups') });
    Object.assign(decks.neighbors, { ready: note('neighbors') });
    const { document: hedgedoc } = await openFixture('deck.md');
    await decks.ready(hedgedoc.uri, hedgedoc.getText());
    assert.deepEqual(asked, []);
    const { document: other } = await openFixture('talk.md');
    await decks.ready(other.uri, other.getText());
    assert.deepEqual([...new Set(asked)], ['setups']);
  });

  it('are parsed once per version', async () => {
    const { document } = await openFixture('deck.md');
    assert.equal(decks.deckOf(document), decks.deckOf(document));
  });

  it('are what the last matching glob of the configuration says', async () => {
    await writeConfig({ decks: { '*.md': 'hedgedoc', 'notes.*': 'reveal-md', 'other/**': 'none' } });
    const { document } = await openFixture('notes.md');
    await configs.ready(document.uri);
    assert.equal(decks.isDeck(document), true);
    assert.equal(nameOf(decks.deckOf(document).setup), 'reveal-md');
    assert.equal(decks.recognize(document).reason, '.deckwright.json');
  });

  it('are read again when the configuration comes and goes', async () => {
    const { document } = await openFixture('notes.md');
    assert.equal(decks.isDeck(document), false);
    await configs.ready(document.uri);
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.workspace.workspaceFolders![0]!, CONFIG_FILE),
    );
    const told = new Promise((resolve) => watcher.onDidCreate(resolve));
    await writeConfig({ decks: { 'notes.md': 'auto' } });
    await until(() => decks.isDeck(document), 'the configuration makes it a deck');
    // VS Code does not report a file that comes and goes between two of its checks.
    await told;
    watcher.dispose();
    await removeConfig();
    await until(() => !decks.isDeck(document), 'without the configuration it is none');
  });

  it('are what the user chose, before all else', async () => {
    const { document } = await openFixture('deck.md');
    await decks.choose(document.uri, 'reveal-blank-lines');
    assert.equal(nameOf(decks.deckOf(document).setup), 'reveal-blank-lines');
    await decks.choose(document.uri, { dialect: 'reveal-md', separator: '^==$' });
    assert.equal(decks.deckOf(document).setup.separators.separator, '^==$');
    assert.equal(decks.detect(document).dialect, 'hedgedoc');
    await decks.choose(document.uri, 'none');
    assert.equal(decks.isDeck(document), false);
    await decks.choose(document.uri, undefined);
    assert.equal(decks.deckOf(document).dialect, 'hedgedoc');
  });

  it('are reported when they become one', async () => {
    const editor = await openFixture('notes.md');
    assert.equal(decks.isDeck(editor.document), false);
    const told = new Promise<boolean>((resolve) => {
      decks.onDidChange((document) => resolve(decks.isDeck(document)));
    });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '---\ntype: slide\n---\n\n'));
    assert.equal(await told, true);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

function assertFresh(deck: Deck, document: vscode.TextDocument): void {
  assert.deepEqual(deck, parseDeck(document.getText(), { setup: deck.setup, isGuess: deck.isGuess }));
}
