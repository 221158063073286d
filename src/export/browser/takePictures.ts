import type { PaperSize } from '../../core/page/paperSize';
import type { Size } from '../../page/paper/paper';
import type { ShownSlide } from '../../page/pictures/slidePictures';
import { type PageOptions, withPage } from './withPage';

export interface TakingOptions extends Pick<PageOptions, 'browser' | 'limit' | 'signal'> {
  /** The places of the slides, as the page marks them; null: all. */
  readonly places: readonly string[] | null;
  readonly size: PaperSize;
  /** Pixels of a picture for each CSS pixel of its size. */
  readonly scale: number;
  /** The script that shows the slides. */
  readonly script: string;
  readonly onPicture?: ((done: number, total: number) => void) | undefined;
}

/** A slide of a page as a picture. */
export interface TakenPicture extends ShownSlide {
  /** The number of the slide, from 0, hidden ones not counted. */
  readonly number: number;
  readonly png: Uint8Array;
}

export interface TakenPictures {
  /** In the pixels in which their links are measured. */
  readonly window: Size;
  readonly pictures: readonly TakenPicture[];
}

/** Our own screen: decks whose size is a share of the screen are laid out on it. */
const SCREEN = { width: 1280, height: 720 };

/** Takes pictures of slides of an exported page, one after the other. Throws as `withPage`. */
export function takePictures(html: string, options: TakingOptions): Promise<TakenPictures> {
  const { places, size, scale, script, onPicture } = options;
  return withPage(html, { ...options, scale: 1, size: SCREEN, search: '?places' }, async (page) => {
    await page.evaluate(script);
    const window = (await page.evaluate(`slidePictures.start(${size.ratio})`)) as Size;
    const pixels = size.width === null ? 1 : size.width / window.width;
    await page.setViewport({ ...window, deviceScaleFactor: scale * pixels });
    const numbers = (await page.evaluate(`slidePictures.numbers(${JSON.stringify(places)})`)) as number[];
    const pictures: TakenPicture[] = [];
    for (const number of numbers) {
      const shown = (await page.evaluate(`slidePictures.show(${number})`)) as ShownSlide;
      pictures.push({ ...shown, number, png: await page.screenshot() });
      onPicture?.(pictures.length, numbers.length);
    }
    return { window, pictures };
  });
}
