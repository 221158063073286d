import type { RevealApi } from 'reveal.js';
import { setMotion } from '../motion';
import { columnOf, screenOf } from '../paper/layOut';
import type { Size } from '../paper/paper';
import { SLIDES } from '../printedNumbers';
import { fontsAndPictures } from '../whenDrawn';

/** A part of the window that leads somewhere, in CSS pixels. */
export interface ShownLink extends Size {
  readonly x: number;
  readonly y: number;
  /** An address as the author wrote it, or the number of a slide. */
  readonly to: string | number;
  readonly text: string;
}

/** What is in the picture of a slide. */
export interface ShownSlide {
  /** As `markPlaces` writes it. */
  readonly place: string;
  readonly text: string;
  readonly links: readonly ShownLink[];
}

/** Shows one slide after the other for whoever takes pictures of the window. */
export class SlidePictures {
  readonly #slides = [...document.querySelectorAll<HTMLElement>(SLIDES)];

  constructor(readonly reveal: RevealApi) {}

  /**
   * Prepares for pictures in which nothing moves, and nothing is for the one who presents. Returns the size that the
   * window is to have; `ratio` as in `PaperOptions`.
   */
  start(ratio: number | null): Size {
    const canvas = this.reveal.getComputedSlideSize(window.innerWidth, window.innerHeight);
    this.reveal.configure({
      autoPlayMedia: false,
      autoSlide: 0,
      backgroundTransition: 'none',
      controls: false,
      jumpToSlide: false,
      progress: false,
      transition: 'none',
      viewDistance: 1,
    });
    setMotion(this.reveal, true);
    return screenOf(canvas, this.reveal.getConfig().margin ?? 0, ratio);
  }

  /** The numbers of the slides at these places, as `markPlaces` writes them; null: all. Hidden ones have none. */
  numbers(places: readonly string[] | null): number[] {
    return this.#slides.flatMap(({ dataset: { place = '' } }, number) =>
      places === null || places.includes(place) || places.includes(columnOf(place)) ? [number] : [],
    );
  }

  /** Shows a slide with all its fragments, and resolves when it is drawn. */
  async show(number: number): Promise<ShownSlide> {
    const slide = this.#slides[number]!;
    const { h, v } = this.reveal.getIndices(slide);
    this.reveal.slide(h, v, Number.MAX_SAFE_INTEGER);
    await fontsAndPictures(slide);
    return { place: slide.dataset.place ?? '', text: textOf(slide), links: this.#links(slide) };
  }

  #links(slide: HTMLElement): ShownLink[] {
    return [...slide.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link) => {
      const href = link.getAttribute('href')!.trim();
      const to = href.startsWith('#') ? this.#numberOf(href) : href;
      if (to === null || to === '') return [];
      return areasOf(link).map((area) => ({ ...area, to, text: textOf(link) }));
    });
  }

  /** As reveal.js reads the hash of an address. */
  #numberOf(hash: string): number | null {
    const name = hash.replace(/^#\/?/, '');
    const slide = /^\d*(?:\/|$)/.test(name) ? this.#slideAt(name.split('/')) : slideNamed(name);
    const number = this.#slides.findIndex((each) => each === slide || slide?.contains(each));
    return number < 0 ? null : number;
  }

  #slideAt(indices: readonly string[]): Element | null {
    const base = this.reveal.getConfig().hashOneBasedIndex ? 1 : 0;
    const [h = 0, v = 0] = indices.map((index) => Number.parseInt(index, 10) - base || 0);
    return this.reveal.getSlide(h, v) ?? null;
  }
}

function slideNamed(name: string): Element | null {
  try {
    return (
      document
        .getElementById(decodeURIComponent(name.replace(/\/[-\d]+$/, '')))
        ?.closest('.slides section') ?? null
    );
  } catch {
    return null;
  }
}

/** Its lines, and what is in it, which may be higher than a line. */
function areasOf(link: HTMLElement): DOMRect[] {
  if (!link.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return [];
  const inner = [...link.querySelectorAll('img, svg, video')].map((each) => each.getBoundingClientRect());
  const lines = [...link.getClientRects()].filter((line) => !inner.some((each) => line.width <= each.width));
  return [...lines, ...inner].flatMap((area) => withinWindow(area) ?? []);
}

function withinWindow({ left, top, right, bottom }: DOMRect): DOMRect | null {
  const x = Math.max(0, left);
  const y = Math.max(0, top);
  const width = Math.min(right, window.innerWidth) - x;
  const height = Math.min(bottom, window.innerHeight) - y;
  return width < 1 || height < 1 ? null : new DOMRect(x, y, width, height);
}

/** Its words in one line, or else what is said of its pictures. */
function textOf(element: HTMLElement): string {
  const words = oneLine(element.innerText);
  if (words !== '') return words;
  return oneLine([...element.querySelectorAll('img')].map(({ alt }) => alt).join(' '));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
