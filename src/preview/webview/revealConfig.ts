import type { RevealApi, RevealConfig } from 'reveal.js';
import type { DeckMessage } from '../messages';

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

export function revealConfig({ options }: DeckMessage): RevealConfig {
  return { ...options, ...FIXED_OPTIONS, ...NO_SCROLL_VIEW } as RevealConfig;
}

/** A slide's size in pixels before it is scaled, and the part of the page around it that stays empty. */
export interface SlideSize {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** None where it is given in per cent of the page, and so says nothing about any other page. */
export function fixedSlideSize(deck: RevealApi): SlideSize | null {
  const { width, height, margin } = deck.getConfig();
  const size = { width: Number(width), height: Number(height), margin: Number(margin) };
  return size.width > 0 && size.height > 0 ? size : null;
}
