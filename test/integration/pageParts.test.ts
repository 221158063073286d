import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../vscode/until';
import { closeAllEditors, fixture, openFixture } from './workspace';

const { fs } = vscode.workspace;

describe('paths in a part of a page', () => {
  const PART = '## Part\n\n![Logo](images/logo.png)\n';

  let root: string;
  let tests = 0;

  // VS Code does not wait for extensions with these requests.
  before(() => vscode.extensions.getExtension('deckwright.deckwright')!.activate());
  beforeEach(async () => {
    // A separate folder for each test: VS Code keeps what it has read of a file for a while.
    root = `course${tests++}`;
    await write('index.html', '<section data-markdown="parts/part.md"></section>');
    await write('parts/part.md', PART);
    await fs.copy(fixture('completion/logo.png'), fixture(`${root}/images/logo.png`));
  });
  afterEach(async () => {
    await vscode.workspace.saveAll();
    await closeAllEditors();
    await fs.delete(fixture(root), { recursive: true });
  });

  const write = (path: string, text: string) =>
    fs.writeFile(fixture(`${root}/${path}`), new TextEncoder().encode(text));
  const part = () => openFixture(`${root}/parts/part.md`);

  it('are completed from the page’s folder', async () => {
    const { document } = await part();
    // Until the page is read, the part is not a deck.
    await eventually(async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(PART.indexOf('logo.png')),
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.includes('images/logo.png'), labels.join(' '));
    });
  });

  it('show their pictures', async () => {
    const { document } = await part();
    await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(PART.indexOf('logo.png')),
      );
      const texts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
      assert.match(texts.map(({ value }) => value).join('\n'), /40 × 30/);
    });
  });

  it('follow what is renamed', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fixture(`${root}/images/logo.png`), fixture(`${root}/images/sign.png`));
    assert.ok(await vscode.workspace.applyEdit(edit));
    const { document } = await part();
    assert.equal(document.getText(), PART.replace('logo.png', 'sign.png'));
  });

  it('stay as they are when the part is moved', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fixture(`${root}/parts/part.md`), fixture(`${root}/other/part.md`));
    assert.ok(await vscode.workspace.applyEdit(edit));
    const { document } = await openFixture(`${root}/other/part.md`);
    assert.equal(document.getText(), PART);
  });
});
