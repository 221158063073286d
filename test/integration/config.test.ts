import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DEFAULT_CONFIG } from '../../src/core/config/config';
import { Configs } from '../../src/services/config';
import {
  closeAllEditors,
  configFile,
  extensionUri,
  fixture,
  makeFolder,
  openAsUser,
  removeConfig,
  until,
  writeConfig,
} from './workspace';

const { fs } = vscode.workspace;

describe('the configuration of a deck', () => {
  let configs: Configs;
  // In folders that exist from the start: VS Code may miss what happens in new ones within other folders.
  const deck = fixture('completion/pictures/deck.md');
  const folders = ['.', 'completion', 'completion/pictures'];

  beforeEach(() => {
    configs = new Configs(extensionUri);
  });
  afterEach(async () => {
    configs.dispose();
    for (const folder of folders) await removeConfig(folder);
    await closeAllEditors();
  });

  async function severity(uri = deck): Promise<string | undefined> {
    await configs.ready(uri);
    return configs.of(uri).rules['broken-image'];
  }

  function changed(): Promise<void> {
    return new Promise((resolve) => {
      const subscription = configs.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
  }

  it('is the nearest one above it', async () => {
    await writeConfig({ rules: { 'broken-image': 'info' } });
    await writeConfig({ rules: { 'broken-image': 'hint' } }, 'completion');
    assert.equal(await severity(), 'hint');
    assert.equal(configs.fileOf(deck)?.toString(), configFile('completion').toString());
    assert.equal(configs.pathOf(deck), 'pictures/deck.md');
    assert.equal(await severity(fixture('deck.md')), 'info');
    assert.equal(configs.pathOf(fixture('deck.md')), 'deck.md');
  });

  it('consists of the defaults where there is none', async () => {
    assert.equal(await severity(), undefined);
    assert.deepEqual(configs.of(deck), DEFAULT_CONFIG);
    assert.equal(configs.fileOf(deck), undefined);
    assert.equal(configs.pathOf(deck), undefined);
  });

  it('starts with the defaults, and tells when it is known', async () => {
    await writeConfig({ rules: { 'broken-image': 'off' } });
    const told = changed();
    assert.deepEqual(configs.of(deck), DEFAULT_CONFIG);
    await told;
    assert.equal(configs.of(deck).rules['broken-image'], 'off');
  });

  it('follows the files', async () => {
    assert.equal(await severity(), undefined);
    for (const [folder, expected] of [
      ['.', 'info'],
      ['completion/pictures', 'hint'],
      ['completion/pictures', 'error'],
    ] as const) {
      await writeConfig({ rules: { 'broken-image': expected } }, folder);
      await until(() => configs.of(deck).rules['broken-image'] === expected, `${expected} by ${folder}`);
    }
    await removeConfig('completion/pictures');
    await until(() => configs.of(deck).rules['broken-image'] === 'info', 'the one above counts again');
    await removeConfig();
    await until(() => configs.of(deck) === DEFAULT_CONFIG, 'the defaults serve again');
  });

  it('is read again if its reader could not be loaded the first time', async () => {
    const uri = fixture('deck.md');
    const reader = (base: vscode.Uri) => vscode.Uri.joinPath(base, 'dist/config.js');
    await writeConfig({ rules: { 'broken-image': 'info' } });
    configs.dispose();
    configs = new Configs(fixture('late'));
    await assert.rejects(severity(uri));
    // All at once, because half a file could be loaded too.
    await fs.writeFile(fixture('late/unnamed'), await fs.readFile(reader(extensionUri)));
    await fs.rename(fixture('late/unnamed'), reader(fixture('late')));
    assert.equal(await severity(uri), 'info');
    await fs.delete(fixture('late'), { recursive: true });
  });

  it('of an unsaved document is that of the workspace folder', async () => {
    await writeConfig({ rules: { 'broken-image': 'info' } });
    const untitled = vscode.Uri.parse('untitled:Untitled-1');
    assert.equal(await severity(untitled), 'info');
    assert.equal(configs.pathOf(untitled), undefined);
  });

  it('never comes from above the workspace folder', async () => {
    const outside = vscode.Uri.joinPath(fixture('.'), '..', '.deckwright.json');
    await fs.writeFile(outside, new TextEncoder().encode('{"rules": {"broken-image": "info"}}'));
    try {
      assert.equal(await severity(), undefined);
    } finally {
      await fs.delete(outside);
    }
  });

  it('outside of the workspace is the one beside the deck', async () => {
    const folder = vscode.Uri.joinPath(fixture('.'), '..', 'outside');
    const file = (name: string) => vscode.Uri.joinPath(folder, name);
    const config = new TextEncoder().encode('{"rules": {"broken-image": "info"}}');
    await fs.writeFile(file('.deckwright.json'), config);
    try {
      assert.equal(await severity(file('deck.md')), 'info');
      assert.equal(await severity(file('deeper/deck.md')), undefined);
    } finally {
      await fs.delete(folder, { recursive: true });
    }
  });

  describe('that is wrong', () => {
    // Once something asks it, the installed extension reads it too and reports the same again.
    const problems = () =>
      vscode.languages
        .getDiagnostics(configFile())
        .filter(({ source }) => source === 'deckwright')
        .map(({ range: { start, end }, message }) => [start.line, start.character, end.character, message]);

    it('is reported at its place, and what is right in it is used', async () => {
      await writeConfig('{\r\n  // all\r\n  "rules": {"broken-image": "info", "broken-imge": "off"}\r\n}');
      assert.equal(await severity(), 'info');
      const expected = [2, 36, 49, 'Unknown key "broken-imge". Did you mean "broken-image"?'];
      // The extension reads it too, in its own time.
      const isSo = () => problems().every((problem) => JSON.stringify(problem) === JSON.stringify(expected));
      await until(() => problems().length > 0 && isSo(), 'it is reported at its place');
    });

    it('is no longer reported once it is right, or gone', async () => {
      await writeConfig('{');
      await severity();
      assert.ok(problems().length > 0);
      await writeConfig('{}');
      await until(() => problems().length === 0, 'no problem in a right one');
      await writeConfig('[]');
      await until(() => problems().length > 0, 'a problem again');
      await removeConfig();
      await until(() => problems().length === 0, 'no problem in one that is gone');
    });

    it('is no longer reported once its folder is gone', async () => {
      await makeFolder('passing');
      await writeConfig('[]', 'passing');
      await severity(fixture('passing/deck.md'));
      const inFolder = () => vscode.languages.getDiagnostics(configFile('passing'));
      await until(() => inFolder().length > 0, 'a problem in the folder');
      await fs.delete(fixture('passing'), { recursive: true });
      await until(() => inFolder().length === 0, 'no problem in a folder that is gone');
    });

    it('is reported once, however many find it, while it is open', async () => {
      // By the installed extension alone.
      configs.dispose();
      await writeConfig('{"rules": {"broken-imge": "off"}, "ignore": ["[z-a]"]}');
      await openAsUser(fixture('deck.md'));
      await openAsUser(configFile());
      const all = () =>
        vscode.languages.getDiagnostics(configFile()).map(({ range }) => range.start.character);
      const once = () => new Set(all()).size === all().length;
      const isTold = () =>
        vscode.languages.getDiagnostics(configFile()).some(({ source }) => source !== 'deckwright');
      await until(() => isTold() && once() && all().length === 2, 'each is told once');
    });

    it('is reported and leaves the defaults where it is not text or is much too large', async () => {
      for (const bytes of [new Uint8Array([0xff, 0xfe, 0x7b, 0]), new Uint8Array(300 * 1024)]) {
        await fs.writeFile(configFile(), bytes);
        await configs.ready(deck);
        await until(() => /not read/.test(String(problems()[0]?.[3])), 'it is reported');
        assert.deepEqual(configs.of(deck), DEFAULT_CONFIG);
      }
    });
  });

  it('is completed by the schema while the user writes it', async () => {
    await writeConfig('{"rules": {}}');
    const document = await vscode.workspace.openTextDocument(configFile());
    assert.equal(document.languageId, 'jsonc');
    await vscode.window.showTextDocument(document);
    const position = document.positionAt(document.getText().indexOf('{}') + 1);
    const labels = async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    let found: string[] = [];
    for (const end = Date.now() + 15_000; Date.now() < end && !found.includes('broken-image'); )
      found = await labels();
    assert.ok(found.includes('broken-image'), found.join());
  });
});
