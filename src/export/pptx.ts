import type * as Presentations from '../bundles/presentation';
import type { Deck } from '../core/deck/deck';
import { slideNumber } from '../core/deck/slideNumber';
import { plainNotes } from '../core/handout/plainNotes';
import { slideTitles } from '../core/handout/slideTitles';
import { normalizeUrl } from '../core/markdown/markdown';
import { deckTitle } from '../core/summary/titles';
import type { FileSurroundings, Made } from './made';
import { movedUrl } from './movedUrl';
import type { LinkArea } from './presentation';
import {
  type PictureOptions,
  type PictureParts,
  type SlidePicture,
  type SlidePictures,
  takeSlidePictures,
} from './slidePictures';

/** What loads other parts when they are needed. */
interface Parts extends PictureParts {
  readonly presentationFile: typeof Presentations.presentationFile;
}

/** A PowerPoint file whose slides are pictures of themselves. */
export async function makePptx(
  deck: Deck,
  options: PictureOptions,
  surroundings: FileSurroundings,
  parts: Parts,
): Promise<Made> {
  const taken = await takeSlidePictures(deck, options, surroundings, parts);
  const titles = slideTitles(deck);
  const author = deck.frontMatter?.values.author;
  const content = await parts.presentationFile({
    title: deckTitle(deck) ?? surroundings.fileName,
    author: typeof author === 'string' ? author : '',
    size: taken.size,
    slides: taken.pictures.map((picture) => {
      const { slide, part, png, text } = picture;
      const title = titles[slide.index] ?? surroundings.translate('Slide {0}', slideNumber(slide, deck));
      return {
        picture: png,
        title,
        text: text === '' ? title : text,
        notes: part === 0 ? plainNotes(slide.content, deck.dialect) : '',
        links: linkAreas(picture, taken, deck, surroundings),
      };
    }),
  });
  return { content, problems: taken.problems, slides: options.slides?.length };
}

/** Those that lead to slides which are not in the file are left out. */
function linkAreas(
  { links }: SlidePicture,
  { pictures, perPixel }: SlidePictures,
  deck: Deck,
  surroundings: FileSurroundings,
): LinkArea[] {
  return links.flatMap(({ x, y, width, height, to, text }) => {
    const target =
      typeof to === 'number'
        ? pictures.findIndex(({ number }) => number === to)
        : movedUrl(normalizeUrl(to), deck, surroundings);
    if (target === null || target === -1) return [];
    const [left, top, wide, high] = [x, y, width, height].map((pixels) => pixels * perPixel);
    return [{ x: left!, y: top!, width: wide!, height: high!, to: target, text }];
  });
}
