import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { SlideMark } from '../../src/core/compare/deckChanges';
import { ChangedSlides } from '../../src/services/changedSlides';
import { Configs } from '../../src/services/config';
import { CurrentSlide } from '../../src/services/currentSlide';
import { LastCommit } from '../../src/services/lastCommit';
import { LostFiles } from '../../src/services/lostFiles';
import { eventually } from '../vscode/until';
import { closeAllEditors, decksWith, extensionUri, fixture, memento, openAsUser, until } from './workspace';

const { fs } = vscode.workspace;
const HEAD = '---\ntitle: A\ntype: slide\n---\n\n';
const A = '# A\n\nApples are red.';
const B = '# B\n\nNobody knows the number seventeen.';
const C = '# C\n\nA quick fox jumps.';
const textOf = (...slides: string[]) => `${HEAD + slides.join('\n\n---\n\n')}\n`;

/** Every repository gets a folder of its own: VS Code's git takes a while to forget one. */
let count = 0;

/** A repository in the workspace. */
class Repository {
  private constructor(readonly folder: vscode.Uri) {}

  static async make(): Promise<Repository> {
    const folder = fixture(`changed-${count++}`);
    await fs.createDirectory(folder);
    const repository = new Repository(folder);
    repository.git('init', '--quiet', '--initial-branch', 'main');
    return repository;
  }

  at(folder: string): Repository {
    return new Repository(vscode.Uri.joinPath(this.folder, folder));
  }

  file(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }

  async write(name: string, text: string): Promise<vscode.Uri> {
    await fs.writeFile(this.file(name), new TextEncoder().encode(text));
    return this.file(name);
  }

