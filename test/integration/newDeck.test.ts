import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { nameOf } from '../../src/core/deck/namedSetups';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { slideTitle } from '../../src/core/summary/titles';
import { closeAllEditors, fixture, tabLabels, until, writeConfig } from './workspace';

const LAST = `---
title: SCS Community Call
type: slide
---

# Community Call 2025-12-18

---

# Team Ops

Report by <a href="https://github.com/operator">@operator</a>

* Done
`;

const ANSWERS = {
  kind: 'Community Call',
  date: '2026-01-15',
  presenter: 'boss',
  teams: ['Team Ops', 'Team IaaS'],
  background: '',
  events: [],
};

describe('a new deck', () => {
  /** A separate folder for each test: VS Code remembers what was done to a file of the same name. */
  let folder = '';
  let count = 0;
  let made: vscode.Uri[] = [];

  beforeEach(() => {
    folder = `calls-${count++}`;
    made = [fixture(folder)];
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAllEditors();
    for (const uri of made)
      await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => {});
  });

  const uriOf = (name: string) => fixture(`${folder}/${name}`);

  async function write(name: string, text: string): Promise<vscode.Uri> {
    await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
    return uriOf(name);
  }

  async function read(uri: vscode.Uri): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  }

  it('of a community call goes beside the last one, as a file that is saved', async () => {
    await vscode.window.showTextDocument(await write('20251218.md', LAST));
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    const text = await read(uriOf('20260115.md'));
    const titles = parseDeck(text).slides.map(({ content }) => {
      const title = slideTitle(content);
      return title.kind === 'heading' ? title.text : title.kind;
    });
    const ops = ['Team Ops', 'Team Ops - A new topic'];
    assert.deepEqual(titles, ['Sovereign Cloud Stack', ...ops, 'Team IaaS', 'Team IaaS - A new topic']);
    assert.match(text, /@operator/);
    assert.match(text, /Community Call 2026-01-15/);
  });

  it('of a community call goes beside the last of its kind, however new other dated files are', async () => {
    await write('calls/20981218.md', LAST);
    await write('calls/20970101.md', LAST.replaceAll('operator', 'nobody'));
    await write('minutes/20990101.md', '# Minutes\n\n* Said something\n');
    await write('ops/20990102.md', LAST.replaceAll('Community Call', 'Team Ops Call'));
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    assert.match(await read(uriOf('calls/20260115.md')), /@operator/);
  });

  it('of a community call goes beside decks only, as the configuration defines them', async () => {
    await write('calls/20981218.md', LAST);
    await write('drafts/20981219.md', LAST);
    await write('notes/20981220.md', LAST);
    await writeConfig({ decks: { 'notes/**': 'none' }, ignore: ['drafts/'] }, folder);
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    assert.match(await read(uriOf('calls/20260115.md')), /@operator/);
  });

  it('of a community call goes beside the open deck, if that is one, even if there are newer ones', async () => {
    await write('calls/20981218.md', LAST);
    await vscode.window.showTextDocument(await write('old/20251218.md', LAST));
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    assert.match(await read(uriOf('old/20260115.md')), /@operator/);
  });

  it('of a community call does not go beside an open talk', async () => {
    await write('calls/20981218.md', LAST);
    await vscode.window.showTextDocument(
      await write('talks/talk.md', LAST.replaceAll('Community Call', 'Talk')),
    );
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    assert.match(await read(uriOf('calls/20260115.md')), /@operator/);
  });

  it('of a community call takes reporters from earlier decks too, if the last has none', async () => {
    await write('20251211.md', LAST.replaceAll('operator', 'former'));
    const last = LAST.replace('Report by <a href="https://github.com/operator">@operator</a>', '');
    await vscode.window.showTextDocument(await write('20251218.md', last));
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    assert.match(await read(uriOf('20260115.md')), /github\.com\/former">@former/);
  });

  it('is shown with its preview, saved', async () => {
    await vscode.window.showTextDocument(await write('20251218.md', LAST));
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.path.split('/').pop(), '20260115.md');
    assert.equal(document.isDirty, false);
    assert.equal(document.getText(), await read(document.uri));
    await until(() => tabLabels().includes('Preview 20260115.md'), 'the preview has a tab');
  });

  it('leads through all its tab stops, from the first reporter to the end', async () => {
    await vscode.window.showTextDocument(await write('20251218.md', LAST));
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    const editor = vscode.window.activeTextEditor!;
    const topic = ['A new topic', 'Subtopic 1', 'First aspect', 'Second aspect'];
    for (const stop of ['operator|operator', ...topic, 'todo|todo', ...topic]) {
      const selected = () => editor.selections.map((each) => editor.document.getText(each)).join('|');
      await until(() => selected() === stop, `${stop} is selected`);
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    }
    const end = editor.document.positionAt(editor.document.getText().length);
    await until(() => editor.selection.active.isEqual(end), 'the cursor is at the end');
  });

  it('stays as it was created, however much is undone', async () => {
    await vscode.window.showTextDocument(await write('20251218.md', LAST));
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    const { document } = vscode.window.activeTextEditor!;
    const text = document.getText();
    await vscode.commands.executeCommand('type', { text: 'somebody' });
    await until(() => document.getText().includes('@somebody'), 'a handle is typed');
    for (let count = 0; count < 5; count++) await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    assert.equal(await read(document.uri), text);
  });

  it('of a community call has no problems but its placeholders', async () => {
    await vscode.window.showTextDocument(await write('20251218.md', LAST));
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    const problems = () =>
      vscode.languages.getDiagnostics(uriOf('20260115.md')).filter(({ source }) => source === 'deckwright');
    await until(() => problems().length > 0, 'the new deck is linted');
    const rules = problems().map(({ code }) => (code as { value: string }).value);
    assert.deepEqual([...new Set(rules)], ['placeholder']);
  });

  it('never takes the place of a file', async () => {
    await vscode.window.showTextDocument(await write('20251218.md', LAST));
    await write('20260115.md', 'precious');
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    const same = { title: 'x', name: '20260115.md' };
    await vscode.commands.executeCommand('deckwright.newHedgedocDeck', same);
    assert.equal(await read(uriOf('20260115.md')), 'precious');
  });

  it('asks nothing more once its day is taken', async () => {
    await vscode.window.showTextDocument(await write('20251218.md', LAST));
    // Asking who presents, and which teams, would wait forever: nobody answers here.
    await vscode.commands.executeCommand('deckwright.newCommunityCall', {
      kind: 'Community Call',
      date: '2025-12-18',
    });
  });

  it('is created without an earlier one', async () => {
    await vscode.window.showTextDocument(await write('plan.md', '# Plan\n'));
    await vscode.commands.executeCommand('deckwright.newCommunityCall', { ...ANSWERS, date: '2026-01-22' });
    made.push(uriOf('20260122.md'));
    assert.match(await read(uriOf('20260122.md')), /github\.com\/todo">@todo/);
  });

  it('is created even if the last one can’t be read', async () => {
    const binary = uriOf('20251218.md');
    await vscode.workspace.fs.writeFile(binary, new Uint8Array([0, 1, 2, 255, 0, 0, 254]));
    await vscode.window.showTextDocument(await write('plan.md', '# Plan\n'));
    await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
    assert.match(await read(uriOf('20260115.md')), /# Team Ops/);
  });

  it('is refused in a folder that can’t be written to', async () => {
    const locked = vscode.workspace.registerFileSystemProvider('locked', new LockedFolder());
    try {
      await vscode.window.showTextDocument(vscode.Uri.parse('locked:/calls/20251218.md'));
      await vscode.commands.executeCommand('deckwright.newCommunityCall', ANSWERS);
      await vscode.commands.executeCommand('deckwright.newHedgedocDeck', { title: 'y', name: 'other.md' });
      assert.equal(vscode.window.activeTextEditor?.document.uri.path, '/calls/20251218.md');
      const open = vscode.workspace.textDocuments.map(({ uri }) => uri.path);
      assert.ok(!open.includes('/calls/20260115.md') && !open.includes('/calls/other.md'));
    } finally {
      await closeAllEditors();
      locked.dispose();
    }
  });

  it('of another kind has the requested title and name', async () => {
    await vscode.window.showTextDocument(await write('plan.md', '# Plan\n'));
    await vscode.commands.executeCommand('deckwright.newHedgedocDeck', { title: 'A: B', name: 'a-b.md' });
    const text = await read(uriOf('a-b.md'));
    assert.equal(parseDeck(text).frontMatter?.values.title, 'A: B');
    const editor = vscode.window.activeTextEditor!;
    for (const stop of ['Your name', 'First topic', 'What you want to say', 'white']) {
      await until(() => editor.document.getText(editor.selection) === stop, `${stop} is selected`);
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    }
    const talk = { title: 'Talk', name: 'talk.md', form: 'reveal.js' };
    await vscode.commands.executeCommand('deckwright.newTalk', talk);
    assert.equal(nameOf(parseDeck(await read(uriOf('talk.md'))).setup), 'reveal-blank-lines');
    assert.equal(parseDeck(await read(uriOf('talk.md'))).slides.length, 3);
  });
});

/** A folder with one deck, to which nobody may write. */
class LockedFolder implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch = () => new vscode.Disposable(() => {});
  stat({ path }: vscode.Uri): vscode.FileStat {
    if (path === '/calls' || path === '/')
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    if (path !== '/calls/20251218.md') throw vscode.FileSystemError.FileNotFound();
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: LAST.length };
  }
  readDirectory = ({ path }: vscode.Uri): [string, vscode.FileType][] =>
    path === '/calls' ? [['20251218.md', vscode.FileType.File]] : [['calls', vscode.FileType.Directory]];
  readFile = () => new TextEncoder().encode(LAST);
  writeFile = refuse;
  createDirectory = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}
