import type { RevealConfig } from 'reveal.js';
import type { RevealOptions } from '../../core/options/slideOptions';
import type { Screen } from './screen';

/**
 * What decks must not change: the page belongs to VS Code, and slides must not be reordered or advance by
 * themselves.
 */
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
  // F1 is VS Code's command palette, even while the preview has the keyboard.
  keyboardCondition: ({ key }) => key !== 'F1',
};
/**
 * A side panel is narrow: reveal.js would turn the deck into a scrolling page. Its types do not allow null.
 */
const NO_SCROLL_VIEW = { scrollActivationWidth: null } as unknown as RevealConfig;

/**
 * `scale` is pixels of the page per pixel of the slide: reveal.js sees only the page, not the display. `own`
 * is what this page decides.
 */
export function revealConfig(
  options: RevealOptions,
  screen: Screen,
  scale: number,
  own: RevealConfig,
): RevealConfig {
  const size = sizeConfig(screen, scale);
  return { ...options, ...FIXED_OPTIONS, ...NO_SCROLL_VIEW, ...own, ...size } as RevealConfig;
}

/** The part that changes with the panel. */
export function sizeConfig({ canvas }: Screen, scale: number): RevealConfig {
  return { ...canvas, minScale: scale, maxScale: scale };
}
