import type { RemoteError } from '../files/remote';
import type { Trouble } from './answer';

/** How editor and command line put things into words. */
export interface Speaker {
  /** `vscode.l10n.t`, or its substitute where nothing is translated. */
  translate(template: string, ...values: string[]): string;
  /** Why a server gave no answer. */
  faultInWords(error: RemoteError): string;
}

/** Why there is no copy of a remote file. */
export function troubleInWords(trouble: Trouble, { translate, faultInWords }: Speaker): string {
  switch (trouble.kind) {
    case 'remote':
      return faultInWords(trouble.error);
    case 'status':
      return translate(BY_STATUS[trouble.status] ?? TROUBLE_WORDS.status, String(trouble.status));
    case 'write':
      return trouble.message;
    default:
      return translate(TROUBLE_WORDS[trouble.kind]);
  }
}

/** In English, with `{0}` for a value: the keys of the translations. */
export const TROUBLE_WORDS: Readonly<Record<Exclude<Trouble['kind'], 'remote' | 'write'>, string>> = {
  status: 'The server answered with status {0}.',
  empty: 'The server sent an empty file.',
  html: 'The server sent a web page instead. You may have to log in.',
  lfs: 'The server sent a Git LFS pointer in place of the file.',
  unknown: 'The server did not send a picture, video, sound or font.',
  picture: 'The server sent a picture instead.',
  media: 'The server sent a video or sound instead.',
  font: 'The server sent a font instead.',
  enough: 'So much was downloaded already. Archive once more for the rest.',
};

const NOT_ALLOWED = 'The server allows it only after a login, if at all ({0}).';
const NOT_THERE = 'The server does not have it ({0}).';

/** The same for some statuses, with `{0}` for the status. */
export const BY_STATUS: Readonly<Record<number, string>> = {
  401: NOT_ALLOWED,
  403: NOT_ALLOWED,
  404: NOT_THERE,
  410: NOT_THERE,
  429: 'The server was asked too often ({0}). Try again later.',
};
