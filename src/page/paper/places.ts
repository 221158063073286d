import { SLIDES } from '../printedNumbers';

/**
 * For pages of which other files are made (`?places`): notes which slide of the deck each section is, before reveal.js
 * takes hidden ones out. `2` is the third column, and `2.0` the first slide of a stack in it. Sections that are written
 * within a slide make a stack of it, too.
 */
export function markPlaces(): void {
  for (const section of document.querySelectorAll<HTMLElement>(SLIDES)) {
    const stack = section.parentElement!.closest('section');
    const column = stack ?? section;
    section.dataset.place = stack ? `${indexOf(column)}.${indexOf(section)}` : `${indexOf(column)}`;
  }
}

function indexOf(section: Element): number {
  return [...section.parentElement!.querySelectorAll(':scope > section')].indexOf(section);
}
