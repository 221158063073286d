import { pictureNotLoaded } from './notices';

/** Milliseconds after which waiting for a picture ends. */
const MAX_WAIT = 3000;

/**
 * Replaces a picture that did not arrive, for instance without internet, with the same box as one that does
 * not exist. False if even the box can't be shown.
 */
export function showNotLoaded(image: HTMLImageElement): boolean {
  const notice = pictureNotLoaded(image.getAttribute('src') ?? '');
  if (notice !== null) image.src = notice;
  return notice !== null;
}

/** Resolves when the pictures, which need not be in the page, have arrived, have failed, or take too long. */
export async function picturesSettled(roots: readonly HTMLElement[]): Promise<void> {
  const images = roots.flatMap((root) => [...root.querySelectorAll('img')]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, MAX_WAIT);
  });
  await Promise.race([Promise.all(images.map(settled)), late]);
  clearTimeout(timer);
}

async function settled(image: HTMLImageElement): Promise<void> {
  // Out of sight, it would be postponed forever.
  image.loading = 'eager';
  if (!image.complete) {
    await new Promise((resolve) => {
      image.addEventListener('load', resolve, { once: true });
      image.addEventListener('error', resolve, { once: true });
    });
  }
  if (image.naturalWidth === 0 && showNotLoaded(image)) await settled(image);
}
