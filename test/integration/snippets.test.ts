// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how tab stops are written.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { slidesOf } from '../../src/core/authoring/snippets/insertSlide';
import { plainSnippet } from '../../src/core/authoring/snippets/snippetSyntax';
import { readSnippets, type Snippet, type SnippetPlace } from '../../src/core/authoring/snippets/snippets';
import { dialectOf, NAMED_SETUPS, type SetupName } from '../../src/core/deck/namedSetups';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { closeAllEditors, fixture, until } from './workspace';

/** Decks of two columns, the second of which has two slides. */
const NAMES = ['hedgedoc', 'reveal-md', 'reveal-blank-lines'] as const satisfies SetupName[];
type Name = (typeof NAMES)[number];
const DECKS: Record<Name, string> = {
  hedgedoc: '---\ntype: slide\n---\n\n# One\n\n---\n\n# Two\n\n----\n\nThree\n',
  'reveal-md':
    '---\nseparator: <!--s-->\nverticalSeparator: <!--v-->\n---\n\n# One\n\n<!--s-->\n\n# Two\n\n<!--v-->\n\nThree\n',
  'reveal-blank-lines': '# One\n\nNote: a\n\n\n\n# Two\n\nNote: b\n\n\nThree\n',
};
const SLIDES = (dialect: Name) =>
  dialect === 'reveal-blank-lines'
    ? [['# One\n\nNote: a'], ['# Two\n\nNote: b', 'Three']]
    : [['# One'], ['# Two', 'Three']];

const besides: readonly SnippetPlace[] = ['column', 'below', 'next'];

