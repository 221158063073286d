import * as vscode from 'vscode';
import { documentName } from '../services/documentFile';
import { tabNamedAfter } from '../services/tabs';
import { MadeTexts } from './madeTexts';
import type { Outgoing } from './outgoing';
import { serverName } from './outgoingWords';

/** Shows what would be sent, compared with the deck. The comparison's title has a button that sends it. */
export class Reviews implements vscode.Disposable {
  readonly #shown = new MadeTexts<Outgoing>({
    scheme: 'deckwright-hedgedoc',
    textOf: ({ note }) => note.text,
    lostSentence: () =>
      vscode.l10n.t('Run {0} again to see what would be sent.', vscode.l10n.t('Send to HedgeDoc')),
  });

  dispose(): void {
    this.#shown.dispose();
  }

  /** What a document of a comparison shows. */
  of(uri: unknown): Outgoing | undefined {
    return this.#shown.of(uri);
  }

  async show(outgoing: Outgoing): Promise<void> {
    const { document, server } = outgoing;
    const uri = this.#shown.add(outgoing, document.uri);
    const title = `${documentName(document)} → ${serverName(server)}`;
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title, { preview: false });
  }

  /** Closes the comparison that shows it, if there is one. */
  async close(outgoing: Outgoing): Promise<void> {
    const uri = this.#shown.uriOf(outgoing);
    const tab = uri && tabNamedAfter(uri);
    if (tab) await vscode.window.tabGroups.close(tab);
  }
}
