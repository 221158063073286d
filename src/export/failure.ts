import * as vscode from 'vscode';
import { reasonOf } from '../services/failures';
import { plainText } from '../services/plainText';
import { isBrowserError } from './browser/browserError';

/** Why an export failed, in the user's language as far as it is known. */
export function inWords(error: unknown): string {
  if (!isBrowserError(error)) return reasonOf(error);
  const { template, values } = error;
  return plainText(vscode.l10n.t(template, ...values));
}
