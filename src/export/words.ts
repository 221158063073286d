import { filled } from '../core/text/filled';
import type { Reason } from './files';

/** `vscode.l10n.t`, or its substitute where nothing is translated. */
export type Translate = (message: string, ...values: string[]) => string;

/** Why something the deck names is not in the page. */
export type Trouble =
  | Reason
  | 'remote'
  | 'upload'
  | 'notFetched'
  | 'noMedia'
  | 'noAddress'
  | 'noLivePage'
  | 'livePdf'
  | 'notLive'
  | 'notOnSite'
  | 'hidden'
  | 'taken';

/** Shown above the URL in the box, and before it in the list of problems. */
export const TROUBLES: Readonly<Record<Trouble, string>> = {
  missing: 'File not found:',
  outside: 'File outside the folder that decks may read:',
  tooLarge: 'File too large:',
  unreadable: 'File not readable:',
  lfs: 'Kept by Git LFS, and not available here:',
  remote: 'On another server, so not in this file:',
  upload: 'Uploaded file without a copy beside the deck:',
  notFetched: 'Not fetched from another server:',
  noMedia: 'Not a picture, video, sound or font:',
  noAddress: 'Not the address of a file:',
  noLivePage: 'Only pages at https: addresses can be live:',
  notLive: 'In the background only if embedded pages are live:',
  livePdf: "PDF documents can't be live:",
  notOnSite: 'File outside the folder of the site:',
  hidden: 'Hidden file, so not on the site:',
  taken: 'Not on the site, whose folder has another file of this name:',
};

export const english: Translate = (message, ...values) => filled(message, values);

const MAX_SHOWN = 300;

/** What is wrong with something the deck names, in one line, with the reason if there is more to say. */
export function complaint(trouble: Trouble, url: string, translate: Translate, reason = ''): string {
  const shown = url.length > MAX_SHOWN ? `${url.slice(0, MAX_SHOWN)}…` : url;
  return `${translate(TROUBLES[trouble])} ${shown}${reason && ` (${reason.replace(/\.$/, '')})`}`;
}
