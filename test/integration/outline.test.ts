import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { Findings } from '../../src/outline/findings';
import { closeAllEditors, openFixture, openUntitled, tabLabels, until } from './workspace';

/** The symbols of a document that are slides: others find headings in markdown too. */
async function slideSymbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return (found ?? []).filter(({ kind }) => [vscode.SymbolKind.File, vscode.SymbolKind.Array].includes(kind));
}

async function folds(document: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  );
  const slides = found.filter(({ kind }) => kind === vscode.FoldingRangeKind.Region);
  return slides.map(({ start, end }) => `${start + 1}-${end + 1}`);
}

const lines = ({ start, end }: vscode.Range) => `${start.line + 1}-${end.line + 1}`;
const cursorLine = (editor: vscode.TextEditor) => editor.selection.active.line + 1;

function putCursor(editor: vscode.TextEditor, line: number): void {
  const position = new vscode.Position(line - 1, 0);
  editor.selection = new vscode.Selection(position, position);
}

describe('the slides in the text', () => {
  // When asked for symbols, VS Code does not wait until an extension has any to give.
  before(() => vscode.extensions.getExtension('deckwright.deckwright')!.activate());
  afterEach(closeAllEditors);

  it('are symbols, those of a stack below its first', async () => {
    const { document } = await openFixture('stacks.md');
    const symbols = await slideSymbols(document);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['1 Title', '2.1 Team A', '3 Team B', '4 Questions'],
    );
    assert.deepEqual(
      symbols[1]!.children.map(({ name, detail }) => [name, detail]),
      [
        ['2.2 Topic A1', 'one · 3 fragments'],
        ['2.3 Empty slide', ''],
      ],
    );
    assert.equal(symbols[2]!.detail, 'Read the first slide again. · notes');
  });

  it('reach from their separator to the next and are found by title', async () => {
    const { document } = await openFixture('stacks.md');
    const [title, teamA] = await slideSymbols(document);
    assert.equal(lines(title!.range), '1-10');
    assert.equal(lines(title!.selectionRange), '9-9');
    assert.equal(lines(teamA!.range), '11-24');
    assert.equal(lines(teamA!.selectionRange), '13-13');
    assert.equal(lines(teamA!.children[0]!.range), '15-22');
  });

  it('are symbols and folds in decks of every dialect, but not in other markdown', async () => {
    const talk = await openFixture('talk.md');
    const [stack] = await slideSymbols(talk.document);
    const names = [stack!, ...stack!.children].map(({ name }) => name);
    assert.deepEqual(names, ['1 A talk', '2 Picture', '3 The end']);
    assert.deepEqual(await folds(talk.document), ['1-17', '6-11', '14-17']);
    const { document } = await openFixture('notes.md');
    assert.deepEqual(await slideSymbols(document), []);
    assert.deepEqual(await folds(document), []);
  });

  it('fold to their title, and so do stacks', async () => {
    const { document } = await openFixture('stacks.md');
    assert.deepEqual(await folds(document), ['13-24', '17-21', '27-32']);
  });
});

describe('moving through a deck', () => {
  afterEach(closeAllEditors);

  it('goes to the next and the previous slide, stacks included, and no further than the ends', async () => {
    const editor = await openFixture('stacks.md');
    putCursor(editor, 1);
    const visited: number[] = [cursorLine(editor)];
    for (let step = 0; step < 6; step++) {
      await vscode.commands.executeCommand('deckwright.nextSlide');
      visited.push(cursorLine(editor));
    }
    assert.deepEqual(visited, [1, 13, 17, 24, 27, 36, 36]);
    await vscode.commands.executeCommand('deckwright.previousSlide');
    assert.equal(cursorLine(editor), 27);
  });

  it('goes to the title of the first slide, not to the style sheet before it', async () => {
    const content = '---\ntype: slide\n---\n\n<style>\nh1 {}\n</style>\n\n# One\n\n---\n\n# Two\n';
    const document = await openUntitled(content);
    const editor = await vscode.window.showTextDocument(document);
    putCursor(editor, 13);
    await vscode.commands.executeCommand('deckwright.previousSlide');
    assert.equal(cursorLine(editor), 9);
    await vscode.commands.executeCommand('deckwright.selectSlide');
    assert.equal(editor.document.getText(editor.selection), '<style>\nh1 {}\n</style>\n\n# One');
  });

  it('selects a slide with its notes, without the blank lines around it', async () => {
    const editor = await openFixture('stacks.md');
    putCursor(editor, 29);
    await vscode.commands.executeCommand('deckwright.selectSlide');
    const text = editor.document.getText(editor.selection);
    assert.equal(
      text,
      '# Team B\n\nRead [the first slide](#/0) again.\n\nNote:\nNobody but the speaker reads this.',
    );
  });

  it('works where only the preview shows the deck', async () => {
    const editor = await openFixture('stacks.md');
    putCursor(editor, 9);
    await vscode.commands.executeCommand('deckwright.openPreview');
    await until(() => tabLabels().includes('Preview stacks.md'), 'the preview has a tab');
    await until(() => vscode.window.activeTextEditor === undefined, 'the preview is in front');
    await vscode.commands.executeCommand('deckwright.nextSlide');
    assert.equal(vscode.window.visibleTextEditors.length, 0);
    assert.equal(cursorLine(await openFixture('stacks.md')), 9);
  });

  it('leaves the document as it is', async () => {
    const { document } = await openFixture('crlf.md');
    await vscode.commands.executeCommand('deckwright.nextSlide');
    await vscode.commands.executeCommand('deckwright.selectSlide');
    assert.equal(document.isDirty, false);
  });
});

