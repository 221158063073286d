import { element, setLabel } from '../../slides/webview/element';
import type { CompareWords, SideName } from '../messages';

/** What surrounds the slides. */
export interface Frame {
  readonly main: HTMLElement;
  readonly list: HTMLElement;
  /** What differs about the decks themselves. */
  readonly deck: HTMLElement;
  /** Said instead of a list. */
  readonly none: HTMLElement;
  readonly names: Readonly<Record<SideName, HTMLElement>>;
  /** Said in place of a slide that a version does not have. */
  readonly absent: Readonly<Record<SideName, HTMLElement>>;
  readonly notes: Readonly<Record<SideName, HTMLElement>>;
  readonly stage: HTMLElement;
  readonly slider: HTMLInputElement;
  readonly buttons: Readonly<
    Record<'previous' | 'next' | 'layout' | 'source' | 'restore', HTMLButtonElement>
  >;
}

/** Fills the page's element. Its children, the two decks, are shown in the slots. */
export function buildFrame(host: HTMLElement, words: CompareWords): Frame {
  const root = host.attachShadow({ mode: 'open' });
  const styles = element('link', {
    rel: 'stylesheet',
    href: new URL('./compare.css', import.meta.url).href,
  });
  const list = element('ul', { className: 'changes', role: 'listbox', tabIndex: 0, ariaLabel: words.list });
  const sides = {
    before: side('before', words.absentBefore, words.notes),
    after: side('after', words.absentAfter, words.notes),
  };
  const slider = element('input', { type: 'range', min: '0', max: '100', value: '50', className: 'slider' });
  slider.ariaLabel = words.slider;
  const buttons = {
    previous: button(words.previous, '↑'),
    next: button(words.next, '↓'),
    layout: button(words.overlay),
    source: button(words.source),
    restore: button(''),
  };
  const deck = element('p', { className: 'deck' });
  const none = element('p', { className: 'none', textContent: words.none, hidden: true });
  const bar = element('header', {});
  bar.append(buttons.previous, buttons.next, buttons.layout, buttons.source, buttons.restore);
  const aside = element('nav', {});
  aside.append(deck, none, list);
  const stage = element('section', { className: 'stage', hidden: true });
  stage.append(sides.before.whole, sides.after.whole, slider);
  const main = element('main', {});
  main.append(bar, aside, stage);
  root.append(styles, main);
  return {
    main,
    list,
    deck,
    none,
    names: { before: sides.before.name, after: sides.after.name },
    absent: { before: sides.before.absent, after: sides.after.absent },
    notes: { before: sides.before.notes, after: sides.after.notes },
    stage,
    slider,
    buttons,
  };
}

function side(slot: SideName, absentLabel: string, notesLabel: string) {
  const whole = element('div', { className: `side ${slot}` });
  const name = element('h2', {});
  const box = element('div', { className: 'box' });
  const notes = element('div', { className: 'notes', hidden: true, role: 'region', ariaLabel: notesLabel });
  const absent = element('p', { className: 'absent', textContent: absentLabel, hidden: true });
  box.append(Object.assign(document.createElement('slot'), { name: slot }), absent);
  whole.append(name, box, notes);
  return { whole, name, notes, absent };
}

function button(label: string, face = ''): HTMLButtonElement {
  const made = element('button', { type: 'button' });
  setLabel(made, label, face);
  return made;
}
