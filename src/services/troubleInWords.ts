import * as vscode from 'vscode';
import type { Trouble } from '../core/archive/answer';
import { plainText } from './plainText';
import { faultInWords } from './remote';

/** Why a remote file is not to be had. */
export function troubleInWords(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'remote':
      return faultInWords(trouble.error);
    case 'status':
      return trouble.status === 404
        ? vscode.l10n.t('The server does not have it (404).')
        : vscode.l10n.t('The server answered with status {0}.', trouble.status);
    case 'html':
      return vscode.l10n.t('The server sent a web page instead. You may have to log in.');
    case 'empty':
      return vscode.l10n.t('The server sent an empty file.');
    case 'lfs':
      return vscode.l10n.t('The server sent a Git LFS pointer in place of the file.');
    case 'unknown':
      return vscode.l10n.t('The server did not send a picture, video, sound or font.');
    case 'picture':
    case 'media':
    case 'font':
      return vscode.l10n.t('The server sent a file of another kind than the deck needs here.');
    case 'enough':
      return vscode.l10n.t('So much was downloaded already. Archive once more for the rest.');
    case 'write':
      return plainText(trouble.message);
  }
}
