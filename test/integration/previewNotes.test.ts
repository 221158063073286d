import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SlideIds } from '../../src/core/deck/slideIds';
import type { ToPreview, WrittenNotes } from '../../src/preview/messages';
import { NotesEdits } from '../../src/preview/notesEdits';
import { Configs } from '../../src/services/config';
import { CurrentSlide } from '../../src/services/currentSlide';
import { DeckEdits } from '../../src/services/deckEdits';
import type { Decks } from '../../src/services/decks';
import { LostFiles } from '../../src/services/lostFiles';
import { closeAllEditors, decksWith, extensionUri, fixture, memento, openFixture, until } from './workspace';

const DECK = '---\ntype: slide\n---\n\n# A\n\nNote: old\n\n---\n\n# B\n';

describe('Notes that are written below the preview', () => {
  let editor: vscode.TextEditor;
  let decks: Decks;
  let edits: NotesEdits;
  let services: vscode.Disposable;
  let posted: ToPreview[];

  beforeEach(async () => {
    await vscode.workspace.fs.writeFile(fixture('noted.md'), new TextEncoder().encode(DECK));
    editor = await openFixture('noted.md');
    const configs = new Configs(extensionUri);
    decks = decksWith(memento(), configs);
    const lostFiles = new LostFiles();
    const currentSlide = new CurrentSlide(decks, lostFiles);
    const log = vscode.window.createOutputChannel('Notes', { log: true });
    services = vscode.Disposable.from(configs, decks, lostFiles, currentSlide, log);
    const deckEdits = new DeckEdits(decks, currentSlide, lostFiles);
    const ids = new SlideIds();
    ids.update(decks.deckOf(editor.document).slides);
    posted = [];
    edits = new NotesEdits(
      { deckEdits, log },
      (_, deck, id) => {
        ids.update(deck.slides);
        return deck.slides[ids.indexOf(id) ?? -1];
      },
      (message) => posted.push(message),
    );
  });
  afterEach(async () => {
    services.dispose();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAllEditors();
    await vscode.workspace.fs.delete(fixture('noted.md'));
  });

  /** What the page sends about the slide with this index. */
  function write(index: number, notes: Partial<WrittenNotes>): void {
    const { document } = editor;
    const message: WrittenNotes = {
      type: 'notes',
      document: document.uri.toString(),
      id: index,
      base: index === 0 ? 'old' : '',
      text: '',
      isDone: true,
      ...notes,
    };
    edits.take(message, document, decks.deckOf(document).slides[index]!);
  }

  async function answer(): Promise<ToPreview> {
    await until(() => posted.length > 0, 'an answer to the page');
    return posted[0]!;
  }

  it('are one edit, which leaves the cursor where it is', async () => {
    editor.selection = new vscode.Selection(4, 1, 4, 2);
    write(1, { text: 'new\nnotes' });
    assert.deepEqual(await answer(), { type: 'noted', id: 1, text: 'new\nnotes' });
    assert.equal(editor.document.getText(), `${DECK}\nNote:\nnew\nnotes\n`);
    assert.deepEqual(editor.selection, new vscode.Selection(4, 1, 4, 2));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), DECK);
  });

  it('stay in the page until they are finished', async () => {
    write(0, { text: 'half', isDone: false });
    write(1, { text: 'whole' });
    await answer();
    assert.equal(editor.document.getText(), `${DECK}\nNote: whole\n`);
  });

  it('are written as far as they are when the preview closes', async () => {
    write(0, { text: 'half', isDone: false });
    edits.finish();
    await answer();
    assert.equal(editor.document.getText(), DECK.replace('old', 'half'));
  });

  it('are not written if their author leaves them as they were', async () => {
    write(0, { text: 'half', isDone: false });
    write(0, { text: 'old' });
    assert.deepEqual(await answer(), { type: 'noted', id: 0, text: 'old' });
    edits.finish();
    assert.equal(editor.document.getText(), DECK);
    assert.equal(editor.document.isDirty, false);
  });

  it('do not replace what was written in the editor at the same time', async () => {
    write(0, { text: 'mine', isDone: false });
    const at = editor.document.positionAt(DECK.indexOf('old'));
    await editor.edit((builder) => builder.insert(at, 'theirs, not so '));
    write(0, { text: 'mine' });
    const both = 'theirs, not so old\n\nmine';
    assert.deepEqual(await answer(), { type: 'noted', id: 0, text: both });
    assert.equal(editor.document.getText(), DECK.replace('old', both));
  });

  it('are found again when slides have moved', async () => {
    write(1, { text: 'mine', isDone: false });
    const at = editor.document.positionAt(DECK.indexOf('# A'));
    await editor.edit((builder) => builder.insert(at, '# Zero\n\n---\n\n'));
    edits.finish();
    await answer();
    assert.ok(editor.document.getText().endsWith('# B\n\nNote: mine\n'));
  });

  it('are refused if they would begin a slide', async () => {
    write(0, { text: 'a\n\n---\n\nb' });
    assert.deepEqual(await answer(), { type: 'noted', id: 0, text: null });
    assert.equal(editor.document.getText(), DECK);
  });
});
