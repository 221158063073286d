import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../vscode/until';
import {
  closeAllEditors,
  configFile,
  fixture,
  openAsUser,
  removeConfig,
  until,
  writeConfig,
} from './workspace';

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

  it('fix what is underlined and nothing else, in one step that can be undone', async () => {
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

  it('turn a rule off for the workspace, and keep what the configuration says', async () => {
    await writeConfig({ teams: ['Team A'] });
    // VS Code may still have the one of the test before.
    await eventually(async () => {
      const { lineAt } = await vscode.workspace.openTextDocument(configFile());
      assert.equal(lineAt(0).text, '{"teams":["Team A"]}');
    });
    const text = `${FRONT_MATTER}# One\n\n![lost](./lost.png)\n`;
    await open(text);
    const { range } = await problem('broken-image');
    const { command } = await action(range, 'Disable broken-image in this workspace');
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    await until(() => problems().length === 0, 'it is off');
    const written = new TextDecoder().decode(await fs.readFile(configFile()));
    assert.deepEqual(JSON.parse(written), { teams: ['Team A'], rules: { 'broken-image': 'off' } });
    await removeConfig();
  });

  const STYLE = '<style>h1 { color: "#50c3a5" }</style>\n\n';
  const PICTURES = '![red](pictures/red.png)\n\n---\n\n![sky](pictures/blue%20sky.png)\n';
  const FAULTY = `${FRONT_MATTER}${STYLE}# One\n\n${PICTURES}`;
  const SAFE = FAULTY.replaceAll('(pictures', '(./pictures');
  const VISIBLE = SAFE.replace('"#50c3a5"', '#50c3a5');
  const asOnWindows = (text: string) => text.replaceAll('\n', '\r\n');

  /** Presses the button of the newest message, as its key does, until that has an effect. */
  async function pressButton(isDone: () => boolean, what: string): Promise<void> {
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await until(isDone, what);
  }

  it('fix at once what changes no slide, and undo it with the button of the message', async () => {
    const document = await open(asOnWindows(FAULTY));
    await problem('bare-relative-path');
    await vscode.commands.executeCommand('deckwright.fixAll');
    assert.equal(document.getText(), asOnWindows(SAFE));
    await until(() => problems().length === 1, 'the color is left');
    await pressButton(() => document.getText() === asOnWindows(FAULTY), 'it is undone');
  });

  it('fix at once what changes slides too, with a separate command', async () => {
    const document = await open(FAULTY);
    await problem('invalid-css');
    await vscode.commands.executeCommand('deckwright.fixAllVisible');
    assert.equal(document.getText(), VISIBLE);
    await until(() => problems().length === 0, 'none is left');
    await pressButton(() => document.getText() === FAULTY, 'it is undone');
  });

  it('offer to change slides where nothing else is left', async () => {
    const document = await open(SAFE);
    await problem('invalid-css');
    await vscode.commands.executeCommand('deckwright.fixAll');
    assert.equal(document.getText(), SAFE);
    await pressButton(() => document.getText() === VISIBLE, 'it is repaired on request');
  });

  it('fix the deck of the preview that has the focus', async () => {
    const document = await open(FAULTY);
    await problem('bare-relative-path');
    await vscode.commands.executeCommand('deckwright.openPreview');
    await until(() => vscode.window.activeTextEditor === undefined, 'the preview has the keyboard');
    await vscode.commands.executeCommand('deckwright.fixAll');
    assert.equal(document.getText(), SAFE);
    await pressButton(() => document.getText() === FAULTY, 'it is undone');
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('fix what changes no slide when requested as a source action, as on saving', async () => {
    const document = await open(FAULTY);
    const { range } = await problem('bare-relative-path');
    const [fix, ...others] = await actions(range, vscode.CodeActionKind.SourceFixAll);
    assert.equal(fix?.kind?.value, 'source.fixAll.deckwright');
    assert.deepEqual(others, []);
    await apply(fix!);
    assert.equal(document.getText(), SAFE);
  });

  it('fix all from the menu of one of them, where there are more', async () => {
    const document = await open(FAULTY);
    const titles = async (rule: string) => {
      const { range } = await problem(rule);
      return (await actions(range)).map(({ title }) => title).filter((title) => title.startsWith('Fix all'));
    };
    const safe = 'Fix all safe problems in this deck';
    const visible = 'Fix all problems in this deck, including what shows';
    assert.deepEqual(await titles('bare-relative-path'), [safe, visible]);
    assert.deepEqual(await titles('invalid-css'), [visible]);
    const { range } = await problem('bare-relative-path');
    const { command: run } = await action(range, visible);
    await vscode.commands.executeCommand(run!.command, ...run!.arguments!);
    assert.equal(document.getText(), VISIBLE);
  });

  it('leave the deck alone where a picture can’t be fetched', async () => {
    await writeConfig({ hedgedocHosts: ['127.0.0.1:1'], remote: { allow: ['127.0.0.1:1'] } });
    const document = await open(`${FRONT_MATTER}# One\n\n![lost](http://127.0.0.1:1/uploads/lost.png)\n`);
    const { range } = await problem('hedgedoc-image-not-archived');
    const { command } = await action(range, 'Save this picture beside the deck');
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    assert.equal(document.isDirty, false);
    await assert.rejects(async () => fs.stat(fixture('lost.png')));
    await removeConfig();
  });

  it('are not offered where nothing is wrong', async () => {
    const document = await open(`${FRONT_MATTER}# One\n\n![lost](./lost.png)\n`);
    await problem('broken-image');
    const titles = (await actions(document.lineAt(5).range)).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => /Disable|Fix all/.test(title)),
      [],
    );
  });
});
