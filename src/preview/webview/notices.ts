import { pictureNotice } from '../../core/render/notices';
import type { DeckMessage, FromWebview } from '../messages';

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
