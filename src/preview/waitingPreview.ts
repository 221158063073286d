import * as vscode from 'vscode';
import { escapeHtml } from '../core/text/escapeHtml';
import { parent } from '../services/deckRoot';
import { plainName } from '../services/plainText';
import { previewAsset } from '../slides/html';
import type { PersistedState } from '../slides/messages';

/** A panel of an earlier window whose deck's file is gone. It says so, and waits for the file to come back. */
export class WaitingPreview implements vscode.Disposable {
  readonly uri: vscode.Uri;

  constructor(
    readonly panel: vscode.WebviewPanel,
    readonly restored: PersistedState,
    extensionUri: vscode.Uri,
  ) {
    this.uri = vscode.Uri.parse(restored.document, true);
    const { webview } = panel;
    const styles = previewAsset(extensionUri, 'preview.css');
    webview.options = { enableScripts: false, localResourceRoots: [parent(styles)] };
    webview.html = pageHtml(this.uri, webview.asWebviewUri(styles).toString(), webview.cspSource);
  }

  dispose(): void {
    this.panel.dispose();
  }
}

/** The strip of a preview without a slide below it. */
function pageHtml(deck: vscode.Uri, styles: string, source: string): string {
  const said = vscode.l10n.t(
    '{0} no longer exists. The preview shows it again once it is back.',
    plainName(deck),
  );
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${source}">
<title>${escapeHtml(plainName(deck))}</title>
<link rel="stylesheet" href="${styles}">
</head>
<body>
<div id="strip"><div id="notices" role="status"><div>${escapeHtml(said)}</div></div></div>
</body>
</html>`;
}
