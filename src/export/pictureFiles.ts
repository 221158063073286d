import type { Deck, Slide } from '../core/deck/deck';
import type { ExportProblem } from './exportOptions';
import type { SlidePictures } from './slidePictures';

/** A file in the folder that is made. */
export interface MadeFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface MadeFiles {
  readonly files: readonly MadeFile[];
  readonly problems: readonly ExportProblem[];
}

/** The files of pictures. */
export function pictureFiles({ pictures, problems }: SlidePictures, deck: Deck, fileName: string): MadeFiles {
  const divided = new Set(pictures.filter(({ part }) => part > 0).map(({ slide }) => slide));
  const files = pictures.map(({ slide, part, png }) => ({
    name: `${pictureName(fileName, slide, deck)}${divided.has(slide) ? `-${part + 1}` : ''}.png`,
    content: png,
  }));
  return { files, problems };
}

/** The name of the file of a slide without `.png`, so that files sort: slides are counted from 1. */
export function pictureName(fileName: string, slide: Slide, deck: Deck): string {
  const digits = Math.max(2, String(deck.slides.length).length);
  return `${fileName}-${String(slide.index + 1).padStart(digits, '0')}`;
}
