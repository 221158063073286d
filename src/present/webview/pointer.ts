import type { Point } from '../messages';

/** A dot that follows the mouse over a slide, in this panel and in the other. */
export class Pointer {
  readonly #dot = document.createElement('div');
  readonly #slides: HTMLElement;
  #isOn = false;
  #next: Point | null | undefined;

  constructor(
    readonly viewport: HTMLElement,
    readonly post: (at: Point | null) => void,
  ) {
    this.#slides = viewport.querySelector<HTMLElement>('.slides')!;
    this.#dot.className = 'dot';
    this.#dot.ariaHidden = 'true';
    this.#dot.hidden = true;
    viewport.append(this.#dot);
    viewport.addEventListener('pointermove', ({ clientX, clientY }) => this.#onMove(clientX, clientY));
    viewport.addEventListener('pointerleave', () => this.#move(null));
  }

  set isOn(isOn: boolean) {
    this.#isOn = isOn;
    this.viewport.classList.toggle('pointing', isOn);
    if (!isOn) this.show(null);
  }

  /** Shows the dot at a place on the slide, or removes it. */
  show(at: Point | null): void {
    this.#dot.hidden = at === null || !this.#isOn;
    if (!at) return;
    const slide = this.#slides.getBoundingClientRect();
    const { left, top } = this.viewport.getBoundingClientRect();
    this.#dot.style.left = `${slide.left - left + at.x * slide.width}px`;
    this.#dot.style.top = `${slide.top - top + at.y * slide.height}px`;
  }

  #onMove(x: number, y: number): void {
    const { left, top, width, height } = this.#slides.getBoundingClientRect();
    if (width > 0 && height > 0) this.#move({ x: (x - left) / width, y: (y - top) / height });
  }

  /** Reports no more than one place per frame. */
  #move(at: Point | null): void {
    if (!this.#isOn) return;
    this.show(at);
    const isWaiting = this.#next !== undefined;
    this.#next = at;
    if (isWaiting) return;
    requestAnimationFrame(() => {
      if (this.#next !== undefined) this.post(this.#next);
      this.#next = undefined;
    });
  }
}
