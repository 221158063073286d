import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Slide } from '../../src/core/deck/deck';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { slideAt } from '../../src/core/summary/slideAt';
import { slideTitle } from '../../src/core/summary/titles';
import { closeAllEditors, fixture, openFixture, openUntitled } from './workspace';

/** Opens a deck that is not saved anywhere. */
async function openDeck(content: string): Promise<vscode.TextEditor> {
  const document = await openUntitled(content);
  return vscode.window.showTextDocument(document);
}

function putCursor(editor: vscode.TextEditor, text: string): void {
  const position = editor.document.positionAt(editor.document.getText().indexOf(text));
  editor.selection = new vscode.Selection(position, position);
}

/** The titles of a deck's slides, column by column, with the one that the cursor is in in brackets. */
function outline({ document, selection }: vscode.TextEditor): string {
  const deck = parseDeck(document.getText());
  const current = slideAt(deck, document.offsetAt(selection.active));
  let text = '';
  for (const slide of deck.slides) {
    const title = slideTitle(slide.content);
    const name = 'text' in title ? title.text : '-';
    text += (slide.index === 0 ? '' : slide.v > 0 ? '/' : ' ') + (slide === current ? `[${name}]` : name);
  }
  return text;
}

function slideEdit(name: string): Thenable<unknown> {
  return vscode.commands.executeCommand(`deckwright.slide.${name}`);
}

/** The same through a menu of the view, on one of its entries or on several selected ones. */
function entryEdit(name: string, entry: unknown, selected?: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`deckwright.slidesView.${name}`, entry, selected);
}

/** An entry of the view as its menus pass it to commands. */
function entry(
  { document }: vscode.TextEditor,
  title: string,
): { document: vscode.TextDocument; slide: Slide } {
  const slide = parseDeck(document.getText()).slides.find(({ content }) =>
    content.text.includes(`# ${title}`),
  );
  return { document, slide: slide! };
}

const DECK = `---
type: slide
---

# A

---

# B

----

# C

---

# D
`;

