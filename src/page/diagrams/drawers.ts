import type { MermaidOptions } from '../../core/options/mermaidOptions';
import type { Kind } from './kinds';

/**
 * Turns a source into SVG markup; throws if it can't, and what it throws is shown to the author. The stage is
 * an empty element of the page, out of sight, in which text can be measured. The options are for mermaid.
 */
export type Drawer = (
  source: string,
  stage: HTMLElement,
  options: MermaidOptions,
) => string | Promise<string>;

declare global {
  /** The drawers of the loaded bundles. They come as separate scripts, so they meet here. */
  var deckwrightDrawers: Partial<Record<Kind, Drawer>> | undefined;
}

export function registerDrawer(kind: Kind, drawer: Drawer): void {
  globalThis.deckwrightDrawers = { ...globalThis.deckwrightDrawers, [kind]: drawer };
}

export function findDrawer(kind: Kind): Drawer | undefined {
  return globalThis.deckwrightDrawers?.[kind];
}
