import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, fixture, openFixture } from './workspace';

const CALL = `---
type: slide
---

# Call

---

# Team IaaS

Report by <a href="https://github.com/matofeder">@matofeder</a>

----

## Team IaaS - Domain manager

- one

---

# Team Ops

- two

---

# Thanks
`;

describe('the lenses over team sections', () => {
  let document: vscode.TextDocument;
  let findings: vscode.DiagnosticCollection;

  beforeEach(async () => {
    findings = vscode.languages.createDiagnosticCollection('test');
    await vscode.workspace.fs.writeFile(fixture('teams.md'), new TextEncoder().encode(CALL));
    document = (await openFixture('teams.md')).document;
  });
  afterEach(async () => {
    findings.dispose();
    await setting(undefined);
    await closeAllEditors();
    await vscode.workspace.fs.delete(fixture('teams.md'));
  });

  const setting = (value: boolean | undefined) =>
    vscode.workspace
      .getConfiguration('deckwright')
      .update('codeLens', value, vscode.ConfigurationTarget.Workspace);

  async function lenses(): Promise<[line: number, title: string][]> {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    return found.map(({ range, command }) => [range.start.line, command?.title ?? '']);
  }

  it('say how many slides there are and who reports', async () => {
    const summaries = (await lenses()).filter(([, title]) => title.includes('slide'));
    assert.deepEqual(summaries, [
      [8, '2 slides, reported by @matofeder'],
      [20, '1 slide, no reporter'],
    ]);
  });

  it('count the problems of each section', async () => {
    const before = await lenses();
    const finding = new vscode.Diagnostic(new vscode.Range(16, 0, 16, 2), 'wrong');
    finding.source = 'deckwright';
    const foreign = new vscode.Diagnostic(new vscode.Range(16, 0, 16, 2), 'misspelled');
    findings.set(document.uri, [finding, foreign]);
    const problems = (all: [number, string][]) =>
      Number(all.find(([line, title]) => line === 8 && title.includes('problem'))?.[1].split(' ')[0] ?? 0);
    assert.equal(problems(await lenses()), problems(before) + 1);
  });

  it('can be turned off', async () => {
    await setting(false);
    assert.deepEqual(await lenses(), []);
  });

  it('are in decks only', async () => {
    document = (await openFixture('notes.md')).document;
    assert.deepEqual(await lenses(), []);
  });
});
