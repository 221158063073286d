import * as vscode from 'vscode';
import { plainName } from '../services/plainText';
import type { PersistedState } from '../slides/messages';
import { showSentence } from '../slides/sentencePage';

/** A panel of an earlier window whose deck's file is gone. It says so, and waits for the file to come back. */
export class WaitingPreview implements vscode.Disposable {
  readonly uri: vscode.Uri;

  constructor(
    readonly panel: vscode.WebviewPanel,
    readonly restored: PersistedState,
    extensionUri: vscode.Uri,
  ) {
    this.uri = vscode.Uri.parse(restored.document, true);
    const said = vscode.l10n.t(
      '{0} no longer exists. The preview shows it again once it is back.',
      plainName(this.uri),
    );
    showSentence(panel, extensionUri, said);
  }

  dispose(): void {
    this.panel.dispose();
  }
}
