import * as vscode from 'vscode';
import type { Deck } from '../core/deck/deck';
import { parseDeck } from '../core/deck/parseDeck';
import { MAX_TEXT_SIZE } from '../core/files/deckFiles';
import { LFS_POINTER } from '../core/files/lfsPointer';
import { type Decks, parseOptions } from './decks';
import { openDocument } from './documentOf';
import { type GitRepository, gitApi, onGitChange } from './gitExtension';

/** Git's mode of symbolic links: their text is where they lead. */
const LINK = '120000';

/** A file in the last commit. Null if it is new; undefined if that can't be told, as outside of repositories. */
type Committed<Value> = Value | null | undefined;

interface Shown {
  readonly commit: string;
  readonly path: string;
  readonly text: Promise<Committed<string>>;
}

/** Decks as they were in the last commit, from VS Code's own git. */
export class LastCommit implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription = vscode.Disposable.from(
    this.#changed,
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.#shown.delete(uri.toString());
      this.#decks.delete(uri.toString());
    }),
  );
  /** To git's extension. */
  readonly #toGit: vscode.Disposable[] = [];
  /** What was last known of each repository that was asked about, by its folder. */
  readonly #repositories = new Map<string, string | undefined>();
  /** What was read of files that are open. */
  readonly #shown = new Map<string, Shown>();
  readonly #decks = new Map<string, Deck>();
  #api: ReturnType<typeof gitApi> | undefined;

  /** Decks may have been others in the last commit than was said. */
  readonly onDidChange = this.#changed.event;

  constructor(readonly decks: Decks) {}

  dispose(): void {
    vscode.Disposable.from(this.#subscription, ...this.#toGit).dispose();
  }

  /** The deck that a file was, read as what it was then. */
  async deckOf(file: vscode.Uri): Promise<Committed<Deck>> {
    const text = await this.#textOf(file);
    if (typeof text !== 'string') return text;
    await this.decks.ready(file, text);
    const options = parseOptions(this.decks.recognizeText(file, text));
    const known = this.#decks.get(file.toString());
    if (known?.text === text && known.setup === options.setup && known.isGuess === options.isGuess)
      return known;
    // What is the same as in the open document is then the same object, which makes comparing quick.
    const document = openDocument(file);
    const deck = parseDeck(text, options, document && this.decks.deckOf(document));
    if (document) this.#decks.set(file.toString(), deck);
    return deck;
  }

  async #textOf(file: vscode.Uri): Promise<Committed<string>> {
    if (file.scheme !== 'file') return undefined;
    this.#api ??= this.#open();
    const repository = (await this.#api)?.getRepository(file);
    if (!repository) return undefined;
    this.#watch(repository);
    const { HEAD, indexChanges } = repository.state;
    if (!HEAD) return undefined;
    const { commit } = HEAD;
    if (!commit) return null;
    const renamed = indexChanges.find(({ renameUri }) => renameUri?.path === file.path);
    const path = (renamed?.originalUri ?? file).fsPath;
    const known = this.#shown.get(file.toString());
    if (known?.commit === commit && known.path === path) return known.text;
    const text = show(repository, commit, path);
    if (openDocument(file)) this.#shown.set(file.toString(), { commit, path, text });
    return text;
  }

  async #open(): ReturnType<typeof gitApi> {
    const again = () => this.#again();
    const api = await gitApi();
    this.#toGit.push(await onGitChange(again));
    if (api) this.#toGit.push(api.onDidOpenRepository(again), api.onDidCloseRepository(again));
    return api;
  }

  #again(): void {
    vscode.Disposable.from(...this.#toGit.splice(0)).dispose();
    this.#repositories.clear();
    this.#api = undefined;
    this.#changed.fire();
  }

  /** Git's extension makes a new object of a repository whenever it is asked for it. */
  #watch({ rootUri, state }: GitRepository): void {
    const key = rootUri.toString();
    if (this.#repositories.has(key)) return;
    this.#repositories.set(key, briefly(state));
    this.#toGit.push(
      state.onDidChange(() => {
        const now = briefly(state);
        if (this.#repositories.get(key) === now) return;
        this.#repositories.set(key, now);
        this.#changed.fire();
      }),
    );
  }
}

/** What decides which text a file had in the last commit. */
function briefly({ HEAD, indexChanges }: GitRepository['state']): string | undefined {
  const renamed = indexChanges.flatMap(({ originalUri, renameUri }) =>
    renameUri ? [originalUri.path, renameUri.path] : [],
  );
  return HEAD && [HEAD.commit ?? '', ...renamed].join('\n');
}

async function show(repository: GitRepository, commit: string, path: string): Promise<Committed<string>> {
  try {
    const { mode, size } = await repository.getObjectDetails(commit, path);
    if (mode === LINK || size > MAX_TEXT_SIZE) return undefined;
    const text = await repository.show(commit, path);
    if (text.includes('\0') || text.startsWith(LFS_POINTER)) return undefined;
    return text.replace(/^\ufeff/, '');
  } catch (error) {
    const isNew = (error as { gitErrorCode?: string } | null)?.gitErrorCode === 'UnknownPath';
    return isNew ? null : undefined;
  }
}
