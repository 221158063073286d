import * as vscode from 'vscode';
import type { Trouble } from '../core/archive/answer';
import { troubleInWords as inWords } from '../core/archive/troubleInWords';
import { plainText } from './plainText';
import { faultInWords } from './remote';

/** Why a remote file is not to be had, in words for the user. */
export function troubleInWords(trouble: Trouble): string {
  if (trouble.kind === 'write') return plainText(trouble.message);
  return inWords(trouble, { translate: vscode.l10n.t, faultInWords });
}
