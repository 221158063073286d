import { filled } from '../core/text/filled';
import type { Reason } from './files';

/** `vscode.l10n.t`, or its substitute where nothing is translated. */
export type Translate = (message: string, ...values: string[]) => string;

/** Why something the deck names is not in the page. */
export type Trouble = Reason | 'remote' | 'upload' | 'noMedia' | 'noAddress';

/** Shown above the URL in the box, and before it in the list of problems. */
export const TROUBLES: Readonly<Record<Trouble, string>> = {
  missing: 'File not found:',
  outside: 'File outside the folder that decks may read:',
  tooLarge: 'File too large:',
  unreadable: 'File not readable:',
  remote: 'On another server, so not in this file:',
  upload: 'Uploaded file without a copy beside the deck:',
  noMedia: 'Not a picture, video, sound or font:',
  noAddress: 'Not the address of a file:',
};

export const english: Translate = (message, ...values) => filled(message, values);
