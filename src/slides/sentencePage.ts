import * as vscode from 'vscode';
import { escapeHtml } from '../core/text/escapeHtml';
import { parent } from '../services/deckRoot';
import { previewAsset } from './html';

/** Shows a sentence in a panel instead of slides: the strip of a preview without a slide below it. */
export function showSentence({ webview }: vscode.WebviewPanel, extensionUri: vscode.Uri, said: string): void {
  const styles = previewAsset(extensionUri, 'preview.css');
  webview.options = { enableScripts: false, localResourceRoots: [parent(styles)] };
  webview.html = `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}">
<title>${escapeHtml(said)}</title>
<link rel="stylesheet" href="${webview.asWebviewUri(styles)}">
</head>
<body>
<div id="strip"><div id="notices" role="status"><div>${escapeHtml(said)}</div></div></div>
</body>
</html>`;
}
