/** Pages for viewing the slide styles without a renderer: HedgeDoc's own HTML in our reveal.js and styles. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildSlideStyles } from '../../build/slideStyles.mjs';
import { launchBrowser } from '../vscode/chromium';

/** Answered by the test itself, like every other address: nothing is fetched. */
const origin = 'https://look.invalid';

declare global {
  interface Window {
    Reveal: { slide(h: number, v?: number): void };
  }
}

export interface PageContent {
  readonly theme: string;
  /** The sections within `.slides`. */
  readonly slides: string;
  /** `hedgedoc` by default; `reveal` takes reveal.js's own theme. */
  readonly look?: 'hedgedoc' | 'reveal';
  /** reveal.js options that override HedgeDoc's. */
  readonly options?: Record<string, unknown>;
}

export class LookBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly styles: string,
  ) {}

  static async open(): Promise<LookBrowser> {
    const styles = mkdtempSync(join(tmpdir(), 'deckwright-look-'));
    buildSlideStyles(styles);
    const browser = await launchBrowser();
    return new LookBrowser(browser, styles);
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.styles, { recursive: true });
  }

  async show(content: PageContent): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.route(/^https?:/, (route) => {
      const url = new URL(route.request().url());
      if (url.href === `${origin}/`)
        return route.fulfill({ contentType: 'text/html', body: pageHtml(content) });
      if (url.href.startsWith(`${origin}/styles/`))
        return route.fulfill({ path: join(this.styles, url.pathname.slice(8)) });
      // HedgeDoc had no pictures of its own when its screenshots were taken, except emoji.
      if (url.origin === origin && !url.pathname.startsWith('/build/')) return route.fulfill({ status: 404 });
      return route.fulfill({ contentType: 'image/svg+xml', body: grayBox(basename(url.pathname)) });
    });
    await page.goto(`${origin}/`);
    await page.waitForFunction(() => document.querySelector('.reveal.ready') !== null);
    await page.evaluate(() => document.fonts.ready);
    return page;
  }
}

/** Replaces pictures from elsewhere, as in the reference screens. */
function grayBox(name: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#c9d6df" stroke="#667" stroke-width="6"/><text x="12" y="22" font-family="sans-serif" font-size="10" fill="#334">${name}</text></svg>`;
}

/** The style sheets of a look in the order in which a page loads them. */
export function styleSheets(look: 'hedgedoc' | 'reveal', theme: string): string[] {
  return look === 'hedgedoc'
    ? ['reveal.css', 'hedgedoc.css', `hedgedoc/${theme}.css`, 'source-sans-pro.css', 'icons.css']
    : ['reveal.css', `themes/${theme}.css`, 'highlight/zenburn.css', 'icons.css'];
}

function pageHtml({ theme, slides, look = 'hedgedoc', options = {} }: PageContent): string {
  const links = styleSheets(look, theme).map((name) => `<link rel="stylesheet" href="styles/${name}">`);
  const reveal = createRequire(import.meta.url).resolve('reveal.js');
  const config = {
    width: 960,
    height: 700,
    margin: 0.04,
    center: true,
    transition: 'none',
    backgroundTransition: 'none',
    slideNumber: true,
    controlsTutorial: false,
    scrollActivationWidth: null,
    ...options,
  };
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Look</title>${links.join('')}</head>
<body><div class="reveal"><div class="slides">${slides}</div></div>
<script>${readFileSync(reveal, 'utf8').replaceAll('</script', '<\\/script')}</script>
<script>Reveal.initialize(${JSON.stringify(config)})</script></body></html>`;
}
