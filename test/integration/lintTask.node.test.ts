import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { Severity } from '../../src/core/config/config';
import type { ReportedFinding } from '../../src/core/lint/report';
import {
  closeAllEditors,
  extensionUri,
  fixture,
  openAsUser,
  removeConfig,
  until,
  writeConfig,
} from './workspace';

const { fs } = vscode.workspace;
const encode = (text: string) => new TextEncoder().encode(text);
const FRONT_MATTER = '---\ntitle: Same\ntype: slide\n---\n\n';
const TALL = Array.from({ length: 60 }, (_, line) => `- line ${line}`).join('\n');

const DECKS: Record<string, string> = {
  'links.md': `${FRONT_MATTER}# One\n\n![lost](./lost.png) [gone](../other.md) ![](../pictures/Red.png)\n\n[dead](../deck.md#no-such)\n`,
  'structure.md': `${FRONT_MATTER}# One\n\n---\n\n##\n\n----\n\n# One\n---\n\n${TALL}\n\n- - -\n\n**not bold **\n`,
  'windows.md':
    `${FRONT_MATTER}# Ümläut 😀\n\n<div>![x](./x.png)\n\n[a](http://example.com)\n\n---\n`.replaceAll(
      '\n',
      '\r\n',
    ),
  'bom.md': `\ufeff${FRONT_MATTER}# One\n`,
  'misplaced.md': `\n${FRONT_MATTER}# One\n\n---\n\n# Two <!-- .slide: data-backgruond="red" -->\n`,
  'quiet.md': `${FRONT_MATTER}# One\n\n![lost](./lost.png) <!-- deckwright-disable-line -->\n`,
};

const SEVERITIES: Record<vscode.DiagnosticSeverity, Severity> = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'info',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
};

describe('The command line', () => {
  const folder = fixture('same');
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const problems = (name: string) =>
    vscode.languages.getDiagnostics(file(name)).filter(({ source }) => source === 'deckwright');

  before(async () => {
    // Its root is the repository; the editor's is the workspace folder.
    await fs.createDirectory(fixture('.git'));
    for (const [name, text] of Object.entries(DECKS)) await fs.writeFile(file(name), encode(text));
    await writeConfig({ rules: { 'insecure-link': 'error', 'empty-heading': 'off' } });
  });
  afterEach(closeAllEditors);
  after(async () => {
    await removeConfig();
    await fs.delete(folder, { recursive: true });
    await fs.delete(fixture('.git'), { recursive: true });
  });

  function reported(): (Omit<ReportedFinding, 'fix'> & { fixable: boolean })[] {
    const cli = vscode.Uri.joinPath(extensionUri, 'dist/cli.js').fsPath;
    const args = [cli, 'lint', 'same', '--format', 'json', '--hints', '--max-warnings', '9999'];
    try {
      return JSON.parse(execFileSync(process.execPath, args, { cwd: fixture('.').fsPath, encoding: 'utf8' }));
    } catch (error) {
      return JSON.parse((error as { stdout: string }).stdout).findings;
    }
  }

  it('finds in each deck what the editor finds', async () => {
    const expected = reported();
    const rules = new Set(expected.map(({ rule }) => rule));
    assert.ok(rules.size > 8, [...rules].join());
    for (const name of Object.keys(DECKS)) {
      const ofFile = expected
        .filter((finding) => finding.file === `same/${name}`)
        .map(({ file: _, fixable: __, ...finding }) => finding);
      await openAsUser(file(name));
      await until(() => problems(name).length === ofFile.length, `${ofFile.length} problems in ${name}`);
      const inEditor = problems(name).map(({ range: { start, end }, code, severity, message }) => ({
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        rule: (code as { value: string }).value,
        severity: SEVERITIES[severity],
        message,
      }));
      assert.deepEqual(inEditor, ofFile);
    }
  });

  it('runs as a task, and what it prints becomes problems of files that are not open', async function () {
    // The oldest VS Code that is tested here was built without terminals.
    if (vscode.version.startsWith('1.100.')) this.skip();
    await until(() => Object.keys(DECKS).every((name) => problems(name).length === 0), 'nothing is open');
    const [task] = await vscode.tasks.fetchTasks({ type: 'deckwright' });
    assert.equal(task?.name, 'lint');
    const ended = new Promise<number | undefined>((resolve) => {
      const subscription = vscode.tasks.onDidEndTaskProcess(({ exitCode }) => {
        subscription.dispose();
        resolve(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    assert.equal(await ended, 1);
    await until(() => problems('links.md').length > 0, 'its lines were read');
    const lost = problems('links.md').find(({ message }) => message.includes('"./lost.png"'));
    assert.equal(lost?.range.start.line, 7);
    assert.equal(lost?.severity, vscode.DiagnosticSeverity.Error);
    // The editor does not report what the task has found a second time.
    const isOnce = () =>
      problems('links.md').filter(({ message }) => message.includes('"./lost.png"')).length === 1;
    await openAsUser(file('links.md'));
    await until(() => problems('links.md').some(({ code }) => typeof code === 'object'), 'it is linted');
    await until(isOnce, 'it is told once while it is open');
    await closeAllEditors();
    await vscode.tasks.executeTask(task);
    await until(() => problems('links.md').length > 0, 'its lines were read again');
    await vscode.commands.executeCommand('deckwright.lintWorkspace');
    await until(isOnce, 'it is told once by both');
  });
});
