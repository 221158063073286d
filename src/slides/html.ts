import * as vscode from 'vscode';
import { escapeHtml } from '../core/text/escapeHtml';

/** What a page has besides the means to show slides. Files are those that are built for pages. */
export interface PageParts {
  readonly styles: readonly string[];
  readonly script: string;
  readonly body: string;
}

/**
 * A page that shows slides. It is set once and contains nothing of the deck: slides come by messages. The
 * policy is the second wall after the renderer's allow-list: no scripts but ours, nothing from outside but
 * pictures where allowed.
 */
export function slidesHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  remotePictures: boolean,
  { styles, script, body }: PageParts,
): string {
  const asset = (name: string) => webview.asWebviewUri(previewAsset(extensionUri, name)).toString();
  const nonce = newNonce();
  const pictureNotLoaded = escapeHtml(vscode.l10n.t('Picture not loaded:'));
  const videoNotLoaded = escapeHtml(vscode.l10n.t('Video not loaded:'));
  const source = webview.cspSource;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'unsafe-inline'`,
    `img-src ${source} data:${remotePictures ? ' https:' : ''}`,
    // Themes hold fonts of their own.
    `font-src ${source}${vscode.workspace.isTrusted ? ' data:' : ''}`,
    `media-src ${source}`,
    "connect-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${asset('styles/webview.css')}">
<link rel="stylesheet" href="${asset('styles/reveal.css')}">
${styles.map((style) => `<link rel="stylesheet" href="${asset(style)}">`).join('\n')}
<link rel="stylesheet" href="${webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'page', 'diagrams.css'))}">
</head>
<body data-picture-not-loaded="${pictureNotLoaded}" data-video-not-loaded="${videoNotLoaded}">
${body}
<script type="module" nonce="${nonce}" src="${asset(script)}"></script>
</body>
</html>`;
}

/** Where a deck is in a page. */
export const VIEWPORT =
  '<div class="reveal-viewport" role="region"><div class="reveal"><div class="slides"></div></div></div>';

/** Where the built files of pages are. */
export function previewAsset(extensionUri: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'preview', ...name.split('/'));
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
