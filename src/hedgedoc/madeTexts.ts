import * as vscode from 'vscode';
import { isInTab, shows } from '../services/tabs';

interface Kind<T> {
  readonly scheme: string;
  textOf(made: T): string;
  /** What to do about a comparison that VS Code has restored: nobody has its text. */
  lostSentence(): string;
  /** Called when a text was added or is no longer shown. */
  onChange?(): void;
}

/** Texts made to be compared with decks, as documents that can't be changed. Each is kept as long as a tab shows it. */
export class MadeTexts<T> implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #made = new Map<string, T>();
  readonly #subscriptions: vscode.Disposable[];
  #count = 0;

  constructor(readonly kind: Kind<T>) {
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(kind.scheme, this),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => this.#forget(closed)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const made = this.of(uri);
    if (made === undefined) throw new Error(this.kind.lostSentence());
    return this.kind.textOf(made);
  }

  /** The address of a new text. Under the deck's own path its language and its files are those of the deck. */
  add(made: T, deck: vscode.Uri): vscode.Uri {
    const path = deck.path.replace(/^\/?/, '/');
    const uri = vscode.Uri.from({ scheme: this.kind.scheme, path, query: `${++this.#count}` });
    this.#made.set(uri.toString(), made);
    this.kind.onChange?.();
    return uri;
  }

  of(uri: unknown): T | undefined {
    return uri instanceof vscode.Uri ? this.#made.get(uri.toString()) : undefined;
  }

  all(): T[] {
    return [...this.#made.values()];
  }

  uriOf(made: T): vscode.Uri | undefined {
    const found = [...this.#made].find(([, each]) => each === made);
    return found && vscode.Uri.parse(found[0]);
  }

  /**
   * Not when the document closes: VS Code may close that of a tab that is not visible. A tab that is moved is closed in
   * one group and opened in another.
   */
  #forget(closed: readonly vscode.Tab[]): void {
    for (const key of [...this.#made.keys()]) {
      const uri = vscode.Uri.parse(key);
      if (closed.some((tab) => shows(tab, uri)) && !isInTab(uri)) this.#made.delete(key);
    }
    this.kind.onChange?.();
  }
}
