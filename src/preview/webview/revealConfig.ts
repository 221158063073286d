import type { RevealConfig } from 'reveal.js';
import type { RevealOptions } from '../../core/options/slideOptions';
import type { Screen } from './screen';

/** What no deck may change: the page belongs to VS Code, and slides are not to be reordered or run away. */
const FIXED_OPTIONS: RevealConfig = {
  embedded: true,
  hash: false,
  history: false,
  respondToHashChanges: false,
  fragmentInURL: false,
  postMessage: false,
  postMessageEvents: false,
  shuffle: false,
  showNotes: false,
  previewLinks: false,
  // Not 0, with which `data-autoslide` still counts.
  autoSlide: false,
  focusBodyOnPageVisibilityChange: false,
  // The slide sorter.
  overview: true,
  // F1 is VS Code's command palette, also while the preview has the keyboard.
  keyboardCondition: ({ key }) => key !== 'F1',
};
/** A side panel is narrow: reveal.js would turn the deck into a scrolling page. Its types do not know null. */
const NO_SCROLL_VIEW = { scrollActivationWidth: null } as unknown as RevealConfig;

/** `scale` is from a pixel of the slide to pixels of the page: reveal.js only sees the page, not the display. */
export function revealConfig(options: RevealOptions, screen: Screen, scale: number): RevealConfig {
  return { ...options, ...FIXED_OPTIONS, ...NO_SCROLL_VIEW, ...sizeConfig(screen, scale) } as RevealConfig;
}

/** The part of it that changes with the panel. */
export function sizeConfig({ canvas }: Screen, scale: number): RevealConfig {
  return { ...canvas, minScale: scale, maxScale: scale };
}
