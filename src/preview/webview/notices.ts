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

/** Marks the lower edge of the slide that is shown because its content goes on beyond; an empty text takes it back. */
export function showOverflow(notice: string): void {
  const mark = document.getElementById('overflow')!;
  mark.textContent = notice;
  mark.hidden = notice === '';
}

/** The box for a picture that did not arrive. The page holds the words for it, in the user's language. */
export function notLoaded(url: string): string {
  let shown = url;
  try {
    shown = decodeURI(url);
  } catch {
    // Malformed escapes are shown as they are.
  }
  const words = document.getElementById('notices')!.dataset.notLoaded!;
  return pictureNotice(words, shown);
}
