import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, fixture, openAsUser, until } from './workspace';

const { fs } = vscode.workspace;
const encode = (text: string) => new TextEncoder().encode(text);
const FRONT_MATTER = '---\ntitle: Fixed\ntype: slide\n---\n\n';

describe('Quick fixes', () => {
  let tests = 0;
  let uri: vscode.Uri;

  beforeEach(() => {
    uri = fixture(`fixed${++tests}.md`);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllEditors();
    await fs.delete(uri);
  });

  async function open(text: string): Promise<vscode.TextDocument> {
    await fs.writeFile(uri, encode(text));
    return openAsUser(uri);
  }

  const problems = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'deckwright');

  async function problem(rule: string): Promise<vscode.Diagnostic> {
    const find = () => problems().find(({ code }) => (code as { value: string }).value === rule);
    await until(() => find() !== undefined, `${rule} is found`);
    return find()!;
  }

  async function actions(range: vscode.Range, kind?: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
    return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind?.value);
  }

  async function action(range: vscode.Range, title: string): Promise<vscode.CodeAction> {
    const all = await actions(range);
    const found = all.find((one) => one.title === title);
    assert.ok(found, `${title} is not among: ${all.map((one) => one.title).join(', ')}`);
    return found;
  }

  async function apply({ edit }: vscode.CodeAction): Promise<void> {
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
  }

  it('repair what is underlined and nothing else, in one step that can be undone', async () => {
    const text = `${FRONT_MATTER}# One\n\n![red](./pictures/rad.png)\n`.replaceAll('\n', '\r\n');
    const document = await open(text);
    const { range } = await problem('broken-image');
    await apply(await action(range, 'Change to ./pictures/red.png'));
    assert.equal(document.getText(), text.replace('rad.png', 'red.png'));
    await until(() => problems().length === 0, 'it is resolved');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('silence a rule for a line, or for the deck', async () => {
    const text = `${FRONT_MATTER}# One\n\nSee ![lost](./lost.png) here.\n\n---\n\n![gone](./gone.png)\n`;
    const document = await open(text);
    const { range } = await problem('broken-image');
    await apply(await action(range, 'Disable broken-image for this line'));
    await until(() => problems().length === 1, 'one is silenced');
    assert.ok(document.getText().includes('here. <!-- deckwright-disable-line broken-image -->\n'));
    const other = await problem('broken-image');
    await apply(await action(other.range, 'Disable broken-image in this deck'));
    await until(() => problems().length === 0, 'both are silenced');
  });

  const FAULTY = `\n${FRONT_MATTER}# One\n\n![red](pictures/red.png)\n\n---\n\n![sky](pictures/blue%20sky.png)\n`;

  it('repair all at once, by the command', async () => {
    const document = await open(FAULTY.replaceAll('\n', '\r\n'));
    await problem('misplaced-frontmatter');
    await vscode.commands.executeCommand('deckwright.fixAll');
    const fixed = document.getText();
    assert.ok(fixed.startsWith('---\r\ntitle'), fixed);
    assert.ok(!/[^\r]\n/.test(fixed));
    await until(() => problems().length === 0, 'none is left');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), FAULTY.replaceAll('\n', '\r\n'));
  });

  it('repair all when asked for as a source action, as on saving', async () => {
    const document = await open(FAULTY);
    const { range } = await problem('misplaced-frontmatter');
    const [fix, ...others] = await actions(range, vscode.CodeActionKind.SourceFixAll);
    assert.equal(fix?.kind?.value, 'source.fixAll.deckwright');
    assert.deepEqual(others, []);
    await apply(fix!);
    assert.ok(document.getText().startsWith('---\ntitle'));
  });

  it('repair all from the menu of one of them', async () => {
    const document = await open(FAULTY);
    const { range } = await problem('misplaced-frontmatter');
    const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    await apply(all.find(({ title }) => title === 'Fix all safe problems in this deck')!);
    assert.ok(document.getText().startsWith('---\ntitle'));
    await until(() => problems().length === 0, 'none is left');
  });

  it('are not offered where nothing is wrong', async () => {
    const document = await open(`${FRONT_MATTER}# One\n\n![lost](./lost.png)\n`);
    await problem('broken-image');
    const titles = (await actions(document.lineAt(5).range)).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => /Disable|Fix all safe/.test(title)),
      [],
    );
  });
});
