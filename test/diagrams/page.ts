import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { Kind } from '../../src/page/diagrams/kinds';
import { root } from '../vscode/paths';
import { CLASSES } from './samples';

const origin = 'https://deck.invalid';
const nonce = 'bm9uY2U';

/** As strict as the preview's, without the pictures from the web that the preview may allow. */
const strict = [
  "default-src 'none'",
  `script-src 'nonce-${nonce}'`,
  `style-src ${origin} 'unsafe-inline'`,
  `img-src ${origin} data:`,
  `font-src ${origin}`,
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/** A page and what went wrong in it. */
export interface DiagramPage {
  readonly page: Page;
  /** Console errors and warnings, policy violations, and requests for anything that is not ours. */
  readonly complaints: string[];
}

/** A page with a theme's look and the built bundles, without reveal.js; no other request is answered. */
export async function openPage(
  browser: Browser,
  { theme = 'white', policy = strict } = {},
): Promise<DiagramPage> {
  const harness = await bundleHarness();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.route('**', (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) {
      complaints.push(`request for ${url}`);
      return route.abort();
    }
    if (url.pathname === '/')
      return route.fulfill({ contentType: 'text/html', body: pageHtml(theme, policy) });
    if (url.pathname === '/harness.js')
      return route.fulfill({ contentType: 'text/javascript', body: harness });
    const folder = url.pathname.startsWith('/styles/') ? 'dist/preview' : 'dist';
    const path = join(root, folder, url.pathname);
    if (existsSync(path)) return route.fulfill({ path });
    complaints.push(`request for ${url}`);
    return route.abort();
  });
  await page.goto(`${origin}/`);
  return { page, complaints };
}

/** What the renderer makes of a diagram or formula. */
export function markup(kind: Kind, source: string): string {
  const escaped = source.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return kind === 'math'
    ? `<p><span class="mathjax raw">${escaped}</span></p>`
    : `<pre class="${CLASSES[kind]}" data-line="1">${escaped}</pre>`;
}

/** Draws each of the sources in the page. */
export async function draw(page: Page, html: string): Promise<void> {
  await page.evaluate((content) => window.diagrams.draw(content), html);
}

function pageHtml(theme: string, policy: string): string {
  const sheets = ['styles/hedgedoc.css', `styles/hedgedoc/${theme}.css`, 'page/diagrams.css'];
  return `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
${sheets.map((sheet) => `<link rel="stylesheet" href="${sheet}">`).join('\n')}
</head><body class="reveal-viewport"><div class="reveal"><div class="slides"></div></div>
<script nonce="${nonce}" src="harness.js"></script></body></html>`;
}

let harness: Promise<string> | undefined;

function bundleHarness(): Promise<string> {
  harness ??= build({
    entryPoints: [join(__dirname, 'harness.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  }).then(({ outputFiles }) => outputFiles[0]!.text);
  return harness;
}
