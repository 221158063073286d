import type { FromWebview, PersistedState, ToWebview } from '../../slides/messages';
import { DeckStyles } from '../../slides/webview/deckStyles';
import { DeckView } from '../../slides/webview/deckView';
import { onGestures } from '../../slides/webview/gestures';
import { announce, showNotices, showTitle } from '../../slides/webview/notices';
import { followPictures } from '../../slides/webview/pictureEvents';
import { StyleSheets } from '../../slides/webview/stylesheets';
import type { CopyMessage, TakeMessage, ToPreview, WrittenNotes } from '../messages';
import { ConflictStrip } from './conflict';
import { PictureCopies } from './copyPicture';
import { NotesStrip } from './notes';

/** What the page keeps for itself besides what the extension reads again. */
interface PageState extends Partial<PersistedState> {
  readonly notesHeight?: number | undefined;
}

interface VsCodeApi {
  postMessage(message: FromWebview | WrittenNotes | CopyMessage | TakeMessage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare global {
  interface Window {
    acquireVsCodeApi?: () => VsCodeApi;
  }
}

const vscode = window.acquireVsCodeApi!();
delete window.acquireVsCodeApi;

const keep = (state: PageState) => vscode.setState({ ...vscode.getState(), ...state });
let deck = '';

const notes = new NotesStrip(
  { post: (message) => vscode.postMessage(message), document: () => deck },
  vscode.getState()?.notesHeight,
  (notesHeight) => keep({ notesHeight }),
);

const conflict = new ConflictStrip((message) => vscode.postMessage(message));

const pictures = new PictureCopies((message) => vscode.postMessage(message));

const reveal = document.querySelector<HTMLElement>('.reveal')!;
const view = new DeckView(
  reveal,
  (message) => {
    if (message.type === 'shown') {
      notes.show(message.id);
      conflict.show(message.id);
    }
    vscode.postMessage(message);
  },
  keep,
  {
    room: {
      panel: document.documentElement,
      strip: document.getElementById('strip'),
      below: notes.element,
    },
    hasSorter: true,
    styles: new DeckStyles(),
    sheets: new StyleSheets(),
    options: {},
  },
);

onGestures(reveal, {
  source: (element) => view.showSource(element),
  link: (href) => view.followLink(href),
  progress: (share) => view.goToShare(share),
});

followPictures([view]);

window.addEventListener('message', ({ data }: MessageEvent<ToWebview | ToPreview>) => {
  switch (data.type) {
    case 'deck':
      if (data.document !== deck) {
        notes.forget();
        conflict.forget();
      }
      deck = data.document;
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
    case 'conflict':
      conflict.take(data);
      return view.labelSides(new Map(data.sides));
    case 'copyPicture':
      return pictures.copy(data.copy);
    case 'picture':
      return pictures.take(data.copy, data.png);
    default:
      return notes.take(data);
  }
});

vscode.postMessage({ type: 'ready' });
