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

  /** A file with this text in the last commit. */
  async committed(name: string, text: string): Promise<vscode.Uri> {
    const file = await this.write(name, text);
    this.commit();
    return file;
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

  let repository: Repository;

  before(async () => {
    const configs = new Configs(extensionUri);
    decks = decksWith(memento(), configs);
    const lostFiles = new LostFiles();
    const currentSlide = new CurrentSlide(decks, lostFiles);
    const lastCommit = new LastCommit(decks);
    const log = vscode.window.createOutputChannel('Changed slides', { log: true });
    changed = new ChangedSlides(extensionUri, decks, currentSlide, lastCommit, log);
    subscriptions = [changed, lastCommit, currentSlide, lostFiles, decks, configs, log];
    repository = await Repository.make();
    const document = await openAsUser(await repository.committed('first.md', textOf(A)));
    await tells(document, '-');
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
    const document = await openAsUser(await repository.committed('typed.md', textOf(A, B, C)));
    await repository.refresh();
    await tells(document, '- - -');
    await replace(document, 'seventeen', 'eighteen');
    await tells(document, '- changed -');
    await vscode.commands.executeCommand('undo');
    await tells(document, '- - -');
  });

  it('are told as added and removed ones while typing', async () => {
    const document = await openAsUser(await repository.committed('added.md', textOf(A, B, C)));
    await repository.refresh();
    await replace(document, '# C', '# New\n\nWords.\n\n---\n\n# C');
    await replace(document, `${A}\n\n---\n\n`, '');
    await tells(document, '- added - removed');
  });

  it('follow commits and checkouts', async () => {
    const file = await repository.committed('deck.md', textOf(A, B));
    repository.git('branch', 'other');
    await repository.write('deck.md', textOf(A, `${B} Or eighteen.`));
    const document = await openAsUser(file);
    await repository.refresh();
    await tells(document, '- changed');
    repository.commit();
    await repository.refresh();
    await tells(document, '- -');
    repository.git('checkout', '--quiet', '--detach', 'other');
    await repository.refresh();
    await until(() => !document.getText().includes('eighteen'), 'the other text is shown');
    await tells(document, '- -');
    repository.git('reset', '--quiet', '--soft', 'main');
    await repository.refresh();
    await tells(document, '- changed');
    repository.git('checkout', '--quiet', '--force', 'main');
  });

  it('follow stashes', async () => {
    const file = await repository.committed('stashed.md', textOf(A, B));
    await repository.write('stashed.md', textOf(`${A} Some are green.`, B));
    const document = await openAsUser(file);
    await repository.refresh();
    await tells(document, 'changed -');
    repository.git('stash', '--quiet');
    await tells(document, '- -');
    repository.git('stash', 'pop', '--quiet');
    await tells(document, 'changed -');
  });

  it('are those since then in a deck that git says was renamed', async () => {
    await repository.committed('before.md', textOf(A, B, C));
    repository.git('mv', 'before.md', 'call.md');
    const file = await repository.write('call.md', textOf(A, `${B} Or eighteen.`, C));
    const document = await openAsUser(file);
    await repository.refresh();
    await tells(document, '- changed -');
    repository.commit();
  });

  it('are not told in a deck that the last commit does not have, until it has it', async () => {
    const unborn = await Repository.make();
    const document = await openAsUser(await unborn.write('deck.md', textOf(A, B)));
    await staysQuiet(document, null);
    unborn.commit();
    await unborn.refresh();
    await tells(document, '- -');
    const other = await openAsUser(await unborn.write('new.md', textOf(C)));
    await staysQuiet(other, null);
  });

  it('are told in submodules and in other working trees', async () => {
    await repository.committed('deck.md', textOf(A, B));
    const outer = await Repository.make();
    outer.git('submodule', '--quiet', 'add', repository.folder.fsPath, 'calls');
    const submodule = await openAsUser(await outer.at('calls').write('deck.md', textOf(`${A} Most.`, B)));
    await tells(submodule, 'changed -');
    repository.git('worktree', 'add', '--quiet', '--detach', `../changed-${count}`);
    const tree = repository.at(`../changed-${count++}`);
    const other = await openAsUser(await tree.write('deck.md', textOf(A, `${B} Or eighteen.`)));
    await tells(other, '- changed');
  });

  it('are not those whose line ends git changes by attributes', async () => {
    await repository.write('.gitattributes', 'ends.md text eol=crlf\n');
    const file = await repository.committed('ends.md', textOf(A, B));
    await repository.refresh();
    await fs.delete(file);
    repository.git('checkout', '--quiet', '--', 'ends.md');
    const document = await openAsUser(file);
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await tells(document, '- -');
    await replace(document, 'seventeen', 'eighteen');
    await tells(document, '- changed');
  });

  it('are not told where the last commit has something else than text', async () => {
    await repository.write('binary.md', textOf(A).replace('red', 'red\0'));
    await repository.write(
      'pointer.md',
      'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n',
    );
    await repository.write('huge.md', textOf(A, 'Very long.\n'.repeat(500_000)));
    repository.commit();
    await repository.refresh();
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
    const file = await repository.committed('marked.md', textOf(A, B));
    await repository.refresh();
    await repository.write('marked.md', textOf(A));
    const document = await openAsUser(file);
    await tells(document, '- removed');
    await setting(false);
    await tells(document, 'quiet');
    await setting(undefined);
    await tells(document, '- removed');
  });

  it('are gone to by command, from the last to the first', async () => {
    const file = await repository.committed('steps.md', textOf(A, B, C));
    await repository.refresh();
    await repository.write('steps.md', textOf(`${A} Most.`, B, `${C} And lands.`));
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
