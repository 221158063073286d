import * as vscode from 'vscode';
import { documentName } from '../services/documentFile';
import { isInTab, shows, tabNamedAfter } from '../services/tabs';
import type { Outgoing } from './outgoing';
import { serverName } from './outgoingWords';

const SCHEME = 'deckwright-hedgedoc';

/** Shows what would be sent, compared with the deck. The comparison's title has a button that sends it. */
export class Reviews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #shown = new Map<string, Outgoing>();
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
    const outgoing = this.of(uri);
    if (outgoing) return outgoing.note.text;
    throw new Error(
      vscode.l10n.t('Run {0} again to see what would be sent.', vscode.l10n.t('Send to HedgeDoc')),
    );
  }

  /** What a document of a comparison shows. */
  of(uri: unknown): Outgoing | undefined {
    return uri instanceof vscode.Uri ? this.#shown.get(uri.toString()) : undefined;
  }

  async show(outgoing: Outgoing): Promise<void> {
    const { document, server } = outgoing;
    // Under its own path its language and its files are those of the deck.
    const uri = vscode.Uri.from({
      scheme: SCHEME,
      path: document.uri.path.replace(/^\/?/, '/'),
      query: `${++this.#count}`,
    });
    this.#shown.set(uri.toString(), outgoing);
    const title = `${documentName(document)} → ${serverName(server)}`;
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title, { preview: false });
  }

  /** Not when the document closes: VS Code may close that of a tab that is not visible. */
  #forget(closed: readonly vscode.Tab[]): void {
    for (const key of [...this.#shown.keys()]) {
      const uri = vscode.Uri.parse(key);
      if (closed.some((tab) => shows(tab, uri)) && !isInTab(uri)) this.#shown.delete(key);
    }
  }

  /** Closes the comparison that shows it, if there is one. */
  async close(outgoing: Outgoing): Promise<void> {
    for (const [key, shown] of this.#shown) {
      const tab = shown === outgoing ? tabNamedAfter(vscode.Uri.parse(key)) : undefined;
      if (tab) await vscode.window.tabGroups.close(tab);
    }
  }
}
