import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const { fs } = vscode.workspace;

describe('exporting a folder as a site', () => {
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'site-source');
  const site = vscode.Uri.joinPath(folder, 'public');
  const put = (name: string, text: string) =>
    fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  const page = async (name: string) =>
    new TextDecoder().decode(await fs.readFile(vscode.Uri.joinPath(site, name)));
  const exportSite = () => vscode.commands.executeCommand('deckwright.exportSite', folder, site);

  before(async () => {
    await put('a.md', '---\ntype: slide\ntitle: First talk\n---\n\n# First\n\n[b](sub/b.md#/0)\n');
    await put('sub/b.md', '---\ntype: slide\n---\n\n# Second\n');
    await put('notes.md', '# Not a deck\n');
  });

  after(() => fs.delete(folder, { recursive: true }));

  it('makes a page of each deck, as it is in its editor, and an index', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'sub/b.md'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().indexOf('Second')), 'Unsaved ');
    await vscode.workspace.applyEdit(edit);
    await exportSite();
    assert.match(await page('a.html'), /href="sub\/b\.html#\/0"/);
    assert.match(await page('sub/b.html'), /<h1>Unsaved Second<\/h1>/);
    const index = await page('index.html');
    assert.deepEqual(
      [...index.matchAll(/<li><a href="(.*?)"/g)].map(([, url]) => url),
      ['a.html', 'sub/b.html'],
    );
  });

  it('removes the page of a deck that is gone, and takes none from the site', async () => {
    await fs.delete(vscode.Uri.joinPath(folder, 'a.md'));
    await exportSite();
    const names = (await fs.readDirectory(site)).map(([name]) => name);
    assert.deepEqual(names.sort(), ['.deckwright-site.json', '.nojekyll', 'assets', 'index.html', 'sub']);
  });
});
