import { lostInWords, pictureNotice } from '../../core/render/notices';
import type { DeckMessage, FromWebview } from '../messages';
import { writtenAddress } from './writtenAddress';

/** Shows what is wrong with the deck in the strip above the slide; a click leads to the place. */
export function showNotices(
  { lost, notices }: Pick<DeckMessage, 'lost' | 'notices'>,
  post: (message: FromWebview) => void,
): void {
  const button = (text: string, message: FromWebview) => {
    const element = document.createElement('button');
    element.textContent = text;
    element.addEventListener('click', () => post(message));
    return element;
  };
  const places = notices.map((notice, index) => button(notice, { type: 'notice', index }));
  const strip = document.getElementById('notices')!;
  strip.replaceChildren(
    ...(lost ? [lostNotice(lost.text, button(lost.save, { type: 'save' }))] : []),
    ...places,
  );
  strip.hidden = strip.childElementCount === 0;
}

function lostNotice(text: string, save: HTMLButtonElement): HTMLElement {
  const notice = document.createElement('div');
  notice.append(text, save);
  return notice;
}

/**
 * Marks the lower edge of the shown slide because its content continues below it; an empty text removes the
 * mark.
 */
export function showOverflow(notice: string): void {
  const mark = document.getElementById('overflow');
  // Only the preview has it.
  if (!mark) return;
  mark.textContent = notice;
  mark.hidden = notice === '';
}

/** Names the page and the region of the slides, for screen readers. */
export function showTitle(title: string): void {
  document.title = title;
  document.querySelector('.reveal-viewport')!.ariaLabel = title;
}

/** Has screen readers say something. */
export function announce(text: string): void {
  document.getElementById('announcement')!.textContent = text;
}

/** The box for a picture that did not arrive; null if there is nothing to name. */
export function pictureNotLoaded(url: string): string | null {
  const path = writtenAddress(url, folderOfDeck());
  return path === null ? null : pictureNotice({ message: words().pictureNotLoaded!, path });
}

/** The text for a background that did not arrive. */
export function notLoadedInWords(url: string, kind: 'picture' | 'video'): string {
  const { pictureNotLoaded, videoNotLoaded } = words();
  const message = kind === 'picture' ? pictureNotLoaded! : videoNotLoaded!;
  return lostInWords({ message, path: writtenAddress(url, folderOfDeck()) ?? '' });
}

let folder = '';

/** Address in the page of the deck's folder. */
export function folderOfDeck(): string {
  return folder;
}

export function setFolderOfDeck(address: string): void {
  folder = address;
}

/** The page contains them in the user's language. */
function words(): DOMStringMap {
  return document.body.dataset;
}
