import type { FromWebview as FromSlides } from '../../slides/messages';
import { DeckStyles } from '../../slides/webview/deckStyles';
import { DeckView, type ViewSetup } from '../../slides/webview/deckView';
import { onGestures } from '../../slides/webview/gestures';
import { followPictures } from '../../slides/webview/pictureEvents';
import { StyleSheets } from '../../slides/webview/stylesheets';
import { movesSlides } from './keys';

/** What presenting takes over from the deck's options. Keys always work, as clickers send them. */
export const PRESENTED = {
  keyboard: true,
  keyboardCondition: movesSlides,
  pause: false,
  help: false,
  jumpToSlide: false,
} as const;

/** The page's style sheets from slides. */
export const styles = new DeckStyles();
const sheets = new StyleSheets();

/** A deck in the page. Where it is in the deck is kept by the extension. */
export function deckIn(
  viewport: HTMLElement,
  post: (message: FromSlides) => void,
  setup: Omit<ViewSetup, 'hasSorter' | 'styles' | 'sheets' | 'room'> & { readonly panel: HTMLElement },
): DeckView {
  const reveal = viewport.querySelector<HTMLElement>('.reveal')!;
  const { panel, ...rest } = setup;
  return new DeckView(reveal, post, () => {}, {
    ...rest,
    styles,
    sheets,
    hasSorter: false,
    room: { panel, strip: null },
  });
}

/** Links, the progress bar and pictures of the page's decks. The first deck is the one whose links count. */
export function listen(views: readonly DeckView[]): void {
  const [first] = views;
  onGestures(first!.reveal, {
    source: () => {},
    link: (href) => first!.followLink(href),
    progress: (share) => first!.goToShare(share),
  });
  followPictures(views);
}
