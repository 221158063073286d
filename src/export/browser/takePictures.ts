import type { ShownSlide } from '../../page/slidePictures';
import { type PageOptions, withPage } from './withPage';

/** A slide of a page as a picture. */
export interface TakenPicture extends ShownSlide {
  /** The number of the slide in the order of the page, from 0. */
  readonly number: number;
  readonly png: Uint8Array;
}

/**
 * Takes pictures of slides of an exported page with these numbers, one after the other, as large as the window. Slides
 * that are hidden from everybody are left out.
 */
export function takePictures(
  html: string,
  numbers: readonly number[],
  options: PageOptions,
  take: (picture: TakenPicture) => void,
): Promise<void> {
  return withPage(html, options, async (page) => {
    await page.evaluate('slidePictures.start()');
    for (const number of numbers) {
      const shown = (await page.evaluate(`slidePictures.show(${number})`)) as ShownSlide | null;
      if (shown) take({ ...shown, number, png: await page.screenshot() });
    }
  });
}
