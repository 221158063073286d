import * as vscode from 'vscode';
import { newNoteForm, type RefusedNote } from '../core/hedgedoc/newNote';
import type { NoteAddress } from '../core/hedgedoc/noteAddress';
import { documentName } from '../services/documentFile';
import { plainText } from '../services/plainText';
import type { Services } from '../services/services';
import { missingSentence, showMissing } from './missingFiles';
import type { Outgoing } from './outgoing';
import { inWords, serverName } from './outgoingWords';
import { rememberOrigin } from './rememberOrigin';

/** What a notification offers; each can be done once, one after the other. */
interface Offer {
  readonly title: string;
  run(): PromiseLike<unknown>;
}

/** Opens the new note, says where it is, and offers what can be done with it. */
export function tellSent(outgoing: Outgoing, address: NoteAddress, services: Services): Promise<void> {
  const { document, note } = outgoing;
  const sent = vscode.l10n.t(
    '{0} is now at {1}. The address was copied.',
    documentName(document),
    plainText(address.page),
  );
  const show = {
    title: vscode.l10n.t('Show Files'),
    run: () => showMissing(document, outgoing.missingNow()),
  };
  const open = () => vscode.env.openExternal(vscode.Uri.parse(address.page, true));
  void open();
  return offer([sent, ...missingSentence(note.missing)].join(' '), [
    { title: vscode.l10n.t('Open'), run: open },
    { title: vscode.l10n.t('Remember in Deck'), run: () => rememberOrigin(document, address, services) },
    ...(note.missing.length > 0 ? [show] : []),
  ]);
}

async function offer(said: string, offers: readonly Offer[]): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(said, ...offers.map(({ title }) => title));
  const taken = offers.find(({ title }) => title === chosen);
  if (!taken) return;
  await taken.run();
  const left = offers.filter((each) => each !== taken);
  if (left.length > 0) await offer(said, left);
}

/** Says why no note was made. The text can be pasted into one that the user makes in the browser. */
export async function tellRefused({ server, note }: Outgoing, why: string): Promise<void> {
  const copy = vscode.l10n.t('Copy and Open HedgeDoc');
  if ((await vscode.window.showErrorMessage(why, copy)) !== copy) return;
  await vscode.env.clipboard.writeText(note.text);
  await vscode.env.openExternal(vscode.Uri.parse(newNoteForm(server), true));
}

/** Why a server made no note, in the user's language. */
export function reasonFor({ fault, detail }: RefusedNote, { server, note }: Outgoing): string {
  const host = serverName(server);
  switch (fault) {
    case 'login':
      return vscode.l10n.t(
        'Only those who are logged in to {0} can make notes there. Log in with your browser, and paste the deck into a new note.',
        host,
      );
    case 'moved':
      return vscode.l10n.t('{0} redirects to {1}. Send the deck there.', host, plainText(detail));
    case 'length':
      return vscode.l10n.t(
        '{0} refused the note: {1} characters are too many.',
        host,
        inWords(note.text.length),
      );
    case 'busy':
      return vscode.l10n.t('{0} makes no more notes at the moment. Try again in a few minutes.', host);
    case 'status':
      return vscode.l10n.t('{0} did not answer as HedgeDoc 1 does, but with the status {1}.', host, detail);
  }
}
