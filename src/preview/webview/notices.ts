import { pictureNotice } from '../../core/render/notices';

/** Shows what is wrong with the deck in the strip above the slide; a click leads to the place. */
export function showNotices(notices: readonly string[], onClick: (index: number) => void): void {
  const strip = document.getElementById('notices')!;
  strip.replaceChildren(
    ...notices.map((notice, index) => {
      const button = document.createElement('button');
      button.textContent = notice;
      button.addEventListener('click', () => onClick(index));
      return button;
    }),
  );
  strip.hidden = notices.length === 0;
}

/** The box for a picture that did not arrive. */
export function notLoaded(url: string): string {
  let shown = url;
  try {
    shown = decodeURI(url);
  } catch {
    // Malformed escapes are shown as they are.
  }
  return pictureNotice('Picture not loaded:', shown);
}
