import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAllEditors,
  fixture,
  openAsUser,
  openUntitled,
  removeConfig,
  until,
  writeConfig,
} from './workspace';

const { fs } = vscode.workspace;
const FRONT_MATTER = '---\ntitle: Checked\ntype: slide\n---\n\n';
const encode = (text: string) => new TextEncoder().encode(text);

describe('Problems of a deck', () => {
  const extensionId = 'deckwright.deckwright';
  let tests = 0;
  let folder: vscode.Uri;
  const file = (name: string) => vscode.Uri.joinPath(folder, name);

  beforeEach(async () => {
    folder = fixture(`checked${++tests}`);
    await fs.createDirectory(folder);
  });
  afterEach(async () => {
    await vscode.workspace.getConfiguration('deckwright').update('lint.run', undefined);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllEditors();
    await removeConfig();
    await fs.delete(folder, { recursive: true });
  });

  async function open(text: string, name = 'deck.md'): Promise<vscode.TextDocument> {
    await fs.writeFile(file(name), encode(text));
    return openAsUser(file(name));
  }

  const problems = (uri = file('deck.md')) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'deckwright');
  const rules = (uri?: vscode.Uri) =>
    problems(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
  const has = (rule: string) => rules().includes(rule);
  const found = (rule: string) => until(() => has(rule), `${rule} is found`);
  const gone = (rule: string) => until(() => !has(rule), `${rule} is gone`);

  async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
    const start = document.getText().indexOf(old);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + old.length));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('underline exactly what is wrong, and lead to what their rule means', async () => {
    const document = await open(`${FRONT_MATTER}# One\n\n![lost](./lost.png)\n`);
    await found('broken-image');
    const [problem] = problems();
    assert.equal(document.getText(problem!.range), './lost.png');
    assert.equal(problem!.severity, vscode.DiagnosticSeverity.Error);
    const code = problem!.code as { target: vscode.Uri };
    assert.equal(
      code.target.toString(true),
      'https://github.com/deckwright/deckwright/blob/main/docs/rules/broken-image.md',
    );
  });

  it('come and go as the user types, also in decks with Windows line endings', async () => {
    const document = await open(`${FRONT_MATTER}# One\n\n---\n\n# Two\n`.replaceAll('\n', '\r\n'));
    assert.deepEqual(rules(), []);
    await replace(document, '# Two', '# Two\n\n![](./gone.png)');
    await found('broken-image');
    assert.ok(problems().some(({ range }) => document.getText(range) === './gone.png'));
    await replace(document, '![](./gone.png)', '');
    await until(() => rules().length === 0, 'none is left');
  });

  it('are those of the current text, however fast the user types', async () => {
    const document = await open(`${FRONT_MATTER}# One\n\n![lost](./a.png)\n`);
    await found('broken-image');
    for (const letter of 'bcdefgh') await replace(document, '![lost](./', `![lost](./${letter}`);
    await until(
      () => problems().some(({ range }) => document.getText(range) === './hgfedcba.png'),
      'the last text is underlined',
    );
  });

  it('follow the files: created, removed, in folders that come, go and are renamed', async () => {
    await open(`${FRONT_MATTER}# One\n\n![a](./a.png) ![b](./pictures/deep/b.png)\n`);
    const lost = () => problems().filter(({ code }) => (code as { value: string }).value === 'broken-image');
    const count = (expected: number, what: string) => until(() => lost().length === expected, what);
    const red = await fs.readFile(fixture('pictures/red.png'));
    await count(2, 'both are missing');
    await fs.writeFile(file('a.png'), red);
    await count(1, 'one is there');
    await fs.writeFile(file('pictures/deep/b.png'), red);
    await count(0, 'both are there');
    await fs.rename(file('pictures'), file('elsewhere'));
    await count(1, 'its folder is gone');
    await fs.rename(file('elsewhere'), file('pictures'));
    await count(0, 'its folder is back');
    await fs.delete(file('pictures'), { recursive: true });
    await count(1, 'its folder was removed');
    await fs.writeFile(file('pictures/deep/c.png'), red);
    await fs.writeFile(file('pictures/deep/b.png'), red);
    await count(0, 'it was made anew');
    await fs.delete(file('a.png'));
    await count(1, 'the other one is gone');
  });

  it('follow the content of files', async () => {
    await fs.writeFile(file('a.png'), encode(''));
    await open(`${FRONT_MATTER}# One\n\n![a](./a.png)\n`);
    await found('invalid-image');
    await fs.writeFile(file('a.png'), await fs.readFile(fixture('pictures/red.png')));
    await gone('invalid-image');
  });

  it('follow the text of other decks, even if it is not saved yet', async () => {
    await fs.writeFile(file('other.md'), encode(`${FRONT_MATTER}# Apples\n`));
    await open(`${FRONT_MATTER}# One\n\n[Pears](./other.md#pears)\n`);
    await found('broken-anchor');
    const other = await openAsUser(file('other.md'));
    await replace(other, 'Apples', 'Pears');
    await gone('broken-anchor');
    await other.save();
  });

  it('follow the configuration', async () => {
    await open(`${FRONT_MATTER}# One\n\n![lost](./lost.png)\n`);
    await found('broken-image');
    await writeConfig({ rules: { 'broken-image': 'hint' } });
    await until(
      () => problems().some(({ severity }) => severity === vscode.DiagnosticSeverity.Hint),
      'it is a hint',
    );
    await writeConfig({ rules: { 'broken-image': 'off' } });
    await gone('broken-image');
    await writeConfig({ ignore: ['somewhere/**'] });
    await found('broken-image');
    await writeConfig({ ignore: ['checked*/**'] });
    await gone('broken-image');
    await writeConfig({});
    await found('broken-image');
    await writeConfig({ decks: { 'checked*/**': 'none' } });
    await until(() => problems().length === 0, 'it is no deck');
  });

  it('warn of placeholders once per slide, or are the errors that the configuration makes of them', async () => {
    const document = await open(
      `${FRONT_MATTER}# Team Ops\n\nReport by @todo\n\n* Subtopic 1\n* Subtopic 2\n`,
    );
    await found('placeholder');
    const left = () =>
      problems().filter(({ message }) => message.startsWith('3 placeholders left: "@todo", '));
    assert.deepEqual(
      left().map(({ severity, range }) => [severity, document.getText(range)]),
      [[vscode.DiagnosticSeverity.Warning, '@todo']],
    );
    await writeConfig({ rules: { placeholder: 'error' } });
    await until(() => left()[0]?.severity === vscode.DiagnosticSeverity.Error, 'it is an error');
  });

  it('are found on saving only, or not at all, where the settings say so', async () => {
    const settings = vscode.workspace.getConfiguration('deckwright');
    const document = await open(`${FRONT_MATTER}# One\n\n![lost](./lost.png)\n`);
    await found('broken-image');
    await settings.update('lint.run', 'off');
    await until(() => problems().length === 0, 'none is shown');
    await settings.update('lint.run', 'save');
    await found('broken-image');
    await replace(document, './lost.png', './other.png');
    await document.save();
    await until(() => problems().some(({ message }) => message.includes('other.png')), 'it is found anew');
  });

  it('end when the document is closed, or is no longer a deck', async () => {
    const document = await open(`${FRONT_MATTER}# One\n\n![lost](./lost.png)\n`);
    await found('broken-image');
    await replace(document, FRONT_MATTER, '');
    await until(() => problems().length === 0, 'no deck, no problems');
    await vscode.commands.executeCommand('undo');
    await found('broken-image');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await until(() => problems().length === 0, 'not markdown, no problems');
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await found('broken-image');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => problems().length === 0, 'none of closed documents');
  });

  it('end with the editor of a deck that was never saved', async () => {
    const content = `${FRONT_MATTER}# One\n\n##\n`;
    const { uri } = await openUntitled(content);
    await vscode.commands.executeCommand('vscode.open', uri);
    await until(() => rules(uri).length > 0, 'some are found');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => rules(uri).length === 0, 'none of a document that nobody sees');
  });

  it('end with the deck’s editor, although VS Code keeps the document for a while, and come back with it', async () => {
    await fs.writeFile(file('deck.md'), encode(`${FRONT_MATTER}# One\n\n![lost](./lost.png)\n`));
    const document = await vscode.workspace.openTextDocument(file('deck.md'));
    await vscode.window.showTextDocument(document);
    await found('broken-image');
    await closeAllEditors();
    await until(() => problems().length === 0, 'none of a deck that nobody sees');
    assert.equal(document.isClosed, false);
    await vscode.window.showTextDocument(document);
    await found('broken-image');
  });

  it('are not looked for in other markdown', async () => {
    await open('# Shopping\n\n![lost](./lost.png)\n', 'notes.md');
    await open(`${FRONT_MATTER}# One\n\n![lost](./lost.png)\n`);
    await found('broken-image');
    assert.deepEqual(problems(file('notes.md')), []);
  });

  it('of an unsaved deck are only those that need no files', async () => {
    const content = `${FRONT_MATTER}# One\n\n![](./lost.png)\n\n##\n`;
    const document = await openUntitled(content);
    await vscode.window.showTextDocument(document);
    await until(() => rules(document.uri).length > 0, 'some are found');
    assert.ok(!rules(document.uri).includes('broken-image'), rules(document.uri).join());
  });

  it('include a formatter that would run over the deck', async () => {
    const settings = () =>
      vscode.workspace.getConfiguration('editor', { uri: file('deck.md'), languageId: 'markdown' });
    const set = (name: string, value: unknown) =>
      settings().update(name, value, vscode.ConfigurationTarget.Workspace, true);
    try {
      // Any extension that is active in markdown and visible from either host.
      await set('defaultFormatter', extensionId);
      await open(`${FRONT_MATTER}# One\n\n---\n\n# Two\n`);
      await set('formatOnSave', true);
      await found('formatter-hazard');
      const [problem] = problems();
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        file('deck.md'),
        problem!.range,
      );
      const action = actions.find(({ title }) => title.startsWith("Don't format markdown on save"));
      assert.ok(action?.command, actions.map(({ title }) => title).join());
      await vscode.commands.executeCommand(action.command.command, ...action.command.arguments!);
      await gone('formatter-hazard');
      assert.equal(settings().get('formatOnSave'), false);
    } finally {
      await set('defaultFormatter', undefined);
      await set('formatOnSave', undefined);
    }
  });

  it('include no formatter that is set for all languages and does not know markdown', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    try {
      // Starts for every language, as Biome and ESLint do.
      await settings.update('defaultFormatter', 'vscode.merge-conflict');
      await settings.update('formatOnSave', true);
      await open(`${FRONT_MATTER}# One\n\n---\n\n![lost](./lost.png)\n`);
      await found('broken-image');
      assert.ok(!has('formatter-hazard'));
    } finally {
      await settings.update('defaultFormatter', undefined);
      await settings.update('formatOnSave', undefined);
    }
  });

  it('report an encoding that others can’t read, until it is UTF-8', async () => {
    const text = `${FRONT_MATTER}# One\n`;
    const bytes = new Uint8Array(2 + 2 * text.length);
    bytes.set([0xff, 0xfe]);
    for (let index = 0; index < text.length; index++) bytes[2 + 2 * index] = text.charCodeAt(index);
    await fs.writeFile(file('deck.md'), bytes);
    await openAsUser(file('deck.md'));
    await found('unreadable-file');
    await fs.writeFile(file('deck.md'), encode(text));
    await vscode.workspace.openTextDocument(file('deck.md'), { encoding: 'utf8' });
    await gone('unreadable-file');
  });

  it('of ten thousand slides follow an edit', async () => {
    const slide = (number: number) => `# Slide ${number}\n\nText of slide ${number}.\n`;
    const slides = Array.from({ length: 10_000 }, (_, index) => slide(index + 1));
    const document = await open(`${FRONT_MATTER}${slides.join('\n---\n\n')}\n![lost](./lost.png)\n`);
    await found('broken-image');
    await replace(document, 'Slide 5000', 'Slide 5000 ![](./gone.png)');
    await until(() => problems().some(({ range }) => document.getText(range) === './gone.png'), 'found');
  });
});
