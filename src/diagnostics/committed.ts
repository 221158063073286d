import * as vscode from 'vscode';
import { type GitRepository, gitApi } from '../services/gitExtension';

interface Shown {
  readonly commit: string;
  readonly path: string;
  readonly texts: Promise<readonly string[]>;
}

/** Decks as they were in the last commit, from VS Code's own git. */
export class Committed implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  /** The last commit of each repository that was asked about. */
  readonly #commits = new Map<GitRepository, string | undefined>();
  readonly #shown = new Map<string, Shown>();
  #api: ReturnType<typeof gitApi> | undefined;

  /** Decks may have been others in the last commit than was said. */
  readonly onDidChange = this.#changed.event;

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /** The texts that a file had, none if it is new. Null if that is not known, as outside of repositories. */
  async textsOf(file: vscode.Uri): Promise<readonly string[] | null> {
    this.#api ??= this.#open();
    const repository = (await this.#api)?.getRepository(file);
    if (!repository) return null;
    this.#watch(repository);
    const { HEAD, indexChanges } = repository.state;
    if (!HEAD) return null;
    const { commit } = HEAD;
    if (!commit) return [];
    const renamed = indexChanges.find(({ renameUri }) => renameUri?.path === file.path);
    const path = (renamed?.originalUri ?? file).fsPath;
    const known = this.#shown.get(file.toString());
    if (known?.commit === commit && known.path === path) return known.texts;
    // Without the file in the commit this fails.
    const texts = repository.show(commit, path).then(
      (text) => [text.replace(/^\ufeff/, '')],
      () => [],
    );
    this.#shown.set(file.toString(), { commit, path, texts });
    return texts;
  }

  async #open(): ReturnType<typeof gitApi> {
    const api = await gitApi();
    // It may be switched on later.
    if (!api) this.#subscriptions.push(vscode.extensions.onDidChange(() => this.#again()));
    else this.#subscriptions.push(api.onDidOpenRepository(() => this.#changed.fire()));
    return api;
  }

  #again(): void {
    this.#api = undefined;
    this.#changed.fire();
  }

  #watch(repository: GitRepository): void {
    if (this.#commits.has(repository)) return;
    const { state } = repository;
    const now = () => state.HEAD && (state.HEAD.commit ?? '');
    this.#commits.set(repository, now());
    this.#subscriptions.push(
      state.onDidChange(() => {
        if (this.#commits.get(repository) === now()) return;
        this.#commits.set(repository, now());
        this.#changed.fire();
      }),
    );
  }
}
