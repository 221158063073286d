import type { Trouble } from '../../core/archive/answer';
import { faultInWords } from '../remote';

/** Why there is no copy of a remote file, in words. */
export function troubleInWords(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'remote':
      return faultInWords(trouble.error);
    case 'status':
      return `The server answered with status ${trouble.status}${STATUS[trouble.status] ?? ''}.`;
    case 'empty':
      return 'The server sent an empty file.';
    case 'html':
      return 'The server sent a web page instead, perhaps to log in.';
    case 'lfs':
      return 'The server sent a Git LFS pointer instead.';
    case 'write':
      return trouble.message;
    case 'enough':
      return 'So much was fetched that this file is left for another run: run the command again.';
    case 'unknown':
      return 'The server sent something that slides do not show.';
    default:
      return `The server sent a ${KINDS[trouble.kind]} instead.`;
  }
}

const STATUS: Readonly<Record<number, string>> = {
  401: ' (a login is needed)',
  403: ' (not allowed)',
  404: ' (not found)',
  410: ' (gone)',
  429: ' (too many requests)',
};

const KINDS = { picture: 'picture', media: 'video or sound', font: 'font' } as const;
