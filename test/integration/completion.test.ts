import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openFixture } from './workspace';

describe('completion in decks', () => {
  // VS Code does not wait for extensions with these requests.
  before(() => vscode.extensions.getExtension('deckwright.deckwright')!.activate());
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAllEditors();
  });

  /** Rows offered at the `|` in the text that replaces `search`. */
  async function offered(search: string, marked: string, trigger?: string, name = 'completion/deck.md') {
    const editor = await openFixture(name);
    const { document } = editor;
    const start = document.getText().indexOf(search);
    assert.ok(start >= 0, search);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + search.length));
    await editor.edit((edit) => edit.replace(range, marked.replace('|', '')));
    const position = document.positionAt(start + marked.indexOf('|'));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
      trigger,
      5,
    );
    return { editor, position, items: sorted(items) };
  }

  const sorted = (items: readonly vscode.CompletionItem[]) =>
    [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  const labels = (items: readonly vscode.CompletionItem[]) =>
    items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  const find = (items: readonly vscode.CompletionItem[], wanted: string) => {
    const item = items[labels(items).indexOf(wanted)];
    assert.ok(item, `${wanted} in ${labels(items).join(' ')}`);
    return item;
  };
  const documentation = ({ documentation }: vscode.CompletionItem) =>
    (documentation instanceof vscode.MarkdownString ? documentation.value : (documentation ?? '')).replaceAll(
      '\\',
      '',
    );
  const textIn = ({ document }: vscode.TextEditor, { range }: vscode.CompletionItem) =>
    document.getText(range instanceof vscode.Range ? range : range?.replacing);

  it('offers the keys of the frontmatter on their level, with text and default', async () => {
    const { items } = await offered('  theme: white\n', '  |\n');
    assert.ok(!labels(items).includes('title'));
    assert.ok(!labels(items).includes('parallaxBackgroundImage'));
    assert.match(documentation(find(items, 'transition')), /Default: none/);
  });

  it('offers the values of a key, with a picture of each theme', async () => {
    const { editor, items } = await offered('theme: white', 'theme: whi|te', ' ');
    const item = find(items, 'sky');
    assert.equal(textIn(editor, item), 'white');
    assert.match(documentation(item), /!\[\]\([^)]*media\/options\/theme-hedgedoc-sky\.png\|width=/);
  });

  it('offers attributes in comments, and their values', async () => {
    const names = await offered('data-transition="zoom"', '|', ' ');
    assert.ok(labels(names.items).includes('data-state'));
    assert.ok(!labels(names.items).includes('data-background'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const values = await offered('data-transition="zoom"', 'data-transition="z|oom"', '"');
    assert.match(documentation(find(values.items, 'convex')), /transition-convex\.png/);
    assert.equal(textIn(values.editor, find(values.items, 'convex')), 'zoom');
  });

  it('offers pictures by paths that HedgeDoc keeps, escaped, and folders', async () => {
    const { items } = await offered('./pictures/red.png =200x', '|', '(');
    assert.deepEqual(labels(items).slice(0, 2), ['./logo.png', './pictures/']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const inFolder = await offered('./pictures/red.png', './pictures/|red.png');
    const item = find(inFolder.items, './pictures/blue sky.png');
    assert.equal(item.insertText, './pictures/blue%20sky.png');
    assert.equal(textIn(inFolder.editor, item), './pictures/red.png');
    assert.match(documentation(item), /40 × 30 pixels.*blue%20sky\.png\|width=40/s);
  });

  it('offers decks and other files in links, not the deck itself, and nothing outside the workspace', async () => {
    const { items } = await offered('#/1', './|');
    assert.ok(labels(items).includes('./other.md'));
    assert.ok(!labels(items).includes('./deck.md'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const outside = await offered('#/1', '../../../|');
    assert.ok(!labels(outside.items).some((label) => label.startsWith('../../../')));
  });

  it('offers backgrounds: pictures and the colors of the deck', async () => {
    const { items } = await offered('data-background="#50c3a5"', 'data-background="|"', '"');
    assert.ok(labels(items).includes('./logo.png'));
    assert.ok(labels(items).indexOf('RED') < labels(items).indexOf('tomato'));
  });

  it('offers the slides of the deck by their titles', async () => {
    const { items } = await offered('#/1', '#|', '#');
    const item = find(items, '#/1');
    assert.deepEqual(item.label, { label: '#/1', description: 'Team IaaS' });
  });

  it('offers emoji and the languages of code', async () => {
    const emoji = await offered('Report by', 'Report :smi|');
    assert.equal(textIn(emoji.editor, find(emoji.items, ':smile:')), ':smi');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const languages = await offered('Report by', '```ya|\n```');
    assert.equal(textIn(languages.editor, find(languages.items, 'yaml')), 'ya');
    assert.ok(labels(languages.items).includes('mermaid'));
  });

  it('offers handles: the reporters of the team first, then those of the decks by frequency', async () => {
    const { items } = await offered('Report by', 'Report by @|', '@');
    const found = labels(items);
    assert.deepEqual(found.slice(0, 2), ['@matofeder', '@jschoone']);
    assert.ok(found.indexOf('@garloff') < found.indexOf('@o-otte'));
    assert.ok(!found.includes('@nobody'));
    assert.ok(!found.includes('@excluded'), 'of a file that the configuration says is no deck');
    const link = items.find(({ insertText }) => insertText?.toString().startsWith('<a'));
    assert.equal(link?.insertText, '<a href="https://github.com/matofeder">@matofeder</a>');
  });

  it('offers the teams of the configuration', async () => {
    const { editor, items } = await offered('# Team IaaS', '# Team I|aaS', ' ');
    assert.deepEqual(labels(items), ['Team IaaS', 'Team Container', 'Team Ops']);
    assert.equal(textIn(editor, items[0]!), 'Team IaaS');
  });

  it('offers none of this in code', async () => {
    const { items } = await offered('Report by', '```\n@|\n```', '@');
    assert.ok(!labels(items).some((label) => label.startsWith('@')));
  });

  it('leaves ordinary markdown alone', async () => {
    const { items } = await offered('@nobody', '@|', '@', 'completion/plain.md');
    assert.ok(!labels(items).some((label) => label.startsWith('@')));
  });
});
