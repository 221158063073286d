import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Setups } from '../../src/services/setups';
import { extensionUri, fixture, makeFolder, until } from './workspace';

const { fs } = vscode.workspace;

describe('the set-up of a deck', () => {
  let setups: Setups;
  // In folders that exist from the start: VS Code may miss what happens in new ones within other folders.
  const deck = fixture('completion/pictures/deck.md');
  const files = [
    'reveal-md.json',
    'completion/reveal-md.json',
    'completion/named.css',
    'completion/index.html',
    'completion/init.js',
    'pictures/index.html',
    'completion/mkslides.yml',
  ];

  beforeEach(() => {
    setups = new Setups(extensionUri);
  });
  afterEach(async () => {
    setups.dispose();
    for (const name of files) await fs.delete(fixture(name)).then(undefined, () => {});
  });

  const put = (name: string, text: string) => fs.writeFile(fixture(name), new TextEncoder().encode(text));

  async function sourceOf(uri = deck): Promise<string | undefined> {
    await setups.ready(uri);
    return setups.of(uri)?.source;
  }

  it('is what the nearest file says, within the workspace folder', async () => {
    const outside = vscode.Uri.joinPath(fixture('.'), '..', 'reveal-md.json');
    await fs.writeFile(outside, new TextEncoder().encode('{}'));
    try {
      assert.equal(await sourceOf(), undefined);
      assert.equal(setups.of(deck), null);
    } finally {
      await fs.delete(outside);
    }
  });

  it('tells when it is known', async () => {
    await put('completion/reveal-md.json', '{"theme": "white"}');
    const told = new Promise<void>((resolve) => setups.onDidChange(resolve));
    assert.equal(setups.of(deck), undefined);
    await told;
    assert.equal(setups.of(deck)?.theme, 'white');
  });

  /** Waits until VS Code reports it: it does not report what comes and goes at once. */
  async function noticed(name: string, act: () => Thenable<void>): Promise<void> {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(fixture('.'), name));
    const event = new Promise<unknown>((resolve) => {
      watcher.onDidCreate(resolve);
      watcher.onDidChange(resolve);
      watcher.onDidDelete(resolve);
    });
    await act();
    await event;
    watcher.dispose();
  }

  const write = (name: string, text: string) => noticed(name, () => put(name, text));
  const remove = (name: string) => noticed(name, () => fs.delete(fixture(name)));

  it('follows the files', async () => {
    const is = (source: string | undefined) =>
      until(() => setups.of(deck)?.source === source, `it comes from ${source}`);
    assert.equal(await sourceOf(), undefined);
    await write('reveal-md.json', '{}');
    await is('reveal-md.json');
    await write('completion/mkslides.yml', 'slides: {}');
    await is('completion/mkslides.yml');
    await write('pictures/index.html', '<section data-markdown="../completion/pictures/deck.md"></section>');
    await is('pictures/index.html');
    await remove('pictures/index.html');
    await is('completion/mkslides.yml');
    await write('completion/index.html', '<section data-markdown="pictures/other.md"></section>');
    await write('completion/index.html', '<section data-markdown="pictures/deck.md"></section>');
    await is('completion/index.html');
    await remove('completion/index.html');
    await is('completion/mkslides.yml');
    await remove('completion/mkslides.yml');
    await is('reveal-md.json');
  });

  it('follows the script that starts reveal.js on its page', async () => {
    const write = (name: string, text: string) => noticed(name, () => put(name, text));
    const hasWidth = (width: number) =>
      until(() => setups.of(deck)?.options.width === width, `it is ${width} wide`);
    await put(
      'completion/index.html',
      '<section data-markdown="pictures/deck.md"></section><script src="init.js"></script>',
    );
    assert.equal(await sourceOf(), 'completion/index.html');
    await write('completion/init.js', 'Reveal.initialize({ width: 1400 });');
    await hasWidth(1400);
    await write('completion/init.js', 'Reveal.initialize({ width: 1920 });');
    await hasWidth(1920);
  });

  it('may be a page in a folder that is new', async () => {
    assert.equal(await sourceOf(), undefined);
    await makeFolder('passing');
    await put('passing/index.html', '<section data-markdown="../completion/pictures/deck.md"></section>');
    await until(() => setups.of(deck)?.source === 'passing/index.html', 'the page sets it up');
    await fs.delete(fixture('passing'), { recursive: true });
    await until(() => setups.of(deck) === null, 'nothing sets it up');
  });

  it('is gone with its folder', async () => {
    await makeFolder('passing');
    await put('passing/reveal-md.json', '{}');
    const within = fixture('passing/deck.md');
    assert.equal(await sourceOf(within), 'passing/reveal-md.json');
    await fs.delete(fixture('passing'), { recursive: true });
    await until(() => setups.of(within) === null, 'nothing sets it up');
  });

  /** The extension itself reports them too, if an earlier test has opened a deck. */
  const reported = (name: string) =>
    vscode.languages.getDiagnostics(fixture(name)).filter(({ source }) => source === 'deckwright');

  it('is reported at its place if it is wrong, and no longer once it is right, or gone', async () => {
    const problems = () =>
      reported('reveal-md.json').map(({ range: { start, end } }) =>
        [start.line, start.character, end.character].join(),
      );
    await write('reveal-md.json', '{\r\n  "separator": "(?=a)"\r\n}');
    await setups.ready(deck);
    await until(() => problems()[0] === '1,2,13', 'it is reported');
    await write('reveal-md.json', '{}');
    await until(() => problems().length === 0, 'no problem in a right one');
    await write('reveal-md.json', '[]');
    await until(() => problems().length > 0, 'a problem again');
    await remove('reveal-md.json');
    await until(() => problems().length === 0, 'no problem in one that is gone');
  });

  it('names files that do not exist, as long as they do not', async () => {
    const problems = () => reported('completion/reveal-md.json');
    await write('completion/reveal-md.json', '{"css": "named.css"}');
    await setups.ready(deck);
    await until(() => problems()[0]?.message.includes('named.css') === true, 'it is missing');
    await write('completion/named.css', '');
    await until(() => problems().length === 0, 'it is there');
    await remove('completion/named.css');
    await until(() => problems()[0]?.message.includes('named.css') === true, 'it is missing again');
  });

  it('is read again if its reader could not be loaded the first time', async () => {
    await put('reveal-md.json', '{}');
    const reader = (base: vscode.Uri) => vscode.Uri.joinPath(base, 'dist/setups.js');
    setups.dispose();
    setups = new Setups(fixture('late'));
    await assert.rejects(sourceOf());
    // All at once, because half a file could be loaded too.
    await fs.writeFile(fixture('late/unnamed'), await fs.readFile(reader(extensionUri)));
    await fs.rename(fixture('late/unnamed'), reader(fixture('late')));
    assert.equal(await sourceOf(), 'reveal-md.json');
    await fs.delete(fixture('late'), { recursive: true });
  });
});
