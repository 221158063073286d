import { DeckStyles } from '../../slides/webview/deckStyles';
import { DeckView } from '../../slides/webview/deckView';
import { setLabel } from '../../slides/webview/element';
import { onGestures } from '../../slides/webview/gestures';
import { followPictures } from '../../slides/webview/pictureEvents';
import { StyleSheets } from '../../slides/webview/stylesheets';
import {
  type ChangesMessage,
  type CompareWords,
  type ListedChange,
  SIDES,
  type SideName,
  type SideReport,
  type ToPage,
} from '../messages';
import { ChangeList } from './changeList';
import { buildFrame } from './frame';
import { keep, kept, post } from './host';
import { markDifferences } from './marks';

/** The pictures are still and silent, show all of a slide, and follow the list only. */
const PICTURE = {
  controls: false,
  progress: false,
  slideNumber: false,
  fragments: false,
  autoAnimate: false,
  transition: 'none',
  backgroundTransition: 'none',
  autoPlayMedia: false,
  keyboard: false,
  touch: false,
  mouseWheel: false,
} as const;

const host = document.getElementById('compare')!;
const words = JSON.parse(host.dataset.words!) as CompareWords;
const frame = buildFrame(host, words);
const panes: Readonly<Record<SideName, HTMLElement>> = { before: paneOf('before'), after: paneOf('after') };
const views: Readonly<Record<SideName, DeckView>> = { before: viewOf('before'), after: viewOf('after') };
const list = new ChangeList(
  frame.list,
  words,
  (change, at) => {
    keep({ at });
    showChange(change);
  },
  kept().at,
);
let isMarking = false;

function paneOf(side: SideName): HTMLElement {
  return document.querySelector<HTMLElement>(`.pane[slot="${side}"]`)!;
}

function viewOf(side: SideName): DeckView {
  const scope = `[data-side="${side}"]`;
  const report = (message: unknown) => post({ type: 'side', side, message: message as SideReport });
  return new DeckView(panes[side].querySelector<HTMLElement>('.reveal')!, report, () => {}, {
    room: { panel: panes[side], strip: null },
    hasSorter: false,
    styles: new DeckStyles(scope),
    sheets: new StyleSheets(scope),
    options: PICTURE,
    restyled: takeShape,
  });
}

/** The boxes have the screen's shape. */
function takeShape(): void {
  const [width, height] = ['width', 'height'].map((each) =>
    Number.parseFloat(panes.after.style.getPropertyValue(`--display-${each}`)),
  );
  if (width && height) frame.stage.style.setProperty('--ratio', String(width / height));
}

function showChange(change: ListedChange | null): void {
  for (const side of SIDES) {
    const id = change?.[side] ?? null;
    const isAbsent = change !== null && id === null;
    panes[side].classList.toggle('absent', isAbsent);
    frame.absent[side].hidden = !isAbsent;
    showSlide(side);
    const notes = change?.notes?.[side];
    frame.notes[side].textContent = notes ?? '';
    frame.notes[side].hidden = change?.notes == null;
  }
  const { restore, source } = frame.buttons;
  restore.hidden = !change?.restore;
  setLabel(restore, change?.restore ?? '');
  source.hidden = change?.after == null;
  requestMarks();
}

/** Shows the chosen slide of a side, once the side has it. */
function showSlide(side: SideName): void {
  const id = list.chosen?.[side];
  if (id != null) views[side].show({ type: 'show', id, part: 0, origin: 'restore' });
}

function takeChanges({ names, saved, changes, deck }: ChangesMessage): void {
  keep({ saved });
  for (const side of SIDES) {
    frame.names[side].textContent = names[side];
    panes[side].querySelector('.reveal-viewport')!.ariaLabel = names[side];
  }
  document.title = `${names.before} ↔ ${names.after}`;
  frame.deck.textContent = deck;
  frame.deck.hidden = deck === '';
  frame.none.hidden = changes.length > 0;
  frame.list.hidden = changes.length === 0;
  frame.stage.hidden = changes.length === 0;
  list.setChanges(changes);
}

/** Once all that comes at the same time has come. */
function requestMarks(): void {
  if (isMarking) return;
  isMarking = true;
  requestAnimationFrame(() => {
    isMarking = false;
    const { chosen } = list;
    const isInBoth = chosen?.before != null && chosen.after !== null;
    markDifferences(isInBoth ? shownIn('before') : null, isInBoth ? shownIn('after') : null);
  });
}

function shownIn(side: SideName): Element | null {
  return panes[side].querySelector('.slides section.present:not(.stack)');
}

function restore(): void {
  const { chosen } = list;
  if (chosen?.restore) post({ type: 'restore', before: chosen.before, after: chosen.after });
}

function showSource(): void {
  const id = list.chosen?.after;
  if (id != null) post({ type: 'source', id });
}

function switchLayout(): void {
  setLayout(!kept().isOverlay);
}

function setLayout(isOverlay: boolean): void {
  keep({ isOverlay });
  frame.stage.classList.toggle('overlay', isOverlay);
  setLabel(frame.buttons.layout, isOverlay ? words.sideBySide : words.overlay);
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const [target] = event.composedPath();
  if (event.key === 'F7') list.step(!event.shiftKey);
  else if (event.key === 'o') switchLayout();
  else if (event.key === 'Enter' && target === frame.list) showSource();
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

followPictures(Object.values(views));
onGestures(views.after.reveal, {
  source: showSource,
  link: (href) => {
    if (!href.startsWith('#')) post({ type: 'side', side: 'after', message: { type: 'openLink', href } });
  },
  progress: () => {},
});
const changes = new MutationObserver(requestMarks);
for (const side of SIDES) {
  changes.observe(panes[side].querySelector('.slides')!, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['class', 'src'],
  });
}
frame.buttons.restore.className = 'restore';
frame.buttons.next.addEventListener('click', () => list.step(true));
frame.buttons.previous.addEventListener('click', () => list.step(false));
frame.buttons.layout.addEventListener('click', switchLayout);
frame.buttons.source.addEventListener('click', showSource);
frame.buttons.restore.addEventListener('click', restore);
frame.slider.addEventListener('input', () => {
  frame.stage.style.setProperty('--split', `${frame.slider.value}%`);
});
window.addEventListener('keydown', onKey, true);
window.addEventListener('focus', () => {
  if (!(host.shadowRoot?.activeElement ?? null)) frame.list.focus();
});

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'changes':
      return takeChanges(data);
    case 'choose':
      return list.chooseBefore(data.before);
    case 'restoreShown':
      return restore();
    case 'side': {
      const { message } = data;
      const view = views[data.side];
      if (message.type === 'slides') view.fill(message.slides);
      if (message.type === 'deck') {
        view.setDeck(message);
        // The list may have come before the deck. It alone says which slide is shown.
        showSlide(data.side);
      }
    }
  }
});

showChange(null);
setLayout(kept().isOverlay);
post({ type: 'ready' });
