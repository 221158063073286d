import * as vscode from 'vscode';
import { MAX_TEXT_SIZE } from '../core/files/deckFiles';
import { LFS_POINTER } from '../core/files/lfsPointer';
import { rootOf } from '../services/deckRoot';
import { FILE_STATUS, type GitApi, type GitChange, type GitRepository } from '../services/gitExtension';
import { plainName } from '../services/plainText';
import { PastFolders } from './pastFolders';
import { NoVersion, type Past, type Version } from './versions';

/** Where VS Code's own git has a deck. */
export interface DeckInGit {
  readonly api: GitApi;
  readonly repository: GitRepository;
  readonly file: vscode.Uri;
}

/** What git calls what is staged. */
const STAGED = '';

/** A deck as it was in a commit, or as it is staged. */
class GitVersion implements Version {
  readonly onDidChange: vscode.Event<void>;
  #known: { readonly key: string; readonly past: Past } | null = null;

  constructor(
    readonly deck: DeckInGit,
    readonly name: string,
    /** The commit, empty for what is staged. */
    readonly ref: () => string,
  ) {
    this.onDidChange = deck.repository.state.onDidChange;
  }

  async open(): Promise<Past> {
    const { api, repository, file } = this.deck;
    const ref = this.ref();
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

  #changesSince(ref: string): Promise<readonly GitChange[]> {
    const { repository } = this.deck;
    return ref === STAGED ? Promise.resolve(repository.state.workingTreeChanges) : repository.diffWith(ref);
  }

  /** Where the deck was. */
  #placeOf(file: vscode.Uri, changes: readonly GitChange[]): vscode.Uri {
    const renamed = changes.find(
      ({ status, uri }) => status === FILE_STATUS.indexRenamed && uri.path === file.path,
    );
    return renamed?.originalUri ?? file;
  }

  async #documentAt(ref: string, uri: vscode.Uri): Promise<vscode.TextDocument> {
    const name = plainName(this.deck.file);
    const { size } = await this.deck.repository.getObjectDetails(ref, uri.fsPath).catch(() => {
      throw new NoVersion(vscode.l10n.t('{0} did not exist in this version: {1}', name, this.name));
    });
    const document = size > MAX_TEXT_SIZE ? null : await openText(uri);
    if (document && !document.getText().startsWith(LFS_POINTER)) return document;
    throw new NoVersion(vscode.l10n.t("{0} can't be read in this version: {1}", name, this.name));
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
  return new GitVersion(deck, vscode.l10n.t('last commit'), () => {
    const commit = deck.repository.state.HEAD?.commit;
    if (commit) return commit;
    throw new NoVersion(vscode.l10n.t('The repository does not have a commit yet.'));
  });
}

/** The deck as it will be committed. */
export function stagedVersion(deck: DeckInGit): Version {
  return new GitVersion(deck, vscode.l10n.t('staged'), () => STAGED);
}

/** The deck in a commit, under a name of it. */
export function commitVersion(deck: DeckInGit, commit: string, name: string): Version {
  return new GitVersion(deck, name, () => commit);
}
