import type { RevealApi } from 'reveal.js';
import type { SlideId } from '../messages';
import type { SlideDom } from './slideDom';

/** Slides within this distance of the current one, before and after, have content before they are shown. */
const REACH = 3;

/** The slides that are likely to be shown next. */
export function neighbors(dom: SlideDom, deck: RevealApi | null, current: SlideId | undefined): SlideId[] {
  const at = current === undefined ? 0 : dom.order.indexOf(current);
  return [...dom.order.slice(Math.max(at - REACH, 0), at + REACH + 1), ...sideways(dom, deck)];
}

/** The slides that the left and right arrows lead to, which may be far away in the text. */
function sideways(dom: SlideDom, deck: RevealApi | null): SlideId[] {
  const column = deck?.getCurrentSlide()?.closest('.slides > section');
  return [column?.previousElementSibling, column?.nextElementSibling].flatMap((beside) => {
    // reveal.js returns to its previous position in a stack, and records it there.
    const v = Number(beside?.getAttribute('data-previous-indexv') ?? 0);
    const id = dom.idOf(beside?.querySelectorAll(':scope > section')[v] ?? beside ?? null);
    return id === undefined ? [] : [id];
  });
}
