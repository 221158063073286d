import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const { fs } = vscode.workspace;

/** One white pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';

const DECK = `---
title: Exported
type: slide
---

# First

![](pixel.png)

Note: for the speaker

---

## Second

![](gone.png)
`;

describe('exporting a deck', () => {
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'exported');
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const text = async (name: string) => new TextDecoder().decode(await fs.readFile(file(name)));

  before(async () => {
    await fs.writeFile(file('talk.md'), new TextEncoder().encode(DECK));
    const bytes = Uint8Array.from(atob(PNG), (character) => character.charCodeAt(0));
    await fs.writeFile(file('pixel.png'), bytes);
  });

  after(() => fs.delete(folder, { recursive: true }));

  it('writes one file that holds slides, notes, pictures and what shows them', async () => {
    await vscode.commands.executeCommand('deckwright.exportHtml', file('talk.md'), file('talk.html'));
    const html = await text('talk.html');
    assert.match(html, /<title>Exported<\/title>/);
    assert.match(html, /<h1>First<\/h1>/);
    assert.match(html, /<aside class="notes"[^>]*>for the speaker<\/aside>/);
    assert.ok(html.includes(`src="data:image/png;base64,${PNG}"`));
    assert.match(html, /<h2>Second<\/h2>/);
    const box = /src="data:image\/svg\+xml,([^"]*)"/.exec(html)?.[1];
    assert.match(decodeURIComponent(box ?? ''), /File not found:/);
    const slides = html.slice(html.indexOf('<div class="slides">'), html.lastIndexOf('</section>'));
    assert.doesNotMatch(slides, /(?:src|href)="(?!data:)/);
    assert.ok(html.length > 100_000, 'reveal.js is in it');
  });

  it('writes what is in the editor, saved or not, over what was there', async () => {
    const document = await vscode.workspace.openTextDocument(file('talk.md'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().indexOf('First')), 'Unsaved ');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('deckwright.exportHtml', file('talk.md'), file('talk.html'));
    assert.match(await text('talk.html'), /<h1>Unsaved First<\/h1>/);
    const left = await fs.readDirectory(folder);
    assert.deepEqual(left.map(([name]) => name).sort(), ['pixel.png', 'talk.html', 'talk.md']);
  });

  it('writes the text of the slides, with pictures found from there', async () => {
    await vscode.commands.executeCommand('deckwright.exportText', file('talk.md'), file('out/minutes.md'));
    assert.match(await text('out/minutes.md'), /^# Exported\n\n.*!\[\]\(\.\.\/pixel\.png\)/s);
    assert.doesNotMatch(await text('out/minutes.md'), /for the speaker/);
    const withNotes = [file('talk.md'), file('out/minutes.md'), 'below'];
    await vscode.commands.executeCommand('deckwright.exportText', ...withNotes);
    assert.match(await text('out/minutes.md'), /\n> for the speaker\n/);
  });

  it('writes the notes of the slides', async () => {
    await vscode.commands.executeCommand('deckwright.exportNotes', file('talk.md'), file('notes.md'));
    assert.match(await text('notes.md'), /\n## 1 .*First\n\nfor the speaker\n\n## 2 Second\n$/);
  });

  it('never writes over the deck', async () => {
    const { executeCommand } = vscode.commands;
    const exported = executeCommand('deckwright.exportText', file('talk.md'), file('talk.md'));
    await assert.rejects(Promise.resolve(exported), /is the deck itself/);
  });
});
