import * as vscode from 'vscode';
import { MAX_TEXT_SIZE } from '../core/files/deckFiles';
import { LFS_POINTER } from '../core/files/lfsPointer';
import { rootOf } from '../services/deckRoot';
import { FILE_STATUS, type GitApi, type GitChange, type GitRepository } from '../services/gitExtension';
import { plainName, plainText } from '../services/plainText';
import type { SavedVersion } from './messages';
import { PastFolders } from './pastFolders';
import { NoVersion, type Past, type Version } from './versions';

/** Where VS Code's own git has a deck. */
export interface DeckInGit {
  readonly api: GitApi;
  readonly repository: GitRepository;
  readonly file: vscode.Uri;
}

/** How VS Code's git names what is staged, what was committed last, and what of both is the later for a file. */
const STAGED = '';
const LAST_COMMIT = 'HEAD';
const STAGED_OR_LAST = '~';

/** A deck as it was in a commit, or as it is staged. */
class GitVersion implements Version {
  readonly onDidChange: vscode.Event<void>;
  #known: { readonly key: string; readonly past: Past } | null = null;

  constructor(
    readonly deck: DeckInGit,
    readonly name: string,
    /** The commit, or one of the names above. */
    readonly ref: string,
  ) {
    this.onDidChange = deck.repository.state.onDidChange;
  }

  get saved(): SavedVersion {
    return { uri: this.deck.file.toString(), ref: this.ref, name: this.name };
  }

  async open(): Promise<Past> {
    const { api, repository, file } = this.deck;
    const ref = this.#refNow();
    const changes = await this.#changesSince(ref);
    const place = this.#placeOf(file, changes);
    // Writing the deck itself changes nothing about what it was.
    const others = changes.filter(({ uri }) => uri.path !== file.path);
    const key = JSON.stringify([ref, place.path, others.map(({ status, uri }) => [status, uri.path])]);
    if (this.#known?.key === key && !this.#known.past.document.isClosed) return this.#known.past;
    const then = (each: vscode.Uri) => api.toGitUri(each, ref);
    const document = await this.#documentAt(ref, then(place));
    const folders = new PastFolders(changes, repository.rootUri, then);
    const root = rootOf(file);
    // VS Code compares roots without what says which version is meant.
    const past = { document, folders, roots: root ? [then(root).with({ query: '' })] : [] };
    this.#known = { key, past };
    return past;
  }

  /** The commit, or empty for what is staged. */
  #refNow(): string {
    if (this.ref !== LAST_COMMIT) return this.ref;
    const commit = this.deck.repository.state.HEAD?.commit;
    if (commit) return commit;
    throw new NoVersion(vscode.l10n.t('The repository does not have a commit yet.'));
  }

  #changesSince(ref: string): Promise<readonly GitChange[]> {
    const { repository } = this.deck;
    if (ref === STAGED) return Promise.resolve(repository.state.workingTreeChanges);
    return repository.diffWith(ref).catch(() => {
      throw this.#unreadable();
    });
  }

  /** Where the deck was. */
  #placeOf(file: vscode.Uri, changes: readonly GitChange[]): vscode.Uri {
    const renamed = changes.find(
      ({ status, uri }) => status === FILE_STATUS.indexRenamed && uri.path === file.path,
    );
    return renamed?.originalUri ?? file;
  }

  async #documentAt(ref: string, uri: vscode.Uri): Promise<vscode.TextDocument> {
    const { size } = await this.deck.repository.getObjectDetails(ref, uri.fsPath).catch(() => {
      throw new NoVersion(
        vscode.l10n.t(
          '{0} did not exist in this version: {1}',
          plainName(this.deck.file),
          plainText(this.name),
        ),
      );
    });
    const document = size > MAX_TEXT_SIZE ? null : await openText(uri);
    if (document && !document.getText().startsWith(LFS_POINTER)) return document;
    throw this.#unreadable();
  }

  /** It is not text, or the repository no longer has the commit. */
  #unreadable(): NoVersion {
    return new NoVersion(
      vscode.l10n.t(
        "{0} can't be read in this version: {1}",
        plainName(this.deck.file),
        plainText(this.name),
      ),
    );
  }
}

/** Null if it is not text. */
async function openText(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return null;
  }
}

/** The deck in the last commit, whichever that is. */
export function lastCommit(deck: DeckInGit): Version {
  return new GitVersion(deck, vscode.l10n.t('last commit'), LAST_COMMIT);
}

/** The deck as it will be committed. */
export function stagedVersion(deck: DeckInGit): Version {
  return new GitVersion(deck, vscode.l10n.t('staged'), STAGED);
}

/** The deck in a commit, under a name of it. */
export function commitVersion(deck: DeckInGit, commit: string, name = shortName(commit)): Version {
  return new GitVersion(deck, name, commit);
}

/** The deck in what VS Code's git means by `ref`, which may be more than commits. */
export function versionAt(deck: DeckInGit, ref: string, name?: string): Version {
  if (ref === STAGED) return stagedVersion(deck);
  if (ref === LAST_COMMIT) return lastCommit(deck);
  if (ref !== STAGED_OR_LAST) return commitVersion(deck, ref, name);
  const { indexChanges } = deck.repository.state;
  const isStaged = indexChanges.some(({ uri, renameUri }) => (renameUri ?? uri).path === deck.file.path);
  return isStaged ? stagedVersion(deck) : lastCommit(deck);
}

/** As git's lists show a commit. The parent of one has a sign after it. */
function shortName(commit: string): string {
  return commit.replace(/^([0-9a-f]{8})[0-9a-f]{32,}/, '$1');
}
