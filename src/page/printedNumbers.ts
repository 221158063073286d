import type { RevealApi } from 'reveal.js';
import { numberAt } from '../core/deck/slideNumber';

export const SLIDES = '.slides > section:not(:has(> section)), .slides > section > section';

/**
 * reveal.js numbers printed slides from 1. This gives each slide its number on the screen, and the same
 * number to all pages of its steps. To be called before reveal.js starts.
 */
export function printNumbersOfScreen(deck: RevealApi): void {
  // Before it begins to print, which takes slides out of their columns.
  deck.on('sync', () => {
    const slides = [...document.querySelectorAll<HTMLElement>(SLIDES)];
    const total = slides.filter(counts).length;
    let past = 0;
    for (const slide of slides) {
      if (counts(slide)) past++;
      slide.dataset.number = numberOnScreen(deck, slide, past, total);
      const { h, v } = deck.getIndices(slide);
      slide.dataset.indices = `${h}/${v || 0}`;
    }
  });
  deck.on('pdf-ready', () => {
    for (const number of document.querySelectorAll('.pdf-page > .slide-number-pdf')) {
      const slide = number.parentElement!.querySelector<HTMLElement>(':scope > section')!;
      number.textContent = slide.dataset.number!;
    }
  });
}

function counts({ dataset }: HTMLElement): boolean {
  return dataset.visibility !== 'uncounted';
}

/** `past` slides count up to this one. A slide that does not count has the number of the one before. */
function numberOnScreen(deck: RevealApi, slide: HTMLElement, past: number, total: number): string {
  const { slideNumber } = deck.getConfig();
  const { h, v } = deck.getIndices(slide);
  const place = {
    h: counts(slide) ? h : h - 1,
    v,
    index: past - 1,
    stacked: deck.isVerticalSlide(slide),
  };
  const number = numberAt(place, deck.getHorizontalSlides().length, slideNumber);
  return slideNumber === 'c/t' ? `${number}/${total}` : number;
}
