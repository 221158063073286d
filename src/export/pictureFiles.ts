import type { Deck } from '../core/deck/deck';
import type { ExportProblem } from './exportDeck';
import type { SlidePicture, SlidePictures } from './slidePictures';

/** A file in the folder that is made. */
export interface MadeFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface MadeFiles {
  readonly files: readonly MadeFile[];
  readonly problems: readonly ExportProblem[];
}

/** The files of pictures, named so that they sort: by the number of the slide, from 1. */
export function pictureFiles({ pictures, problems }: SlidePictures, deck: Deck, fileName: string): MadeFiles {
  const digits = Math.max(2, String(deck.slides.length).length);
  const name = ({ slide, part }: SlidePicture) => {
    const number = String(slide.index + 1).padStart(digits, '0');
    return `${fileName}-${number}${part === 0 ? '' : `-${part + 1}`}.png`;
  };
  return { files: pictures.map((picture) => ({ name: name(picture), content: picture.png })), problems };
}
