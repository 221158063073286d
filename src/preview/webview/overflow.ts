import type { Overflow } from '../../core/lint/height/overflow';
import type { MeasuredSlide, MeasureMessage, SlideId, SlideMessage } from '../messages';
import { BOXES, firstBelow, widest } from './culprits';
import { drawn } from './finishing';
import { folderOfDeck } from './notices';
import { picturesSettled } from './pictures';
import { sanitize } from './sanitize';
import { rimOf, type Screen } from './screen';
import { setSectionAttributes } from './sectionAttributes';
import type { SlideDom } from './slideDom';

/** Nobody notices fewer pixels. */
const MIN_OVERFLOW = 4;
/** Milliseconds to wait for a moment when the page is idle. */
const MAX_IDLE_WAIT = 1000;

interface Candidate {
  readonly id: SlideId;
  readonly section: HTMLElement;
}

/**
 * Measures slides on a stage of their own, beside the one that is shown: same styles, same size, no scaling.
 * They are there for no longer than one measurement, so that nobody sees them.
 */
export class OverflowMeter {
  #run = 0;

  constructor(
    readonly reveal: HTMLElement,
    readonly dom: SlideDom,
    readonly screen: () => Screen,
  ) {}

  /** The requested slides; null if others were requested in the meantime. */
  async measure({ run, held, slides }: MeasureMessage): Promise<MeasuredSlide[] | null> {
    this.#run = run;
    const outdated = () => run !== this.#run;
    const candidates: Candidate[] = [];
    let moment = await idle();
    for (const slide of slides) {
      if (moment.timeRemaining() === 0) moment = await idle();
      if (outdated()) return null;
      candidates.push({ id: slide.id, section: sectionOf(slide) });
    }
    await Promise.all(candidates.map(({ section }) => drawn(section)));
    for (const id of held) {
      const section = this.dom.section(id);
      if (!section || !this.dom.filled.has(id)) continue;
      await drawn(section);
      candidates.push({ id, section: copyOf(section) });
    }
    await picturesSettled(candidates.map(({ section }) => section));
    await idle();
    if (outdated()) return null;
    let measured = this.#measureNow(candidates);
    if (document.fonts.status === 'loading') {
      await document.fonts.ready;
      if (outdated()) return null;
      measured = this.#measureNow(candidates);
    }
    return measured;
  }

  #measureNow(candidates: readonly Candidate[]): MeasuredSlide[] {
    const screen = this.screen();
    const folder = folderOfDeck();
    const stage = this.reveal.cloneNode(false) as HTMLElement;
    stage.classList.remove('overview');
    Object.assign(stage.style, { position: 'absolute', inset: '0', visibility: 'hidden' });
    const slides = document.createElement('div');
    slides.className = 'slides';
    const { width, height } = screen.canvas;
    Object.assign(slides.style, { width: `${width}px`, height: `${height}px` });
    slides.style.setProperty('transform', 'none', 'important');
    slides.append(...candidates.map((candidate) => this.#placed(candidate)));
    stage.append(slides);
    this.reveal.after(stage);
    try {
      return candidates.map(({ id, section }) => ({ id, ...overflowOf(section, screen, folder) }));
    } finally {
      stage.remove();
    }
  }

  /** The slide in its position among the others: alone or in a stack. */
  #placed({ id, section }: Candidate): HTMLElement {
    section.classList.add('present');
    section.style.display = 'block';
    if (this.dom.section(id)?.parentElement === this.dom.slides) return section;
    const stack = document.createElement('section');
    stack.className = 'stack present';
    stack.style.display = 'block';
    stack.append(section);
    return stack;
  }
}

function copyOf(shown: HTMLElement): HTMLElement {
  const section = shown.cloneNode(true) as HTMLElement;
  section.classList.remove('past', 'future');
  section.hidden = false;
  section.style.top = '';
  return section;
}

function sectionOf({ html, attributes }: SlideMessage): HTMLElement {
  const section = document.createElement('section');
  const content = sanitize(html);
  // They are already in effect.
  for (const style of content.querySelectorAll('style')) style.remove();
  section.append(content);
  setSectionAttributes(section, attributes);
  return section;
}

function overflowOf(section: HTMLElement, screen: Screen, folder: string): Overflow {
  for (const element of section.querySelectorAll<HTMLElement>('*')) {
    // What the author positions by hand is meant to be there; what stretches takes the remaining space.
    if (/absolute|fixed/.test(getComputedStyle(element).position)) element.style.display = 'none';
    if (element.matches('section > :is(.stretch, .r-stretch)')) element.style.height = '0';
  }
  const { left, top } = section.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(section);
  // `scrollHeight` counts margins and paddings at the end; the boxes count what is cut off.
  const boxes = [range, ...section.querySelectorAll(BOXES)].map((box) => box.getBoundingClientRect());
  const bottom = Math.min(section.scrollHeight, Math.max(...boxes.map((box) => box.bottom)) - top);
  const right = Math.min(section.scrollWidth, Math.max(...boxes.map((box) => box.right)) - left);
  const { canvas } = screen;
  const rim = rimOf(screen);
  const lowest = canvas.height + Math.max(rim.y, 0);
  const rightmost = canvas.width + Math.max(rim.x, 0);
  const height = beyond(bottom, lowest);
  const width = beyond(right, rightmost);
  return {
    height,
    width,
    tooTall: height > 0 ? firstBelow(section, lowest, folder) : null,
    tooWide: width > 0 ? widest(section, rightmost, folder) : null,
  };
}

function beyond(end: number, edge: number): number {
  const overflow = Math.round(end - edge);
  return overflow > MIN_OVERFLOW ? overflow : 0;
}

function idle(): Promise<IdleDeadline> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: MAX_IDLE_WAIT }));
}
