import { LOST_BACKGROUND } from '../core/render/rendered';

/** What reveal.js attaches to a section. */
export interface RevealSection extends HTMLElement {
  slideBackgroundElement?: HTMLElement;
  slideBackgroundContentElement?: HTMLElement;
}

/**
 * In the corner of the screen, the size of a caption wherever the screen is scaled. No style of a deck
 * changes it.
 */
const STYLE = `all: initial; position: absolute; top: 0; left: 0; box-sizing: border-box; max-width: 100%;
  padding: 0.2em 0.6em; background: #f6f6f6; border: solid #a1260d; border-width: 0 0 0.1em 0.3em; color: #1f1f1f;
  font: calc(13px / var(--display-scale, 1)) / 1.4 sans-serif; white-space: pre-line; overflow-wrap: anywhere;`;

/**
 * Says in a corner of a slide's background what is missing of it, or of the picture behind all slides; or
 * removes the label.
 */
export function labelLostBackground(section: RevealSection): void {
  const { slideBackgroundElement: background } = section;
  if (!background) return;
  const lost = [section.closest('.reveal'), section].flatMap((at) => at?.getAttribute(LOST_BACKGROUND) ?? []);
  background.querySelector(':scope > .lost-background')?.remove();
  if (lost.length === 0) return;
  const label = document.createElement('div');
  label.className = 'lost-background';
  label.style.cssText = STYLE;
  label.textContent = lost.join('\n');
  background.append(label);
}
