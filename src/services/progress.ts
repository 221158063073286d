import * as vscode from 'vscode';

/** Undefined if the user cancels. */
export function withProgress<T>(
  title: string,
  task: (
    signal: AbortSignal,
    progress: vscode.Progress<{ message?: string; increment?: number }>,
  ) => Promise<T>,
): Thenable<T | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title,
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      return await task(abort.signal, progress);
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    }
  });
}
