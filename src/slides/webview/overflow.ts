import type { Overflow } from '../../core/lint/height/overflow';
import type { Mermaid } from '../../page/diagrams/finish';
import type { MeasuredSlide, MeasureMessage, SlideId, SlideMessage } from '../messages';
import { BOXES, firstBelow, widest } from './culprits';
import { drawn } from './finishing';
import { folderOfDeck } from './notices';
import { picturesSettled } from './pictures';
import { rimOf, type Screen } from './screen';
import { setSectionAttributes } from './sectionAttributes';
import { contentOf } from './slideContent';
import type { SlideDom } from './slideDom';
import { partsOf } from './verticalSlides';

/** Nobody notices fewer pixels. */
const MIN_OVERFLOW = 4;
/** Milliseconds to wait for a moment when the page is idle. */
const MAX_IDLE_WAIT = 1000;

interface Candidate {
  readonly id: SlideId;
  readonly part: number;
  readonly section: HTMLElement;
  /** What the section is in if it is a vertical slide. */
  readonly stack: HTMLElement | null;
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
  async measure({ run, held, slides }: MeasureMessage, mermaid: Mermaid): Promise<MeasuredSlide[] | null> {
    this.#run = run;
    const outdated = () => run !== this.#run;
    const sections: [SlideId, HTMLElement][] = [];
    let moment = await idle();
    for (const slide of slides) {
      if (moment.timeRemaining() === 0) moment = await idle();
      if (outdated()) return null;
      sections.push([slide.id, sectionOf(slide)]);
    }
    await Promise.all(sections.map(([, section]) => drawn(section, mermaid)));
    for (const id of held) {
      const section = this.dom.section(id);
      if (!section || !this.dom.filled.has(id)) continue;
      await drawn(section, mermaid);
      sections.push([id, section.cloneNode(true) as HTMLElement]);
    }
    const candidates = sections.flatMap(([id, section]) => this.#candidates(id, section));
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
    slides.append(...candidates.map(placed));
    stage.append(slides);
    this.reveal.after(stage);
    try {
      return candidates.map(({ id, part, section }) => ({
        id,
        part,
        ...overflowOf(section, screen, folder),
      }));
    } finally {
      stage.remove();
    }
  }

  /** A slide, or each of its vertical slides: what is in a stack is in one there, too. */
  #candidates(id: SlideId, section: HTMLElement): Candidate[] {
    const parts = partsOf(section);
    const isVertical = parts[0] !== section || this.dom.section(id)?.parentElement !== this.dom.slides;
    return parts.map((part, index) => {
      const stack = part === section ? document.createElement('section') : section.cloneNode(false);
      return { id, part: index, section: part, stack: isVertical ? (stack as HTMLElement) : null };
    });
  }
}

/** The slide in its position among the others: alone or in a stack. */
function placed({ section, stack }: Candidate): HTMLElement {
  present(section);
  if (!stack) return section;
  present(stack);
  stack.classList.add('stack');
  stack.append(section);
  return stack;
}

function present(section: HTMLElement): void {
  section.classList.remove('past', 'future');
  section.classList.add('present');
  section.hidden = false;
  section.style.top = '';
  section.style.display = 'block';
}

function sectionOf({ html, attributes }: SlideMessage): HTMLElement {
  const section = document.createElement('section');
  const content = contentOf(html);
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
