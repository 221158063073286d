import type * as Browser from '../bundles/browser';
import type { Deck, Slide } from '../core/deck/deck';
import type { PaperSize } from '../core/page/paperSize';
import type { Highlight } from '../core/render/rendered';
import type { Size } from '../page/paper/paper';
import type { TakenPicture } from './browser/takePictures';
import { placeOf, problemsOn } from './chosenSlides';
import { exportDeck } from './exportDeck';
import type { ExportProblem } from './exportOptions';
import type { Surroundings } from './made';
import { readText } from './runtime';

export interface PictureOptions {
  /** Of which pictures are taken; null: all. */
  readonly slides: readonly Slide[] | null;
  readonly size: PaperSize;
  /** Pixels of a picture for each CSS pixel of its size. */
  readonly scale: number;
  /** Instead of the deck's; null: the deck's. */
  readonly theme: string | null;
  /** The program that the user names; null: one that is installed. */
  readonly browser: string | null;
  /** Milliseconds. */
  readonly limit: number;
}

/** What loads other parts when they are needed. */
export interface PictureParts {
  readonly highlight: Highlight;
  readonly takePictures: typeof Browser.takePictures;
}

/** A slide as a picture. */
export interface SlidePicture extends TakenPicture {
  readonly slide: Slide;
  /** 0, or for a slide in which several are written, which of them it is. */
  readonly part: number;
}

export interface SlidePictures {
  /** In CSS pixels. */
  readonly size: Size;
  /** How much of this size a pixel is in which the places of links are measured. */
  readonly perPixel: number;
  readonly pictures: readonly SlidePicture[];
  /** On these slides and in the frontmatter. */
  readonly problems: readonly ExportProblem[];
}

/** Pictures of slides at their end, with all fragments. */
export async function takeSlidePictures(
  deck: Deck,
  options: PictureOptions,
  surroundings: Surroundings,
  { highlight, takePictures }: PictureParts,
): Promise<SlidePictures> {
  const { slides, size, theme } = options;
  const { html, problems } = await exportDeck(deck, {
    ...surroundings,
    assets: 'inline',
    embeds: 'card',
    theme,
    highlight,
  });
  const { window, pictures } = await takePictures(html, {
    ...options,
    places: slides?.map(placeOf) ?? null,
    script: await readText(surroundings.runtime, 'page/pictures.js'),
    signal: surroundings.signal,
    onPicture: surroundings.onPicture,
  });
  const perPixel = size.width === null ? 1 : size.width / window.width;
  return {
    size: { width: window.width * perPixel, height: window.height * perPixel },
    perPixel,
    pictures: pictures.map((picture) => ofDeck(picture, pictures, deck)),
    problems: problemsOn(slides, deck, problems),
  };
}

/** Several slides that are written in one have its column in common. */
function ofDeck(picture: TakenPicture, all: readonly TakenPicture[], deck: Deck): SlidePicture {
  const whole = deck.slides.find((slide) => placeOf(slide) === picture.place);
  if (whole) return { ...picture, slide: whole, part: 0 };
  const column = (place: string) => place.replace(/\..*/, '');
  const slide = deck.slides.find((each) => placeOf(each) === column(picture.place))!;
  const first = all.find(({ place }) => column(place) === column(picture.place))!;
  return { ...picture, slide, part: picture.number - first.number };
}