describe('the sample deck', () => {
  afterEach(closeAllEditors);

  it('opens beside its preview', async () => {
    await vscode.commands.executeCommand('deckwright.openSample');
    await until(() => tabLabels().includes('Preview sample.md'), 'the preview has a tab');
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.path);
    assert.ok(shown[0]?.endsWith('/media/sample/sample.md'), shown.join());
  });
});

describe('findings in the view of slides', () => {
  const collection = vscode.languages.createDiagnosticCollection('test');
  const findings = new Findings();
  const resourceOf = ({ index }: { index: number }) => vscode.Uri.parse(`deckwright-slide:/1/${index}`);
  const decorationOf = (index: number) => findings.badges.provideFileDecoration(resourceOf({ index }));
  const setting = () => vscode.workspace.getConfiguration('deckwright.lint');
  before(async () => {
    // What is really wrong in the fixture would be counted with it.
    await setting().update('run', 'off', vscode.ConfigurationTarget.Global);
    const { document } = await openFixture('stacks.md');
    await until(() => vscode.languages.getDiagnostics(document.uri).length === 0, 'nothing is linted');
  });
  after(async () => {
    await setting().update('run', undefined, vscode.ConfigurationTarget.Global);
    collection.dispose();
    findings.dispose();
    await closeAllEditors();
  });

  const report = async (...found: [line: number, severity: vscode.DiagnosticSeverity, source?: string][]) => {
    const { document } = await openFixture('stacks.md');
    const told = new Promise<void>((resolve) => {
      const subscription = vscode.languages.onDidChangeDiagnostics(() => {
        subscription.dispose();
        resolve();
      });
    });
    const diagnostics = found.map(([line, severity, source = 'deckwright']) => {
      const diagnostic = new vscode.Diagnostic(
        new vscode.Range(line - 1, 0, line - 1, 1),
        'What is wrong',
        severity,
      );
      diagnostic.source = source;
      return diagnostic;
    });
    collection.set(document.uri, diagnostics);
    await told;
    findings.read(document, parseDeck(document.getText()), resourceOf);
  };

  it('are counted per slide and colored by the worst', async () => {
    await report(
      [13, vscode.DiagnosticSeverity.Warning],
      [13, vscode.DiagnosticSeverity.Error],
      [27, vscode.DiagnosticSeverity.Warning],
      [29, vscode.DiagnosticSeverity.Information],
      [36, vscode.DiagnosticSeverity.Information],
    );
    assert.equal(decorationOf(0), undefined);
    const shown = [1, 4, 5].map((index) => [decorationOf(index)?.badge, decorationOf(index)?.color]);
    const error = new vscode.ThemeColor('list.errorForeground');
    const warning = new vscode.ThemeColor('list.warningForeground');
    assert.deepEqual(shown, [
      ['2', error],
      ['2', warning],
      ['1', undefined],
    ]);
    assert.equal(findings.messagesOf(resourceOf({ index: 1 })).length, 2);
  });

  it('are only ours, without the hints', async () => {
    await report([13, vscode.DiagnosticSeverity.Error, 'markdownlint'], [17, vscode.DiagnosticSeverity.Hint]);
    assert.deepEqual([decorationOf(1), decorationOf(2)], [undefined, undefined]);
  });
});
