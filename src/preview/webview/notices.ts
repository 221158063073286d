import { lostInWords, pictureNotice } from '../../core/render/notices';
import { writtenAddress } from './writtenAddress';

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

/** The box for a picture that did not arrive; null where there is nothing to name. */
export function pictureNotLoaded(url: string): string | null {
  const path = writtenAddress(url, page().folder!);
  return path === null ? null : pictureNotice({ message: page().pictureNotLoaded!, path });
}

/** What is said of a background that did not arrive. */
export function notLoadedInWords(url: string, kind: 'picture' | 'video'): string {
  const { folder, pictureNotLoaded, videoNotLoaded } = page();
  const message = kind === 'picture' ? pictureNotLoaded! : videoNotLoaded!;
  return lostInWords({ message, path: writtenAddress(url, folder!) ?? '' });
}

/** The words that the page holds in the user's language, and where the deck is. */
function page(): DOMStringMap {
  return document.getElementById('notices')!.dataset;
}
