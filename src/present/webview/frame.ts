import { element, setLabel } from '../../slides/webview/element';
import type { PresenterWords } from '../messages';

/** What the presenter's page has around the two pictures, in a shadow tree. */
export interface Frame {
  readonly clock: HTMLElement;
  readonly elapsed: HTMLElement;
  readonly planned: HTMLElement;
  readonly pace: HTMLElement;
  readonly rehearsal: HTMLElement;
  readonly position: HTMLElement;
  readonly notice: HTMLElement;
  readonly notes: HTMLElement;
  readonly dialog: HTMLDialogElement;
  readonly buttons: Readonly<Record<ButtonName, HTMLButtonElement>>;
}

export type ButtonName = (typeof BUTTONS)[number][0];

/** Each with its face, as fonts everywhere have it; its words are its label. */
const BUTTONS = [
  ['timer', ''],
  ['reset', '↺'],
  ['smaller', 'A−'],
  ['larger', 'A+'],
  ['back', '◀'],
  ['forward', '▶'],
  ['list', ''],
  ['black', ''],
  ['white', ''],
  ['pointer', ''],
  ['endRehearsal', ''],
] as const;

/** Fills the presenter's element. Its children, the two pictures, are shown in the slots. */
export function buildFrame(host: HTMLElement, words: PresenterWords): Frame {
  const root = host.attachShadow({ mode: 'open' });
  const styles = element('link', {
    rel: 'stylesheet',
    href: new URL('./presenter.css', import.meta.url).href,
  });
  const labels: Record<ButtonName, string> = {
    timer: words.start,
    reset: words.reset,
    smaller: words.smaller,
    larger: words.larger,
    back: words.back,
    forward: words.forward,
    list: words.slides,
    black: words.black,
    white: words.white,
    pointer: words.pointer,
    endRehearsal: words.endRehearsal,
  };
  const buttons = Object.fromEntries(
    BUTTONS.map(([name, face]) => [name, button(labels[name], face)]),
  ) as Record<ButtonName, HTMLButtonElement>;
  const frame: Frame = {
    clock: element('time', { className: 'clock', title: words.clock }),
    elapsed: element('span', { className: 'elapsed', title: words.elapsed, role: 'timer' }),
    planned: element('span', { className: 'planned' }),
    pace: element('span', { className: 'pace' }),
    rehearsal: element('span', { className: 'rehearsal', textContent: words.rehearsal }),
    position: element('span', { className: 'position' }),
    notice: element('p', { className: 'notice', role: 'status' }),
    notes: element('div', { className: 'notes', tabIndex: 0, role: 'region', ariaLabel: words.notes }),
    dialog: element('dialog', { ariaLabel: words.slides }),
    buttons,
  };
  const { timer, reset, smaller, larger, back, forward, list, black, white, pointer, endRehearsal } = buttons;
  const end = element('p', { className: 'end', textContent: words.end });
  const main = element('main', {});
  main.append(
    group(
      'header',
      'time',
      frame.clock,
      frame.elapsed,
      frame.planned,
      timer,
      reset,
      frame.pace,
      frame.rehearsal,
      endRehearsal,
      frame.position,
    ),
    group('section', 'current', heading(words.current), box('current', frame.notice)),
    group('section', 'next', heading(words.next), box('next', end)),
    group('section', 'speaker', group('div', 'bar', heading(words.notes), smaller, larger), frame.notes),
    group('footer', 'tools', back, forward, list, black, white, pointer),
    frame.dialog,
  );
  root.append(styles, main);
  return frame;
}

/** Where one of the page's two pictures is. */
function box(name: string, over: HTMLElement): HTMLElement {
  return group('div', 'box', element('slot', { name }), over);
}

function heading(text: string): HTMLElement {
  return element('h2', { textContent: text });
}

/** A button's key is in its label; without a face of its own, the rest of the label is its face. */
function button(label: string, face: string): HTMLButtonElement {
  const made = element('button', { type: 'button' });
  setLabel(made, label, face);
  // So that keys go on moving the slides after a click.
  made.addEventListener('pointerdown', (event) => event.preventDefault());
  return made;
}

function group(
  tag: 'header' | 'section' | 'footer' | 'div',
  name: string,
  ...children: HTMLElement[]
): HTMLElement {
  const made = element(tag, { className: name });
  made.append(...children);
  return made;
}