describe('editing the slide at the cursor', () => {
  afterEach(closeAllEditors);

  const edits: [command: string, cursor: string, result: string][] = [
    ['moveUp', '# D', 'A [D] B/C'],
    ['moveUp', '# C', 'A [C]/B D'],
    ['moveUp', '# B', 'A [B] C D'],
    ['moveDown', '# A', 'B/C [A] D'],
    ['moveDown', '# C', 'A B [C] D'],
    ['moveIntoStack', '# D', 'A B/C/[D]'],
    ['moveOutOfStack', '# C', 'A B [C] D'],
    ['duplicate', '# C', 'A B/C/[C] D'],
    ['duplicate', '# D', 'A B/C D [D]'],
    ['delete', '# B', 'A [C] D'],
    ['delete', '# D', 'A B/[C]'],
    ['joinWithNext', '# A', '[A]/C D'],
    ['insertBefore', '# B', 'A [New Slide] B/C D'],
    ['insertAfter', '# B', 'A B/C [New Slide] D'],
    ['insertAfter', '# C', 'A B/C/[New Slide] D'],
    ['insertBelow', '# D', 'A B/C D/[New Slide]'],
  ];
  for (const [command, cursor, result] of edits) {
    it(`${command} on ${cursor} makes it ${result}, which undo takes back`, async () => {
      const editor = await openDeck(DECK);
      putCursor(editor, cursor);
      await slideEdit(command);
      assert.equal(outline(editor), result);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), DECK);
    });
  }

  it('makes every move of a held key, for the same slide', async () => {
    const editor = await openDeck(DECK);
    putCursor(editor, '# A');
    await Promise.all(['moveDown', 'moveDown', 'moveUp', 'moveDown', 'moveUp'].map(slideEdit));
    assert.equal(outline(editor), 'B/C [A] D');
  });

  it('does nothing at the ends of the deck', async () => {
    const editor = await openDeck(DECK);
    putCursor(editor, '# A');
    for (const command of ['moveUp', 'moveIntoStack', 'moveOutOfStack']) await slideEdit(command);
    assert.equal(editor.document.getText(), DECK);
  });

  it('selects the title of a new slide, ready to be typed over', async () => {
    const editor = await openDeck(DECK);
    putCursor(editor, '# A');
    await slideEdit('insertAfter');
    assert.equal(editor.document.getText(editor.selection), 'New Slide');
  });

  it('splits where the cursor is', async () => {
    const editor = await openDeck('---\ntype: slide\n---\n\n# A\n\none\n\n# B\n\ntwo\n');
    putCursor(editor, '# B');
    await slideEdit('split');
    assert.equal(outline(editor), 'A [B]');
    assert.equal(editor.document.getText(), '---\ntype: slide\n---\n\n# A\n\none\n\n---\n\n# B\n\ntwo\n');
  });

  it('keeps CRLF', async () => {
    const editor = await openFixture('crlf.md');
    const before = editor.document.getText();
    await slideEdit('duplicate');
    await slideEdit('moveDown');
    const after = editor.document.getText();
    assert.ok(after.length > before.length);
    assert.doesNotMatch(after, /(?<!\r)\n/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('cuts from one deck and pastes into another', async () => {
    const from = await openDeck(DECK);
    putCursor(from, '# C');
    await slideEdit('cut');
    assert.equal(outline(from), 'A [B] D'.replace('[B] D', 'B [D]'));
    assert.equal(await vscode.env.clipboard.readText(), '\n# C\n');
    const to = await openDeck('---\nrevealOptions: {}\n---\n# X\n---\n# Y\n');
    await slideEdit('paste');
    assert.equal(outline(to), 'X [C] Y');
  });

  it('pastes slides as slides into a deck that separates them differently', async () => {
    const from = await openDeck(
      '---\nrevealOptions: {}\nseparator: <!--s-->\n---\n# A<!--s--># B<!--s--># C\n',
    );
    const { slides } = parseDeck(from.document.getText());
    const [first, second] = [0, 1].map((index) => ({ document: from.document, slide: slides[index] }));
    await entryEdit('copy', first, [first, second]);
    const to = await openDeck(DECK);
    putCursor(to, '# D');
    await slideEdit('paste');
    assert.equal(outline(to), 'A B/C D [A] B');
    await vscode.commands.executeCommand('undo');
    assert.equal(to.document.getText(), DECK);
  });

  it('hides slides, but not in HedgeDoc', async () => {
    const reveal = await openDeck('---\nrevealOptions: {}\n---\n# X\n---\n# Y\n');
    putCursor(reveal, '# Y');
    await slideEdit('toggleHidden');
    assert.match(reveal.document.getText(), /---\n<!-- \.slide: data-visibility="hidden" -->\n# Y\n$/);
    await slideEdit('toggleHidden');
    assert.equal(reveal.document.getText(), '---\nrevealOptions: {}\n---\n# X\n---\n# Y\n');
    const hedgedoc = await openDeck(DECK);
    await slideEdit('toggleHidden');
    assert.equal(hedgedoc.document.getText(), DECK);
  });

  it('keeps a dialect that only the separators show', async () => {
    const text = '# A\n\n\n\n# B\n\nNote: b\n\n\n\n# C\n\nNote: c\n';
    await vscode.workspace.fs.writeFile(fixture('three.md'), new TextEncoder().encode(text));
    const editor = await openFixture('three.md');
    putCursor(editor, '# C');
    await slideEdit('delete');
    assert.equal(editor.document.getText(), '# A\n\n\n\n# B\n\nNote: b\n');
    await slideEdit('duplicate');
    assert.equal(editor.document.getText(), '# A\n\n\n\n# B\n\nNote: b\n\n\n\n# B\n\nNote: b\n');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.workspace.fs.delete(fixture('three.md'));
  });
});

describe('editing entries of the view', () => {
  afterEach(closeAllEditors);

  it('treats a stack’s first entry as the stack', async () => {
    const editor = await openDeck(DECK);
    await entryEdit('moveUp', entry(editor, 'B'));
    assert.equal(outline(editor), '[B]/C A D');
    await entryEdit('duplicate', entry(editor, 'B'));
    assert.equal(outline(editor), 'B/C [B]/C A D');
  });

  it('edits all selected ones', async () => {
    const editor = await openDeck(DECK);
    const selected = [entry(editor, 'A'), entry(editor, 'C')];
    await entryEdit('moveDown', selected[0], selected);
    assert.equal(outline(editor), 'B [A] C D');
  });

  it('makes edits that are requested at once one after the other', async () => {
    const editor = await openDeck(DECK);
    const [b, d] = [entry(editor, 'B'), entry(editor, 'D')];
    await Promise.all([entryEdit('moveUp', b), entryEdit('moveUp', d), entryEdit('moveUp', d)]);
    assert.equal(outline(editor), '[D] B/C A');
  });

  it('leaves a deck alone that no longer has the slide', async () => {
    const editor = await openDeck(DECK);
    const gone = entry(editor, 'D');
    await editor.edit((builder) => builder.replace(editor.document.lineAt(16).range, '# Other'));
    const text = editor.document.getText();
    await entryEdit('delete', gone);
    assert.equal(editor.document.getText(), text);
  });

  it('leaves a file alone that is read-only', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('readonlyInclude', { '**/stacks.md': true }, vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await openFixture('stacks.md');
      const text = document.getText();
      await slideEdit('delete');
      assert.equal(document.getText(), text);
      assert.equal(document.isDirty, false);
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('editing one of two identical slides', () => {
  afterEach(closeAllEditors);

  it('edits the intended one', async () => {
    const editor = await openDeck('---\ntype: slide\n---\n\n# A\n\n---\n\n# A\n\n---\n\n# B\n');
    const position = editor.document.positionAt(editor.document.getText().lastIndexOf('# A'));
    editor.selection = new vscode.Selection(position, position);
    await slideEdit('moveDown');
    assert.equal(outline(editor), 'A B [A]');
  });
});
