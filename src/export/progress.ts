import * as vscode from 'vscode';
import { plainName } from '../services/plainText';

/** Shows that a document is being exported. Undefined if the user cancels. */
export function withProgress<T>(
  document: vscode.TextDocument,
  task: (signal: AbortSignal) => Promise<T>,
): Thenable<T | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Exporting {0}', plainName(document.uri)),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      return await task(abort.signal);
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    }
  });
}
