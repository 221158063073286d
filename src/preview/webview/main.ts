import type { FromWebview, PersistedState, ToWebview } from '../messages';
import { DeckView } from './deckView';
import { onGestures } from './gestures';
import { announce, showNotices, showTitle } from './notices';
import { showNotLoaded } from './pictures';

interface VsCodeApi {
  postMessage(message: FromWebview): void;
  setState(state: PersistedState): void;
}

declare global {
  interface Window {
    acquireVsCodeApi?: () => VsCodeApi;
  }
}

const vscode = window.acquireVsCodeApi!();
delete window.acquireVsCodeApi;

const reveal = document.querySelector<HTMLElement>('.reveal')!;
const view = new DeckView(
  reveal,
  (message) => vscode.postMessage(message),
  (state) => vscode.setState(state),
);

onGestures(reveal, {
  source: (element) => view.showSource(element),
  link: (href) => view.followLink(href),
  progress: (share) => view.goToShare(share),
});

document.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLImageElement) showNotLoaded(target);
    if (target instanceof HTMLSourceElement) view.onSourceFailed(target);
  },
  true,
);
// A picture changes the height of its slide when it arrives.
document.addEventListener('load', ({ target }) => view.onPictureLoaded(target), true);

window.addEventListener('message', ({ data }: MessageEvent<ToWebview>) => {
  switch (data.type) {
    case 'deck':
      showTitle(data.title);
      showNotices(data, (message) => vscode.postMessage(message));
      return view.setDeck(data);
    case 'slides':
      return view.fill(data.slides);
    case 'show':
      return view.show(data);
    case 'overview':
      return view.toggleOverview();
    case 'measure':
      return view.measure(data);
    case 'overflow':
      return view.showOverflow(data.id, data.notices);
    case 'announce':
      return announce(data.text);
  }
});

vscode.postMessage({ type: 'ready' });
