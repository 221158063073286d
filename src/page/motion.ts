import type { RevealApi } from 'reveal.js';

/** Keeps slides, backgrounds, fragments and controls from gliding, or lets them. */
export function setMotion(deck: RevealApi, isReduced: boolean): void {
  deck.getRevealElement()!.classList.toggle('still', isReduced);
  // reveal.js moves the parts of a slide by script.
  deck.getConfig().autoAnimate = !isReduced;
}
