/**
 * Resolves when the fonts and pictures of the page, or of a part of it, are there: for whoever prints it or takes
 * pictures of it.
 */
export async function fontsAndPictures(within: ParentNode = document): Promise<void> {
  await document.fonts.ready;
  // What can't be shown stays as it is.
  await Promise.allSettled([
    ...[...within.querySelectorAll('img')].map((image) => image.decode()),
    ...backgroundPictures().map(decoded),
    ...[...within.querySelectorAll('video')].map(firstFrame),
  ]);
  // Fonts may have been asked for only with the last drawing.
  await document.fonts.ready;
  await new Promise(requestAnimationFrame);
}

/** Those of slides, which reveal.js sets by script. */
function backgroundPictures(): string[] {
  const elements = document.querySelectorAll<HTMLElement>('.slide-background-content, .backgrounds');
  const urls = [...elements].flatMap(({ style }) => [
    ...style.backgroundImage.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g),
  ]);
  return [...new Set(urls.map(([, url = '']) => url))];
}

async function decoded(url: string): Promise<void> {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
}

async function firstFrame(video: HTMLVideoElement): Promise<void> {
  const isEmpty = video.networkState === HTMLMediaElement.NETWORK_EMPTY;
  if (isEmpty || video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA || video.error) return;
  await new Promise((resolve) => {
    for (const type of ['loadeddata', 'error', 'suspend'])
      video.addEventListener(type, resolve, { once: true });
  });
}
