import * as vscode from 'vscode';
import { plainText } from './plainText';

/** Why something failed, for a message. */
export function reasonOf(error: unknown): string {
  return plainText(error instanceof Error ? error.message : String(error));
}

/**
 * Tells the user that something they asked for failed, if nothing else waits for it. `said` is given the
 * reason.
 */
export function tellFailure(
  work: Promise<unknown>,
  log: vscode.LogOutputChannel,
  said: (reason: string) => string,
): void {
  work.catch((error) => {
    log.error(error);
    void vscode.window.showErrorMessage(said(reasonOf(error)));
  });
}
