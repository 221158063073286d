import type { Slide } from '../deck/deck';
import type { PageSlide } from './page';

/**
 * The fragment of a page's address that leads to a slide: `#/2/1`. reveal.js does not count hidden slides; one that
 * is hidden itself leads to the next that is shown. Empty if no such slide follows.
 */
export function addressOf({ index }: Pick<Slide, 'index'>, slides: readonly PageSlide[]): string {
  const shown = slides.filter(({ attributes }) => attributes['data-visibility'] !== 'hidden');
  const target = shown.find(({ slide }) => slide.index >= index)?.slide;
  if (!target) return '';
  const before = shown.flatMap(({ slide }) => (slide.index < target.index ? slide : []));
  const h = new Set(before.filter((slide) => slide.h !== target.h).map((slide) => slide.h)).size;
  const v = before.filter((slide) => slide.h === target.h).length;
  return v === 0 ? `#/${h}` : `#/${h}/${v}`;
}
