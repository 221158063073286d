import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DEFAULT_CONFIG } from '../../src/core/config/config';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { lintDeck } from '../../src/core/lint/lintDeck';
import type { Finding } from '../../src/core/lint/rule';
import { Configs } from '../../src/services/config';
import { WorkspaceDeckFiles } from '../../src/services/deckFiles';
import type { Decks } from '../../src/services/decks';
import { Folders } from '../../src/services/folders';
import { decksWith, extensionUri, until } from './workspace';

const FRONT_MATTER = '---\ntitle: Files\ntype: slide\n---\n\n';

/** A third-party file system that counts what it is asked for. */
class CountingFiles implements vscode.FileSystemProvider {
  static readonly scheme = 'deckwright-test';
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly listed: string[] = [];
  readonly read: string[] = [];

  constructor(readonly files: Readonly<Record<string, string>>) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const type = path in this.files ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: this.files[path]?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    this.listed.push(path);
    const start = path.replace(/\/?$/, '/');
    const below = Object.keys(this.files).filter((file) => file.startsWith(start));
    const names = new Map(
      below.map((file) => {
        const [name = '', ...rest] = file.slice(start.length).split('/');
        return [name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File];
      }),
    );
    return [...names];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    this.read.push(path);
    return new TextEncoder().encode(this.files[path]);
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  writeFile = this.createDirectory;
  delete = this.createDirectory;
  rename = this.createDirectory;
}

describe('The files around a deck', () => {
  let configs: Configs;
  let decks: Decks;
  let folders: Folders;
  const memento: vscode.Memento = { keys: () => [], get: () => undefined, update: async () => {} } as never;

  beforeEach(() => {
    configs = new Configs(extensionUri);
    decks = decksWith(memento, configs);
    folders = new Folders();
  });
  afterEach(() => vscode.Disposable.from(folders, decks, configs).dispose());

  /** What is found in a deck in `/talks`, in a file system without a workspace folder. */
  async function lint(text: string, provider: CountingFiles): Promise<Finding[]> {
    const registration = vscode.workspace.registerFileSystemProvider(CountingFiles.scheme, provider);
    // A document that is in no file system has no files around it.
    const isKnown = () => vscode.workspace.fs.isWritableFileSystem(CountingFiles.scheme) === true;
    await until(isKnown, 'VS Code knows the file system');
    try {
      const uri = vscode.Uri.from({ scheme: CountingFiles.scheme, path: '/talks/deck.md' });
      const files = new WorkspaceDeckFiles(uri, folders, decks);
      const deck = parseDeck(FRONT_MATTER + text);
      const found = await files.settled(
        () => lintDeck(deck, { config: DEFAULT_CONFIG, files }),
        () => true,
      );
      return found ?? [];
    } finally {
      registration.dispose();
    }
  }

  const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

  it('are looked up folder by folder, each once, however many links there are', async () => {
    const link = (index: number) => `[a ${index}](./a/b${index % 10}/c.txt)`;
    const slide = (number: number) => Array.from({ length: 100 }, (_, index) => link(100 * number + index));
    const text = Array.from({ length: 100 }, (_, number) => slide(number).join('\n\n')).join('\n\n---\n\n');
    const files = Array.from({ length: 9 }, (_, index) => [`/talks/a/b${index}/c.txt`, 'text']);
    const provider = new CountingFiles({ ...Object.fromEntries(files), '/talks/deck.md': '' });
    const findings = await lint(text, provider);
    assert.equal(rules(findings).filter((rule) => rule === 'broken-link').length, 1000);
    const expected = ['/talks', '/talks/a', ...files.map((_, index) => `/talks/a/b${index}`)];
    assert.deepEqual(provider.listed.toSorted(), expected);
  });

  it('are read once each, and only those that are pictures or decks', async () => {
    const text = '![](./a.png) ![](./a.png) [b](./b.md#two) [b](./b.md#one) [c](./c.pdf)\n';
    const provider = new CountingFiles({ '/talks/a.png': '', '/talks/b.md': '# One\n', '/talks/c.pdf': '' });
    const found = rules(await lint(`# Reads\n\n${text}`, provider));
    assert.deepEqual(
      found.filter((rule) => /broken|invalid/.test(rule)),
      ['invalid-image', 'invalid-image', 'broken-anchor'],
    );
    assert.deepEqual(provider.read.toSorted(), ['/talks/a.png', '/talks/b.md']);
  });

  it('are not requested outside of the root', async () => {
    const provider = new CountingFiles({ '/secret.png': '', '/talks/a.png': '' });
    const found = await lint('# Outside\n\n![](../secret.png) ![](./x/../../secret.png)\n', provider);
    assert.equal(rules(found).filter((rule) => rule === 'broken-image').length, 2);
    assert.deepEqual(
      provider.listed.filter((path) => !path.startsWith('/talks')),
      [],
    );
    assert.deepEqual(provider.read, []);
  });

  it('are not reported as missing where they cannot be listed', async () => {
    class Closed extends CountingFiles {
      override readDirectory(): [string, vscode.FileType][] {
        throw vscode.FileSystemError.NoPermissions();
      }
    }
    const found = await lint('# Closed\n\n![](./a.png) [b](./b.md)\n', new Closed({}));
    assert.deepEqual(
      rules(found).filter((rule) => rule.startsWith('broken')),
      [],
    );
  });

  it('of an unsaved deck are not known', async () => {
    const files = new WorkspaceDeckFiles(vscode.Uri.parse('untitled:Untitled-1'), folders, decks);
    assert.equal(files.list(''), undefined);
    assert.equal(files.head('a.png'), undefined);
  });
});
