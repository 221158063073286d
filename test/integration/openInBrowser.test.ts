import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OpenedPages } from '../../src/export/openedPages';

const { fs } = vscode.workspace;

describe('the pages that were opened in the browser', () => {
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'pages');
  const pages = new OpenedPages(folder);
  const names = async () => (await fs.readDirectory(folder)).map(([name]) => name).sort();
  const text = async (page: vscode.Uri) => new TextDecoder().decode(await fs.readFile(page));

  after(() => fs.delete(folder, { recursive: true }));

  it('are one file for each deck, which its next page replaces', async () => {
    const deck = vscode.Uri.file('/talks/50 % #1/Über uns.md');
    const first = await pages.write(deck, '<p>first');
    const other = await pages.write(vscode.Uri.file('/other/Über uns.md'), '<p>other');
    const second = await pages.write(deck, '<p>second');
    assert.equal(second.toString(), first.toString());
    assert.match(second.path, /\/über-uns-[0-9a-f]{12}\.html$/);
    assert.equal(await text(second), '<p>second');
    assert.equal(await text(other), '<p>other');
    assert.equal((await names()).length, 2);
  });
});
