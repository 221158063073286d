import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openFixture, openUntitled } from './workspace';

describe('hovers in decks', () => {
  // VS Code does not wait for extensions with these requests.
  before(() => vscode.extensions.getExtension('deckwright.deckwright')!.activate());
  afterEach(closeAllEditors);

  async function hover(word: string, name = 'completion/deck.md'): Promise<vscode.MarkdownString[]> {
    return hoverIn((await openFixture(name)).document, word);
  }

  async function hoverIn(document: vscode.TextDocument, word: string): Promise<vscode.MarkdownString[]> {
    const offset = document.getText().indexOf(word);
    assert.ok(offset >= 0, word);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(offset + 1),
    );
    return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
  }

  const text = (contents: readonly vscode.MarkdownString[]) =>
    contents.map(({ value }) => value.replace(/\\([!-/:-@[-`{-~])/g, '$1')).join('\n');

  it('explain keys of the frontmatter and show what a theme looks like', async () => {
    assert.match(text(await hover('theme:')), /classic themes.*Default: black.*Values: beige, black/s);
    assert.match(text(await hover('white')), /media\/options\/theme-hedgedoc-white\.png/);
  });

  it('explain attributes and their values', async () => {
    assert.match(text(await hover('data-transition')), /How this slide appears/);
    assert.match(text(await hover('zoom')), /transition-zoom\.png/);
    assert.match(text(await hover('.slide')), /attributes of the slide/);
  });

  it('show pictures with their dimensions, wherever they are named', async () => {
    assert.match(
      text(await hover('pictures/red.png')),
      /40 × 30 pixels, 1 kB.*red\.png\|width=40,height=30/s,
    );
    assert.match(text(await hover('logo.png')), /logo\.png\|width=40,/);
  });

  it('name the slide that an address leads to', async () => {
    assert.match(text(await hover('#/1')), /Slide 2: Team IaaS/);
  });

  it('name a slide with the number that it shows', async () => {
    const column = (h: number) => `# First\n\n[second](#/${h}/1)\n\n----\n\n# Second\n`;
    const stacks = `# Title\n\n---\n\n${column(1)}`;
    for (const [slides, format, expected] of [
      [column(0), 'h.v', 'Slide 2: Second'],
      [stacks, 'h.v', 'Slide 2.2: Second'],
      [stacks, 'h/v', 'Slide 2/2: Second'],
      [stacks, 'c/t', 'Slide 3: Second'],
    ] as const) {
      const content = `---\nslideOptions:\n  slideNumber: ${format}\n---\n\n${slides}`;
      const document = await openUntitled(content);
      await vscode.window.showTextDocument(document, { preview: false });
      assert.equal(text(await hoverIn(document, '#/')).trim(), expected);
    }
  });

  it('run nothing', async () => {
    for (const word of ['theme:', 'zoom', '#/1', 'pictures/red.png']) {
      for (const { isTrusted, supportHtml } of await hover(word)) {
        assert.deepEqual([Boolean(isTrusted), Boolean(supportHtml)], [false, false], word);
      }
    }
  });

  it('say nothing about missing files, or in ordinary markdown', async () => {
    assert.doesNotMatch(text(await hover('lost.png')), /kB/);
    assert.equal(text(await hover('title:', 'completion/plain.md')), '');
  });
});

describe('the color picker in decks', () => {
  // VS Code does not wait for extensions with these requests.
  before(() => vscode.extensions.getExtension('deckwright.deckwright')!.activate());
  afterEach(closeAllEditors);

  async function colors(
    name: string,
  ): Promise<{ document: vscode.TextDocument; found: vscode.ColorInformation[] }> {
    const { document } = await openFixture(name);
    const found = await vscode.commands.executeCommand<vscode.ColorInformation[]>(
      'vscode.executeDocumentColorProvider',
      document.uri,
    );
    return { document, found };
  }

  it('finds colors in attributes and backgrounds, exactly', async () => {
    const { document, found } = await colors('completion/deck.md');
    const written = found.map(({ range }) => document.getText(range));
    assert.deepEqual(written, ['#50c3a5', 'RED']);
  });

  async function presentations({ uri }: vscode.TextDocument, { range }: vscode.ColorInformation) {
    const offered = await vscode.commands.executeCommand<vscode.ColorPresentation[]>(
      'vscode.executeColorPresentationProvider',
      new vscode.Color(0, 0, 1, 0.5),
      { uri, range },
    );
    return offered.map(({ label }) => label);
  }

  it('keeps the notation', async () => {
    const { document, found } = await colors('styled.md');
    assert.equal(document.getText(found[0]!.range), 'rgb(1, 2, 3)');
    assert.equal((await presentations(document, found[0]!))[0], 'rgba(0, 0, 255, 0.5)');
  });

  it('offers in font tags only what browsers read there', async () => {
    const { document, found } = await colors('completion/deck.md');
    assert.equal(document.getText(found[1]!.range), 'RED');
    assert.deepEqual(await presentations(document, found[1]!), ['blue', '#0000ff']);
  });
});