describe('snippets', () => {
  let snippets: Snippet[];
  /** A separate folder for each test: VS Code remembers what was done to a file of the same name. */
  let folder = '';
  let count = 0;

  before(async () => {
    const { extensionUri } = vscode.extensions.getExtension('deckwright.deckwright')!;
    const read = async (name: string) =>
      readSnippets(
        new TextDecoder().decode(
          await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'snippets', name)),
        ),
      );
    snippets = [...(await read('deck.code-snippets')), ...(await read('scs.code-snippets'))];
  });
  beforeEach(() => {
    folder = `snippets-${count++}`;
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAllEditors();
    await vscode.workspace.fs.delete(fixture(folder), { recursive: true });
  });

  async function write(name: string, text: string): Promise<vscode.Uri> {
    const uri = fixture(`${folder}/${name}`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  async function open(name: string, text: string): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(await write(name, text), { preview: false });
  }

  /** The columns in the editor's text, each as its slides' texts. */
  function columns({ document }: vscode.TextEditor, dialect: Name): string[][] {
    const found: string[][] = [];
    for (const { h, content } of parseDeck(document.getText(), { setup: dialect }).slides) {
      found[h] ??= [];
      found[h].push(content.text.replace(/\r\n/g, '\n').trim());
    }
    return found;
  }

  /** As the snippet writes it, except for what only the place of insertion knows. */
  function intended(snippet: Snippet): string[] {
    return slidesOf(plainSnippet(snippet.body).text).map(({ text }) => fixed(text));
  }

  /** Without the teams, pictures and dates that the place of insertion proposes. */
  function fixed(text: string): string {
    return text
      .trim()
      .replace(/\b\d{3}[\dX]-[\dX]{2}-[\dX]{2}\b/g, 'DATE')
      .replace(/\.\/[\w.-]+\.(?:png|jpg)/g, 'PICTURE');
  }

  async function insertAt(editor: vscode.TextEditor, offset: number, snippet: Snippet): Promise<void> {
    const position = editor.document.positionAt(offset);
    editor.selection = new vscode.Selection(position, position);
    const { version } = editor.document;
    await vscode.commands.executeCommand('deckwright.insertSnippet', snippet.prefix);
    await until(() => editor.document.version > version, `${snippet.name} is inserted`);
  }

  for (const dialect of NAMES) {
    const own = () => snippets.filter(({ dialects }) => dialects.includes(dialectOf(NAMED_SETUPS[dialect])));

    it(`make the intended slides in an empty file of ${dialect}`, async () => {
      const editor = await open('empty.md', '');
      await configure(dialect);
      for (const snippet of own()) {
        await insertAt(editor, 0, snippet);
        const text = editor.document.getText();
        if (snippet.place === 'deck')
          assert.equal(fixed(text), fixed(plainSnippet(snippet.body).text), snippet.name);
        else assert.deepEqual(columns(editor, dialect).flat().map(fixed), intended(snippet), snippet.name);
        await vscode.commands.executeCommand('undo');
        assert.equal(editor.document.getText(), '');
      }
    });

    it(`make the intended slides at the start, in the middle and at the end of a deck of ${dialect}`, async () => {
      const text = DECKS[dialect];
      const editor = await open('some.md', text);
      const [one, two] = SLIDES(dialect) as [string[], string[]];
      for (const snippet of own().filter(({ place }) => besides.includes(place))) {
        const slides = intended(snippet);
        const inserted = async (offset: number) => {
          await insertAt(editor, offset, snippet);
          const result = columns(editor, dialect).map((column) => column.map(fixed));
          await vscode.commands.executeCommand('undo');
          assert.equal(editor.document.getText(), text);
          return result;
        };
        const isColumn = snippet.place === 'column';
        const isBelow = snippet.place === 'below';
        const start = await inserted(text.indexOf('# One'));
        assert.deepEqual(start, isBelow ? [[...slides, ...one], two] : [slides, one, two], snippet.name);
        const middle = await inserted(text.indexOf('wo'));
        const behindTwo = [two[0]!, ...slides, two[1]!];
        assert.deepEqual(middle, isColumn ? [one, two, slides] : [one, behindTwo], snippet.name);
        const end = await inserted(text.length);
        assert.deepEqual(end, isColumn ? [one, two, slides] : [one, [...two, ...slides]], snippet.name);
      }
    });

    it(`stay within the slide in a deck of ${dialect}, where they make none`, async () => {
      const text = DECKS[dialect];
      const editor = await open('some.md', text);
      for (const snippet of own().filter(({ place }) => place === 'block' || place === 'notes')) {
        const at = text.indexOf('Three') + 5;
        await insertAt(editor, at, snippet);
        const [one, [two, three]] = SLIDES(dialect) as [string[], [string, string]];
        assert.deepEqual(
          columns(editor, dialect),
          [one, [two, `${three}\n\n${intended(snippet)[0]}`]],
          snippet.name,
        );
        await vscode.commands.executeCommand('undo');
        assert.equal(editor.document.getText(), text);
      }
    });
  }

  it('are written with the line endings of the document', async () => {
    const editor = await open('crlf-deck.md', DECKS.hedgedoc.replace(/\n/g, '\r\n'));
    await insertAt(
      editor,
      editor.document.getText().length,
      snippets.find(({ prefix }) => prefix === 'scs-team')!,
    );
    assert.doesNotMatch(editor.document.getText(), /(?<!\r)\n/);
  });

  it('fill in link and text of a handle from one tab stop', async () => {
    const editor = await open('some.md', DECKS.hedgedoc);
    await vscode.commands.executeCommand('deckwright.insertTeamSection', 'Team Ops', '');
    await until(() => editor.document.getText().includes('# Team Ops'), 'the section is inserted');
    await vscode.commands.executeCommand('type', { text: 'somebody' });
    assert.match(editor.document.getText(), /<a href="https:\/\/github\.com\/somebody">@somebody<\/a>/);
    assert.match(editor.document.getText(), /\n## Team Ops - A new topic\n/);
  });

  it('offer the teams of the configuration, and its templates', async () => {
    await write('templates/retro.md', '# Retro of ${1:team}\n\n----\n\n## Good\n');
    await write(
      '.deckwright.json',
      JSON.stringify({
        teams: ['Team Ä, B', 'SIG C'],
        templates: [{ name: 'Retro', file: 'templates/retro.md', description: 'Looking back' }],
      }),
    );
    const editor = await open('deck.md', DECKS.hedgedoc);
    await vscode.commands.executeCommand('deckwright.insertSnippet', 'deck-retro');
    await until(() => editor.document.getText().includes('# Retro of team'), 'the template is inserted');
    const items = await completions(editor.document, editor.document.getText());
    const item = items.find(({ filterText, label }) => (filterText ?? nameOf(label)) === 'scs-team');
    assert.match((item!.insertText as vscode.SnippetString).value, /\$\{1\|Team Ä\\, B,SIG C\|\}/);
  });

  it('are offered in decks and empty files only', async () => {
    let files = 0;
    const offered = async (text: string) => {
      const { document } = await open(`some-${files++}.md`, text.replace('|', ''));
      const items = await completions(document, text.slice(0, text.indexOf('|')));
      return items.map(({ label }) => nameOf(label)).filter((label) => /^(deck|scs)-/.test(label));
    };
    assert.ok((await offered(`${DECKS.hedgedoc}\n|`)).includes('scs-team'));
    assert.ok((await offered('|')).includes('scs-deck'));
    assert.deepEqual(await offered('# Readme\n\n|\n'), []);
    assert.deepEqual(await offered(`${DECKS.hedgedoc}\n\`\`\`\n|\n\`\`\`\n`), []);
  });

  it('replace the word typed for them, in one step', async () => {
    const text = DECKS.hedgedoc;
    const editor = await open('some.md', `${text}\nscs-newc`);
    const end = editor.document.positionAt(text.length + 9);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await accepted(editor, /# Welcome!/);
    assert.deepEqual(
      columns(editor, 'hedgedoc').at(-1),
      intended(snippets.find(({ prefix }) => prefix === 'scs-newcomers')!),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), `${text}\nscs-newc`);
  });

  it('leave ordinary markdown alone, and say why', async () => {
    const editor = await open('plain.md', '# Readme\n');
    await vscode.commands.executeCommand('deckwright.insertTitleBlock');
    await vscode.commands.executeCommand('deckwright.insertSnippet', 'scs-team');
    assert.equal(editor.document.getText(), '# Readme\n');
  });

  it('turn an empty file into a whole SCS deck, dated by its name', async () => {
    const editor = await open('20260115.md', '');
    await vscode.commands.executeCommand('deckwright.insertTitleBlock');
    await until(() => editor.document.getText() !== '', 'the title block is inserted');
    assert.match(editor.document.getText(), /^---\ntitle: SCS Community Call\n/);
    assert.match(editor.document.getText(), />Community Call 2026-01-15<\/font>/);
  });

  async function configure(dialect: Name): Promise<void> {
    await write('.deckwright.json', JSON.stringify({ decks: { 'empty.md': dialect } }));
    const deck = async () =>
      (await completions(vscode.window.activeTextEditor!.document, '')).map(({ label }) => nameOf(label));
    const own = snippets.find(
      ({ place, dialects }) => place === 'deck' && dialects.includes(dialectOf(NAMED_SETUPS[dialect])),
    )!.prefix;
    const other = snippets.find(
      ({ place, dialects }) => place === 'deck' && !dialects.includes(dialectOf(NAMED_SETUPS[dialect])),
    )!.prefix;
    for (let offered = await deck(); !offered.includes(own) || offered.includes(other); )
      offered = await deck();
  }
});

async function completions(document: vscode.TextDocument, before: string): Promise<vscode.CompletionItem[]> {
  const position = document.positionAt(before.length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items;
}

const nameOf = (label: string | vscode.CompletionItemLabel) =>
  typeof label === 'string' ? label : label.label;

/** Accepts the suggestion as soon as there is one. */
async function accepted(editor: vscode.TextEditor, text: RegExp): Promise<void> {
  const end = Date.now() + 15_000;
  while (!text.test(editor.document.getText())) {
    assert.ok(Date.now() < end, 'the suggestion was accepted');
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
