import { EMOJI } from '../markdown/emojiTable';
import { svgUrl } from './emojiPictures';
import type { RenderOptions } from './rendered';
import { type Element, elementsIn, getAttribute, hasClass, setAttribute } from './tree';

/**
 * Gives the emoji of a slide their pictures: those that ship with Deckwright, since HedgeDoc's are Apple's
 * and GitHub's and may not be redistributed; if there is none, the character itself, drawn by the system's
 * own emoji font.
 */
export function drawEmoji(root: Element, { emoji }: Pick<RenderOptions, 'emoji'>): void {
  for (const element of elementsIn(root)) {
    if (element.tagName !== 'img' || !hasClass(element, 'emoji') || getAttribute(element, 'src')) continue;
    const character = EMOJI.get((getAttribute(element, 'alt') ?? '').slice(1, -1));
    if (character) setAttribute(element, 'src', emoji?.(character) ?? drawnByFont(character));
  }
}

function drawnByFont(character: string): string {
  return svgUrl(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><text x="18" y="29" font-size="29" text-anchor="middle">${character}</text></svg>`,
  );
}
