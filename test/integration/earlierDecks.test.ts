import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, fixture, openAsUser } from './workspace';

const deck = (date: string, reporter: string, picture: string) => `---
title: Call
type: slide
---

<!-- .slide: data-background="./${picture}" -->

# Community Call ${date}

---

# Team Ops

Report by <a href="https://github.com/${reporter}">@${reporter}</a>

![Graph](./${reporter}.png)
`;

const HEAD = '---\ntitle: Call\ntype: slide\n---\n\n# Community Call 2025-12-18\n\n---\n\n';

describe('completion from earlier decks', () => {
  const { fs } = vscode.workspace;
  const folder = fixture('earlier');
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const encode = (text: string) => new TextEncoder().encode(text);

  before(() => vscode.extensions.getExtension('deckwright.deckwright')!.activate());
  beforeEach(async () => {
    await fs.writeFile(file('20251204.md'), encode(deck('2025-12-04', 'first', 'sea.png')));
    await fs.writeFile(file('20251211.md'), encode(deck('2025-12-11', 'second', 'hills.png')));
    await fs.writeFile(file('20251225.md'), encode(deck('2025-12-25', 'later', 'snow.png')));
    await fs.writeFile(file('20251218.md'), encode(HEAD));
    await fs.writeFile(file('20251217.md'), encode('# Minutes\n\n![](./alps.png)\n'));
    for (const name of ['alps', 'first', 'hills', 'sea', 'second', 'snow'])
      await fs.writeFile(file(`${name}.png`), encode(name));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllEditors();
    await fs.delete(folder, { recursive: true });
  });

  /** Rows at the `|` of a slide's text, each with its description. */
  async function offered(marked: string, trigger?: string): Promise<string[]> {
    const document = await openAsUser(file('20251218.md'));
    const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, all, HEAD + marked.replace('|', ''));
    assert.ok(await vscode.workspace.applyEdit(edit));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(HEAD.length + marked.indexOf('|')),
      trigger,
    );
    return items
      .toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
      .map(({ label }) => (typeof label === 'string' ? [label] : [label.label, label.description]))
      .map((words) => words.filter(Boolean).join(': '));
  }

  it('offers the pictures of the last deck first, with where they were, then others', async () => {
    const paths = (await offered('![](|)', '(')).filter((row) => row.startsWith('./'));
    assert.deepEqual(paths, [
      './hills.png: title of 2025-12-11',
      './second.png: slide "Team Ops" of 2025-12-11',
      './sea.png: title of 2025-12-04',
      './first.png: slide "Team Ops" of 2025-12-04',
      './snow.png: title of 2025-12-25',
      './alps.png',
    ]);
  });

  it('offers who reported for the team first, then others', async () => {
    const handles = await offered('# Team Ops\n\nReport by @|', '@');
    assert.deepEqual(handles.slice(0, 3), [
      '@second: reported on 2025-12-11',
      '@first: reported on 2025-12-04',
      '@later: reported on 2025-12-25',
    ]);
    const others = await offered('# Team IaaS\n\nReport by @|', '@');
    assert.equal(others[0], '@second: Team Ops, 2025-12-11');
  });

  it('offers the teams that a heading may name', async () => {
    // VS Code itself offers single words from open documents.
    const isTeam = (row: string) => /^(Team|SIG) /.test(row);
    const first = (await offered('# T|')).filter(isTeam);
    assert.ok(first.length > 3 && first.every((row) => row.startsWith('Team ')), first.join());
    assert.ok((await offered('## |')).includes('Events'));
    assert.deepEqual((await offered('# So|')).filter(isTeam), []);
    assert.deepEqual((await offered('# |', ' ')).filter(isTeam), []);
  });
});
