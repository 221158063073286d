import type * as Browser from '../bundles/browser';
import type * as Exporter from '../bundles/exporter';
import type { Deck, Slide } from '../core/deck/deck';
import { lookOf } from '../core/options/slideOptions';
import { slideSize } from '../core/options/slideSize';
import type { TakenPicture } from './browser/takePictures';
import type { ExportProblem } from './exportDeck';
import type { Surroundings } from './made';

/** What makes pictures of slides, from bundles that are loaded when they are used. */
export interface PictureTools
  extends Pick<typeof Exporter, 'exportDeck' | 'highlight'>,
    Pick<typeof Browser, 'takePictures'> {}

export interface PictureOptions {
  /** The program that the user names; null: one that is installed. */
  readonly browser: string | null;
  /** Pixels of a picture for each CSS pixel. */
  readonly scale: number;
  readonly slides: readonly Slide[];
}

/** A slide as a picture. */
export interface SlidePicture extends TakenPicture {
  readonly slide: Slide;
  /** 0, or for a slide that consists of several, which of them it is. */
  readonly part: number;
}

export interface SlidePictures {
  readonly pictures: readonly SlidePicture[];
  /** On these slides and in the frontmatter. */
  readonly problems: readonly ExportProblem[];
}

/** Milliseconds in which the page and each of its slides must be drawn. */
const PAGE_LIMIT = 120_000;
const SLIDE_LIMIT = 10_000;

/** Pictures of slides at their end, with all fragments, in the size of the deck. */
export async function takeSlidePictures(
  deck: Deck,
  { browser, scale, slides }: PictureOptions,
  tools: PictureTools,
  surroundings: Surroundings,
): Promise<SlidePictures> {
  const { signal, report } = surroundings;
  const { html, pageSlides, problems } = await tools.exportDeck(deck, {
    ...surroundings,
    assets: 'inline',
    embeds: 'card',
    highlight: tools.highlight,
  });
  const places = placesOf(slides, pageSlides);
  const pictures: SlidePicture[] = [];
  const options = {
    browser,
    scale,
    size: slideSize(lookOf(deck).options),
    limit: PAGE_LIMIT + SLIDE_LIMIT * places.size,
    signal,
  };
  await tools.takePictures(html, [...places.keys()], options, (picture) => {
    pictures.push({ ...picture, ...places.get(picture.number)! });
    report?.(pictures.length, places.size);
  });
  return { pictures, problems: problems.filter(({ line }) => concerns(line, slides, deck)) };
}

type Place = Pick<SlidePicture, 'slide' | 'part'>;

/** What the numbers of the page's slides mean. */
function placesOf(slides: readonly Slide[], pageSlides: readonly number[]): Map<number, Place> {
  const places = new Map<number, Place>();
  for (const slide of slides) {
    const first = pageSlides.slice(0, slide.index).reduce((sum, count) => sum + count, 0);
    for (let part = 0; part < pageSlides[slide.index]!; part++) places.set(first + part, { slide, part });
  }
  return places;
}

function concerns(line: number, slides: readonly Slide[], deck: Deck): boolean {
  const contains = ({ line: start, content }: Slide) => line >= start && line <= start + content.lineEnds;
  return slides.some(contains) || !deck.slides.some(contains);
}