  git(...args: string[]): void {
    const who = ['-c', 'user.name=Tests', '-c', 'user.email=tests@example.org', '-c', 'commit.gpgsign=false'];
    const ours = [
      '-c',
      'protocol.file.allow=always',
      '-c',
      'core.autocrlf=false',
      '-c',
      'advice.detachedHead=false',
    ];
    execFileSync('git', [...who, ...ours, ...args], {
      cwd: this.folder.fsPath,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  commit(): void {
    this.git('add', '.');
    this.git('commit', '--quiet', '--message', 'A version');
  }

  /** Has VS Code notice at once what git did. */
  async refresh(): Promise<void> {
    await vscode.commands.executeCommand('git.refresh', this.folder);
  }
}

describe('Slides that changed since the last commit', () => {
  let subscriptions: vscode.Disposable[] = [];
  let changed: ChangedSlides;
  let decks: ReturnType<typeof decksWith>;

  before(() => {
    const configs = new Configs(extensionUri);
    decks = decksWith(memento(), configs);
    const lostFiles = new LostFiles();
    const currentSlide = new CurrentSlide(decks, lostFiles);
    const lastCommit = new LastCommit(decks);
    const log = vscode.window.createOutputChannel('Changed slides', { log: true });
    changed = new ChangedSlides(extensionUri, decks, currentSlide, lastCommit, log);
    subscriptions = [changed, lastCommit, currentSlide, lostFiles, decks, configs, log];
  });
  afterEach(closeAllEditors);
  after(() => vscode.Disposable.from(...subscriptions).dispose());

  /** A word for each slide; "quiet" where nothing is known. */
  const told = (document: vscode.TextDocument) => {
    if (!changed.isCompared(document)) return 'quiet';
    const words = decks.deckOf(document).slides.map((slide) => word(changed.markOf(document, slide)));
    return [...words, ...changed.removedFrom(document).map(() => 'removed')].join(' ');
  };
  const tells = (document: vscode.TextDocument, expected: string) =>
    eventually(() => assert.equal(told(document), expected));
  /** Nothing is told of a deck: null if the last commit does not have it, undefined if that can't be known. */
  const staysQuiet = async (document: vscode.TextDocument, reason: null | undefined) => {
    await until(() => decks.isDeck(document), 'it is a deck');
    await eventually(async () => assert.equal(await changed.now(document), reason));
    assert.equal(told(document), 'quiet');
  };
  const replace = async (document: vscode.TextDocument, text: string, by: string) => {
    const start = document.getText().indexOf(text);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(start), document.positionAt(start + text.length)),
      by,
    );
    assert.ok(start >= 0 && (await vscode.workspace.applyEdit(edit)));
  };

  it('are told while typing, and no longer when that is undone', async () => {
    const repository = await Repository.make();
    const file = await repository.write('deck.md', textOf(A, B, C));
    repository.commit();
    const document = await openAsUser(file);
    await tells(document, '- - -');
    await replace(document, 'seventeen', 'eighteen');
    await tells(document, '- changed -');
    await replace(document, '# C', '# New\n\nWords.\n\n---\n\n# C');
    await tells(document, '- changed added -');
    await replace(document, `${A}\n\n---\n\n`, '');
    await tells(document, 'changed added - removed');
    for (let step = 0; step < 3; step++) await vscode.commands.executeCommand('undo');
    await tells(document, '- - -');
  });

  it('follow a commit, a stash and a checkout', async () => {
    const repository = await Repository.make();
    const file = await repository.write('deck.md', textOf(A, B));
    repository.commit();
    repository.git('branch', 'other');
    await repository.write('deck.md', textOf(A, `${B} Or eighteen.`));
    const document = await openAsUser(file);
    await tells(document, '- changed');
    repository.commit();
    await repository.refresh();
    await tells(document, '- -');
    await repository.write('deck.md', textOf(`${A} Some are green.`, `${B} Or eighteen.`));
    await tells(document, 'changed -');
    repository.git('stash', '--quiet');
    await tells(document, '- -');
    repository.git('stash', 'pop', '--quiet');
    await tells(document, 'changed -');
    repository.git('checkout', '--quiet', '--', 'deck.md');
    repository.git('checkout', '--quiet', 'other');
    await repository.refresh();
    await tells(document, '- -');
    repository.git('checkout', '--quiet', '--detach', 'main');
    await repository.refresh();
    await until(() => document.getText().includes('eighteen'), 'the file of main is shown');
    await tells(document, '- -');
    repository.git('reset', '--quiet', '--soft', 'other');
    await repository.refresh();
    await tells(document, '- changed');
  });

  it('are those since then in a deck that git says was renamed', async () => {
    const repository = await Repository.make();
    await repository.write('deck.md', textOf(A, B, C));
    repository.commit();
    repository.git('mv', 'deck.md', 'call.md');
    const file = await repository.write('call.md', textOf(A, `${B} Or eighteen.`, C));
    const document = await openAsUser(file);
    await tells(document, '- changed -');
  });

  it('are not told in a deck that the last commit does not have, until it has it', async () => {
    const repository = await Repository.make();
    const file = await repository.write('deck.md', textOf(A, B));
    const document = await openAsUser(file);
    await staysQuiet(document, null);
    repository.commit();
    await repository.refresh();
    await tells(document, '- -');
    const other = await openAsUser(await repository.write('new.md', textOf(C)));
    await staysQuiet(other, null);
  });

  it('are told in submodules and in other working trees', async () => {
    const source = await Repository.make();
    await source.write('deck.md', textOf(A, B));
    source.commit();
    const repository = await Repository.make();
    repository.git('submodule', '--quiet', 'add', source.folder.fsPath, 'calls');
    repository.commit();
    const submodule = await openAsUser(
      await repository.at('calls').write('deck.md', textOf(`${A} Most.`, B)),
    );
    await tells(submodule, 'changed -');
    source.git('worktree', 'add', '--quiet', '--detach', `../changed-${count}`);
    const tree = source.at(`../changed-${count++}`);
    const other = await openAsUser(await tree.write('deck.md', textOf(A, `${B} Or eighteen.`)));
    await tells(other, '- changed');
  });

  it('are not those whose line ends git changes by attributes', async () => {
    const repository = await Repository.make();
    await repository.write('.gitattributes', '*.md text eol=crlf\n');
    await repository.write('deck.md', textOf(A, B));
    repository.commit();
    await fs.delete(repository.file('deck.md'));
    repository.git('checkout', '--quiet', '--', 'deck.md');
    const document = await openAsUser(repository.file('deck.md'));
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await tells(document, '- -');
    await replace(document, 'seventeen', 'eighteen');
    await tells(document, '- changed');
  });

  it('are not told where the last commit has something else than text', async () => {
    const repository = await Repository.make();
    await repository.write('binary.md', textOf(A).replace('red', 'red\0'));
    await repository.write(
      'pointer.md',
      'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n',
    );
    await repository.write('huge.md', textOf(A, 'Very long.\n'.repeat(500_000)));
    repository.commit();
    for (const name of ['binary.md', 'pointer.md', 'huge.md']) {
      const document = await openAsUser(await repository.write(name, textOf(A, B)));
      await staysQuiet(document, undefined);
    }
  });

  it('are not told outside of repositories', async () => {
    const file = fixture('loose-deck.md');
    await fs.writeFile(file, new TextEncoder().encode(textOf(A)));
    await staysQuiet(await openAsUser(file), undefined);
    await fs.delete(file);
  });

  it('are not marked if the setting is off', async () => {
    const setting = (value: boolean | undefined) =>
      vscode.workspace.getConfiguration('deckwright').update('markChangedSlides', value);
    const repository = await Repository.make();
    const file = await repository.write('deck.md', textOf(A, B));
    repository.commit();
    await repository.write('deck.md', textOf(A));
    const document = await openAsUser(file);
    await tells(document, '- removed');
    await setting(false);
    await tells(document, 'quiet');
    await setting(undefined);
    await tells(document, '- removed');
  });

  it('are gone to by command, from the last to the first', async () => {
    const repository = await Repository.make();
    const file = await repository.write('deck.md', textOf(A, B, C));
    repository.commit();
    await repository.write('deck.md', textOf(`${A} Most.`, B, `${C} And lands.`));
    const document = await openAsUser(file);
    await tells(document, 'changed - changed');
    const line = () => {
      const { text } = document.lineAt(vscode.window.activeTextEditor!.selection.active);
      return text;
    };
    const goes = async (command: string, expected: string) => {
      await vscode.commands.executeCommand(`deckwright.${command}`);
      await until(() => line() === expected, `the cursor is at ${expected}`);
    };
    await goes('nextChangedSlide', '# C');
    await goes('nextChangedSlide', '# A');
    await goes('previousChangedSlide', '# C');
    await goes('previousChangedSlide', '# A');
  });
});

function word(mark: SlideMark | undefined): string {
  if (!mark) return '-';
  if (mark.isAdded) return 'added';
  return mark.aspects.length > 0 ? 'changed' : 'moved';
}
