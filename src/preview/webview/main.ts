import type { FromWebview, PersistedState, ToWebview } from '../../slides/messages';
import { DeckView } from '../../slides/webview/deckView';
import { onGestures } from '../../slides/webview/gestures';
import { announce, showNotices, showTitle } from '../../slides/webview/notices';
import { showNotLoaded } from '../../slides/webview/pictures';

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
