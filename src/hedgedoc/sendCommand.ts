import * as vscode from 'vscode';
import { isRemoteError, type RemoteFault } from '../core/files/remote';
import type { NewNote } from '../core/hedgedoc/newNote';
import { documentName } from '../services/documentFile';
import { withProgress } from '../services/progress';
import { faultInWords } from '../services/remote';
import type { Services } from '../services/services';
import { chooseServer } from './chooseServer';
import { missingList } from './missingFiles';
import { type Outgoing, prepare } from './outgoing';
import { concernsOf, inWords, serverName, uploadsSentence } from './outgoingWords';
import { sendNote } from './requests';
import type { Reviews } from './reviews';
import { reasonFor, tellRefused, tellSent } from './sentWords';

/** Makes a new note of a deck, once the user has seen what is sent and where. */
export class Sending {
  constructor(
    readonly context: vscode.ExtensionContext,
    readonly services: Services,
    readonly reviews: Reviews,
  ) {}

  async run(document: vscode.TextDocument): Promise<void> {
    const { extensionUri, workspaceState } = this.context;
    const title = vscode.l10n.t('Send to HedgeDoc');
    const server = await chooseServer(document, title, this.services, workspaceState);
    if (server === undefined) return;
    const outgoing = await prepare(document, server, extensionUri, this.services);
    if (outgoing) await this.#confirm(outgoing);
  }

  /** Sends what a comparison shows, whatever has become of the deck since. */
  async runReviewed(outgoing: Outgoing): Promise<void> {
    const send = vscode.l10n.t('Send');
    if ((await ask(outgoing, send)) === send) await this.#send(outgoing);
  }

  async #confirm(outgoing: Outgoing): Promise<void> {
    const send = vscode.l10n.t('Send');
    const review = vscode.l10n.t('Review First');
    const answer = await ask(outgoing, send, review);
    if (answer === review) await this.reviews.show(outgoing);
    if (answer === send) await this.#send(outgoing);
  }

  async #send(outgoing: Outgoing): Promise<void> {
    const { document, server, note } = outgoing;
    try {
      const remote = await this.services.remotes.of(document.uri);
      const answer = await withProgress(
        vscode.l10n.t('Sending {0} to {1}', documentName(document), serverName(server)),
        (signal) => sendNote(note.text, server, remote, signal),
      );
      if (answer) await this.#tell(outgoing, answer);
      else void vscode.window.showWarningMessage(mayBeMade(outgoing));
    } catch (error) {
      if (!isRemoteError(error)) throw error;
      const why = faultInWords(error);
      void tellRefused(outgoing, IS_SENT.has(error.fault) ? `${why} ${mayBeMade(outgoing)}` : why);
    }
  }

  async #tell(outgoing: Outgoing, answer: NewNote): Promise<void> {
    if ('fault' in answer) {
      void tellRefused(outgoing, reasonFor(answer, outgoing));
      return;
    }
    await this.reviews.close(outgoing);
    await vscode.env.clipboard.writeText(answer.page);
    void tellSent(outgoing, answer, this.services);
  }
}

/** The faults of an answer, which comes when the note is made. */
const IS_SENT: ReadonlySet<RemoteFault> = new Set(['incomplete', 'size', 'time']);

function mayBeMade({ server }: Outgoing): string {
  return vscode.l10n.t('The note may have been made on {0} all the same.', serverName(server));
}

function ask({ document, server, note }: Outgoing, ...buttons: string[]): Thenable<string | undefined> {
  const detail = [
    vscode.l10n.t(
      'A new note is made there. It has the whole text of the deck, with notes and comments: {0} characters.',
      inWords(note.text.length),
    ),
    vscode.l10n.t('Anyone who has its address can read and change it, and nobody can delete it.'),
    ...uploadsSentence(note),
    ...concernsOf(note),
    ...missingList(note.missing),
  ].join('\n\n');
  const question = vscode.l10n.t('Send {0} to {1}?', documentName(document), serverName(server));
  return vscode.window.showInformationMessage(question, { modal: true, detail }, ...buttons);
}
