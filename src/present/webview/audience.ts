import { showTitle } from '../../slides/webview/notices';
import type { Screen, SlidesReport, ToPanel } from '../messages';
import { deckIn, listen, PRESENTED } from './common';
import { Curtain, toggled } from './curtain';
import { persist, post } from './host';
import { onKeys } from './keys';
import { Pointer } from './pointer';

/** Milliseconds without a movement after which the mouse is out of the way. */
const IDLE = 2000;

const viewport = document.querySelector<HTMLElement>('.reveal-viewport')!;
const view = deckIn(viewport, (message) => post(message as SlidesReport), {
  panel: document.documentElement,
  options: PRESENTED,
});
const curtain = new Curtain(viewport);
const pointer = new Pointer(viewport, (at) => post({ type: 'point', at }));
let screen: Screen = 'slides';
let isPointing = false;

listen([view]);
onKeys((action) => {
  switch (action) {
    case 'black':
    case 'white':
      post({ type: 'screen', screen: toggled(screen, action) });
      return true;
    case 'pointer':
      post({ type: 'pointing', on: !isPointing });
      return true;
    case 'timer':
    case 'reset':
      post({ type: 'timer', action: action === 'timer' ? 'toggle' : 'reset' });
      return true;
    default:
      return false;
  }
});

let idle: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('pointermove', () => {
  document.body.classList.remove('idle');
  clearTimeout(idle);
  idle = setTimeout(() => document.body.classList.add('idle'), IDLE);
});

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'deck':
      showTitle(data.title);
      return view.setDeck(data);
    case 'slides':
      return view.fill(data.slides);
    case 'show':
      return view.show(data);
    case 'state':
      ({ screen, pointing: isPointing } = data.state);
      curtain.screen = screen;
      pointer.isOn = isPointing;
      return persist(data.state);
    case 'point':
      return pointer.show(data.at);
  }
});

post({ type: 'ready' });
