import { filled } from '../core/text/filled';
import type { Reason } from './files';

/** `vscode.l10n.t`, or what stands in for it where nothing is translated. */
export type Translate = (message: string, ...values: string[]) => string;

/** Why something the deck names is not in the page. */
export type Trouble = Reason | 'remote' | 'upload' | 'noMedia' | 'noAddress';

/** Stands above the URL in the box, and before it in the list of problems. */
export const TROUBLES: Readonly<Record<Trouble, string>> = {
  missing: 'File not found:',
  outside: 'File outside of the folder that decks may read:',
  tooLarge: 'File too large:',
  unreadable: 'File not readable:',
  remote: 'On another server and therefore not in this file:',
  upload: 'No copy beside the deck of what was uploaded:',
  noMedia: 'No picture, video, sound or font:',
  noAddress: 'Not an address of a file:',
};

export const english: Translate = (message, ...values) => filled(message, values);
