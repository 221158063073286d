import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, fixture, openAsUser, until } from './workspace';

const HEAD = '---\ntype: slide\n---\n\n# A\n\n---\n\n# B\n\n';
const TAIL = '* last\n\n---\n\n# C\n';
const DECK = `${HEAD}<<<<<<< HEAD\n* ours\n=======\n* theirs\n>>>>>>> topic\n${TAIL}`;

describe('A merge conflict in a deck', () => {
  const uri = fixture('conflicted.md');
  let document: vscode.TextDocument;

  beforeEach(async () => {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(DECK));
    document = await openAsUser(uri);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAllEditors();
    await vscode.workspace.fs.delete(uri);
  });

  function putCursor(text: string): void {
    const position = document.positionAt(DECK.indexOf(text));
    vscode.window.activeTextEditor!.selection = new vscode.Selection(position, position);
  }

  for (const { command, cursor, kept } of [
    { command: 'take', cursor: '* ours', kept: '* ours\n' },
    { command: 'take', cursor: '* theirs', kept: '* theirs\n' },
    { command: 'takeBoth', cursor: '* theirs', kept: '* ours\n* theirs\n' },
  ]) {
    it(`is resolved by ${command} at "${cursor}", in one step that can be undone`, async () => {
      putCursor(cursor);
      await vscode.commands.executeCommand(`deckwright.slide.${command}`);
      assert.equal(document.getText(), HEAD + kept + TAIL);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), DECK);
    });
  }

  it('is left alone on other slides', async () => {
    putCursor('# C');
    await vscode.commands.executeCommand('deckwright.slide.take');
    assert.equal(document.getText(), DECK);
  });

  it('comes before other edits of slides', async () => {
    for (const command of ['delete', 'duplicate', 'moveUp', 'joinWithNext']) {
      putCursor('# C');
      await vscode.commands.executeCommand(`deckwright.slide.${command}`);
    }
    assert.equal(document.getText(), DECK);
  });

  it('makes a symbol of each side', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const slides = symbols.filter(({ kind }) => kind === vscode.SymbolKind.File);
    assert.deepEqual(slides.map(({ name, detail }) => [name, detail]).sort(), [
      ['1 A', ''],
      ['2 B · ours', 'Current change: HEAD'],
      ['3 B · theirs', 'Incoming change: topic'],
      ['4 C', ''],
    ]);
    // As breadcrumbs do.
    const at = (text: string) => {
      const position = document.positionAt(DECK.indexOf(text));
      return slides.find(({ range }) => range.contains(position))?.name;
    };
    assert.deepEqual(['# A', '# B', '* ours', '* theirs', '* last', '# C'].map(at), [
      '1 A',
      '2 B · ours',
      '2 B · ours',
      '3 B · theirs',
      '3 B · theirs',
      '4 C',
    ]);
  });

  it('is a problem with a quick fix for each side and for both', async () => {
    const problems = () =>
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'deckwright');
    await until(() => problems().length > 0, 'the conflict is found');
    assert.deepEqual(
      problems().map(({ code, severity, range }) => [
        (code as { value: string }).value,
        severity,
        document.getText(range),
      ]),
      [['merge-conflict', vscode.DiagnosticSeverity.Error, '<<<<<<< HEAD']],
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problems()[0]!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title === 'Take the incoming change (topic)');
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.equal(document.getText(), `${HEAD}* theirs\n${TAIL}`);
    await until(() => problems().length === 0, 'the problem is gone');
  });
});
