import * as vscode from 'vscode';
import type { NoteAddress } from '../core/hedgedoc/noteAddress';

const SCHEME = 'deckwright-note';

/** A deck, and a note as it would be in its place. */
export interface Comparison {
  readonly deck: vscode.Uri;
  readonly address: NoteAddress;
  readonly there: string;
}

/** Notes as documents that can't be changed, each compared with a deck. */
export class NoteDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #comparisons = new Map<string, Comparison>();
  readonly #subscriptions: vscode.Disposable[];
  #count = 0;

  constructor() {
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => this.#forget(closed)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /** After a restart VS Code still has the comparison, but nobody has the text. */
  provideTextDocumentContent(uri: vscode.Uri): string {
    const comparison = this.#comparisons.get(uri.toString());
    if (comparison) return comparison.there;
    throw new Error(
      vscode.l10n.t('Run {0} again to compare the deck with the note.', 'Update from HedgeDoc'),
    );
  }

  async show(comparison: Comparison, title: string): Promise<void> {
    const { deck } = comparison;
    // Under its own path its language and its files are those of the deck.
    const path = deck.path.replace(/^\/?/, '/');
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: `${++this.#count}` });
    this.#comparisons.set(uri.toString(), comparison);
    this.#tellMenus();
    await vscode.commands.executeCommand('vscode.diff', uri, deck, title, { preview: false });
  }

  /** The comparison in the active tab. */
  get active(): Comparison | undefined {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    const uri = tab && noteIn(tab);
    return uri && this.#comparisons.get(uri.toString());
  }

  /** A tab that is moved is closed in one group and opened in another. */
  #forget(closed: readonly vscode.Tab[]): void {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const open = new Set(tabs.map((tab) => noteIn(tab)?.toString()));
    for (const tab of closed) {
      const key = noteIn(tab)?.toString();
      if (key !== undefined && !open.has(key)) this.#comparisons.delete(key);
    }
    this.#tellMenus();
  }

  /** Which decks are compared; as `deckwright.deckPaths`. */
  #tellMenus(): void {
    const paths = [...this.#comparisons.values()].flatMap(({ deck }) => [deck.path, deck.fsPath]);
    void vscode.commands.executeCommand('setContext', 'deckwright.comparedPaths', paths);
  }
}

function noteIn({ input }: vscode.Tab): vscode.Uri | undefined {
  const isNote = input instanceof vscode.TabInputTextDiff && input.original.scheme === SCHEME;
  return isNote ? input.original : undefined;
}
