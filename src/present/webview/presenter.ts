import { announce, showTitle } from '../../slides/webview/notices';
import type {
  FromPanel,
  ListedSlide,
  PresenterWords,
  PresentState,
  SlidesReport,
  ToPanel,
} from '../messages';
import { Clock } from './clock';
import { deckIn, listen, PRESENTED } from './common';
import { Curtain, toggled } from './curtain';
import { type ButtonName, buildFrame } from './frame';
import { persist, post } from './host';
import { type KeyAction, onKeys } from './keys';
import { Notes } from './notes';
import { Pointer } from './pointer';
import { SlideList } from './slideList';

type Shown = Extract<SlidesReport, { readonly type: 'shown' }>;

/** The pictures are still, small and silent. */
const PICTURE = {
  ...PRESENTED,
  controls: false,
  progress: false,
  slideNumber: false,
  transition: 'none',
  backgroundTransition: 'none',
  autoPlayMedia: false,
} as const;
/** By how much a key changes the size of the notes. */
const NOTES_STEP = 1.1;

const host = document.getElementById('presenter')!;
const words = JSON.parse(host.dataset.words!) as PresenterWords;
const frame = buildFrame(host, words);
const [currentPane, nextPane] = [...document.querySelectorAll<HTMLElement>('.pane')] as [
  HTMLElement,
  HTMLElement,
];
const viewportIn = (pane: HTMLElement) => pane.querySelector<HTMLElement>('.reveal-viewport')!;

let state: PresentState | null = null;
let shown: Shown | null = null;
let slides: readonly ListedSlide[] = [];
let timings: readonly number[] | null = null;
const held = { current: [] as readonly number[], next: [] as readonly number[] };

const current = deckIn(viewportIn(currentPane), (message) => onReport(message as FromPanel), {
  panel: currentPane,
  options: PICTURE,
  keepsContent: true,
  restyled: paint,
});
const next = deckIn(
  viewportIn(nextPane),
  (message) => {
    if (message.type === 'hold') hold('next', message.ids);
  },
  {
    panel: nextPane,
    options: { ...PICTURE, keyboard: false, touch: false },
    keepsContent: true,
    restyled: paint,
  },
);
const clock = new Clock(frame, words);
const curtain = new Curtain(viewportIn(currentPane));
const pointer = new Pointer(viewportIn(currentPane), (at) => post({ type: 'point', at }));
const list = new SlideList(frame.dialog, words, (id) => current.open(id));
const notes = new Notes(
  viewportIn(currentPane).querySelector<HTMLElement>('.slides')!,
  frame.notes,
  words.noNotes,
  (href) => current.followLink(href),
);

/** The theme's background is the page's, which is behind the presenter's own. The frames have the screen's shape. */
function paint(): void {
  const [width, height] = ['width', 'height'].map((side) =>
    Number.parseFloat(currentPane.style.getPropertyValue(`--display-${side}`)),
  );
  host.style.setProperty('--ratio', String(width! / height!));
  const { background } = getComputedStyle(document.body);
  for (const screen of document.querySelectorAll<HTMLElement>('.pane > .screen'))
    screen.style.background = background;
}

function onReport(message: FromPanel): void {
  if (message.type === 'hold') {
    hold('current', message.ids);
    return;
  }
  post(message);
  if (message.type !== 'shown') return;
  shown = message;
  showNext();
  showPosition();
}

/** The page holds what either of its decks holds. */
function hold(name: keyof typeof held, ids: readonly number[]): void {
  held[name] = ids;
  post({ type: 'hold', ids: [...new Set([...held.current, ...held.next])] });
}

function showNext(): void {
  if (shown) next.showAfter(shown);
}

function showPosition(): void {
  const index = slides.findIndex(({ id }) => id === shown?.id);
  frame.position.textContent = index < 0 ? '' : `${index + 1} / ${slides.length}`;
  clock.setPlan(timings, Math.max(index, 0));
}

function showState(now: PresentState, elapsed: number): void {
  state = now;
  const { screen, pointing, timer, notesSize } = now;
  curtain.screen = screen;
  pointer.isOn = pointing;
  clock.setTimer(elapsed, timer.since !== null);
  frame.notice.textContent = screen === 'slides' ? '' : screen === 'black' ? words.isBlack : words.isWhite;
  frame.notes.style.setProperty('--notes-size', String(notesSize));
  const { buttons } = frame;
  frame.rehearsal.hidden = now.rehearsal === null;
  buttons.endRehearsal.hidden = now.rehearsal === null;
  buttons.black.ariaPressed = String(screen === 'black');
  buttons.white.ariaPressed = String(screen === 'white');
  buttons.pointer.ariaPressed = String(pointing);
  persist(now);
}

function act(action: KeyAction | ButtonName): boolean {
  switch (action) {
    case 'black':
    case 'white':
      post({ type: 'screen', screen: toggled(state?.screen ?? 'slides', action) });
      break;
    case 'pointer':
      post({ type: 'pointing', on: !state?.pointing });
      break;
    case 'timer':
    case 'reset':
      post({ type: 'timer', action: action === 'timer' ? 'toggle' : 'reset' });
      break;
    case 'endRehearsal':
      post({ type: 'endRehearsal' });
      break;
    case 'list':
      list.toggle(shown?.id);
      break;
    case 'larger':
    case 'smaller': {
      const size = state?.notesSize ?? 1;
      post({ type: 'notesSize', size: action === 'larger' ? size * NOTES_STEP : size / NOTES_STEP });
      break;
    }
    case 'scrollDown':
    case 'scrollUp':
      notes.scroll(action === 'scrollDown');
      break;
    case 'back':
    case 'forward':
      current.step(action === 'forward');
      break;
  }
  return true;
}

listen([current, next]);
onKeys(act);
for (const [name, button] of Object.entries(frame.buttons)) {
  button.addEventListener('click', () => act(name as ButtonName));
}
viewportIn(nextPane).ariaLabel = words.next;
nextPane.inert = true;

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'deck':
      showTitle(data.title);
      current.setDeck(data);
      next.setDeck(data);
      return showNext();
    case 'slides':
      current.fill(data.slides);
      next.fill(data.slides);
      return showNext();
    case 'show':
      return current.show(data);
    case 'announce':
      return announce(data.text);
    case 'state':
      return showState(data.state, data.elapsed);
    case 'point':
      return pointer.show(data.at);
    case 'list':
      ({ slides, timings } = data);
      list.setSlides(slides);
      return showPosition();
  }
});

post({ type: 'ready' });
