import type * as Browser from '../../bundles/browser';
import type { Values } from './format';

/** The option of formats that are made by a browser. */
export const BROWSER_OPTION = { browser: { type: 'string' } } as const;

export const BROWSER_HELP = `  --browser PROGRAM        the browser that draws the slides; default: CHROME_PATH or PUPPETEER_EXECUTABLE_PATH of the
                           environment, or else an installed Chrome, Chromium, Edge or Brave`;

export function browserOption({ browser }: Values): string | null {
  return (browser as string | undefined) ?? null;
}

/** What controls a browser, in a bundle of its own: most commands do without it. */
export function browserBundle(): typeof Browser {
  return require('./browser.js');
}
