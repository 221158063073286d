import type * as Presentations from '../bundles/presentation';
import type { Deck } from '../core/deck/deck';
import { plainNotes } from '../core/handout/plainNotes';
import { slideTitles } from '../core/handout/slideTitles';
import { normalizeUrl } from '../core/markdown/markdown';
import { lookOf } from '../core/options/slideOptions';
import { slideSize } from '../core/options/slideSize';
import { deckTitle } from '../core/summary/titles';
import type { Made, Surroundings } from './made';
import { movedUrl } from './movedUrl';
import type { LinkArea } from './presentation';
import {
  type PictureOptions,
  type PictureTools,
  type SlidePicture,
  takeSlidePictures,
} from './slidePictures';

export interface PptxTools extends PictureTools, Pick<typeof Presentations, 'presentationFile'> {}

/** A deck as a PowerPoint file whose slides are pictures of themselves. */
export async function exportPptx(
  deck: Deck,
  options: PictureOptions,
  tools: PptxTools,
  surroundings: Surroundings,
): Promise<Made> {
  const { pictures, problems } = await takeSlidePictures(deck, options, tools, surroundings);
  const titles = slideTitles(deck);
  const places = new Map(pictures.map(({ number }, index) => [number, index]));
  const author = deck.frontMatter?.values.author;
  const content = await tools.presentationFile({
    title: deckTitle(deck) ?? surroundings.fileName,
    author: typeof author === 'string' ? author : '',
    size: slideSize(lookOf(deck).options),
    slides: pictures.map((picture) => {
      const { slide, part, png, text } = picture;
      const title = titles[slide.index] ?? surroundings.translate('Slide {0}', String(slide.index + 1));
      return {
        picture: png,
        title,
        text: text === '' ? title : text,
        notes: part === 0 ? plainNotes(slide.content, deck.dialect) : '',
        links: linkAreas(picture, places, deck, surroundings),
      };
    }),
  });
  return { content, problems };
}

/** Those that lead to slides which are not in the file are left out. */
function linkAreas(
  { links }: SlidePicture,
  places: ReadonlyMap<number, number>,
  deck: Deck,
  surroundings: Surroundings,
): LinkArea[] {
  return links.flatMap((link) => {
    const to =
      typeof link.to === 'number' ? places.get(link.to) : movedUrl(normalizeUrl(link.to), deck, surroundings);
    return to === undefined || to === null ? [] : [{ ...link, to }];
  });
}
