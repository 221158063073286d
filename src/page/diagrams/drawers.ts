import type { Kind } from './kinds';

/**
 * Makes SVG markup of a source; throws if it can't, and what it throws is shown to the author. The stage is an empty
 * element of the page, out of sight, in which text can be measured.
 */
export type Drawer = (source: string, stage: HTMLElement) => string | Promise<string>;

declare global {
  /** The drawers of the bundles that are loaded. They come as scripts of their own, so they meet here. */
  var deckwrightDrawers: Partial<Record<Kind, Drawer>> | undefined;
}

export function registerDrawer(kind: Kind, drawer: Drawer): void {
  globalThis.deckwrightDrawers = { ...globalThis.deckwrightDrawers, [kind]: drawer };
}

export function findDrawer(kind: Kind): Drawer | undefined {
  return globalThis.deckwrightDrawers?.[kind];
}
