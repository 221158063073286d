import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core/internal/api/Page.js';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '../../core/page/siteIndex';
import { BrowserError, isBrowserError } from './browserError';
import { withEmptyPage } from './withPage';

export interface FirstSlideOptions {
  /** The program that the user names; null: one that is installed. */
  readonly browser: string | null;
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds for the browser itself and for each page. */
const START_LIMIT = 120_000;
const PAGE_LIMIT = 30_000;

/** In CSS pixels: so large are the slides when the picture is taken. */
const WIDTH = 1280;
const SCALE = PICTURE_WIDTH / WIDTH;

/** On a slide, but not of it. */
const CONTROLS = '.reveal :is(.controls, .progress, .slide-number) { display: none !important }';

/**
 * Takes pictures of the first slides of pages, which are files, in one browser; null if a page is not drawn in time.
 * Throws a `BrowserError` if the browser itself fails.
 */
export async function firstSlides(
  files: readonly string[],
  options: FirstSlideOptions,
  taken: (file: string, picture: Uint8Array | null) => Promise<void>,
): Promise<void> {
  const size = { width: WIDTH, height: Math.round(PICTURE_HEIGHT / SCALE) };
  const limit = START_LIMIT + PAGE_LIMIT * files.length;
  await withEmptyPage({ ...options, size, scale: SCALE, limit }, async (page) => {
    for (const file of files) await taken(file, await picture(page, file));
  });
}

async function picture(page: Page, file: string): Promise<Uint8Array | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PAGE_LIMIT);
  });
  try {
    return await Promise.race([late, drawn(page, file)]);
  } catch (error) {
    if (isBrowserError(error) || (error instanceof Error && error.name === 'TargetCloseError'))
      throw new BrowserError('ended');
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function drawn(page: Page, file: string): Promise<Uint8Array> {
  await page.goto(String(pathToFileURL(file)), { timeout: PAGE_LIMIT });
  await page.addStyleTag({ content: CONTROLS });
  await page.evaluate('whenDrawn()');
  return page.screenshot({ type: 'webp', quality: 85 });
}
