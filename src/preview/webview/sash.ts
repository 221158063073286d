/** In pixels. */
const MIN_HEIGHT = 48;
const DEFAULT_HEIGHT = 120;
const STEP = 20;
/** How much of the page the strip may take. */
const MAX_SHARE = 0.6;

/** The upper edge of a strip, by which its height is changed: with the mouse, or with the arrow keys. */
export class Sash {
  readonly element = document.createElement('div');
  #height: number;

  constructor(
    readonly strip: HTMLElement,
    height: number | undefined,
    readonly changed: (height: number) => void,
  ) {
    this.#height = height ?? DEFAULT_HEIGHT;
    this.element.className = 'sash';
    this.element.role = 'separator';
    this.element.ariaOrientation = 'horizontal';
    this.element.tabIndex = 0;
    this.element.addEventListener('pointerdown', (event) => this.#grab(event));
    this.element.addEventListener('pointermove', (event) => this.#drag(event));
    this.element.addEventListener('dblclick', () => this.#set(DEFAULT_HEIGHT));
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.#apply();
  }

  #grab(event: PointerEvent): void {
    event.preventDefault();
    this.element.focus();
    this.element.setPointerCapture(event.pointerId);
  }

  #drag(event: PointerEvent): void {
    if (this.element.hasPointerCapture(event.pointerId)) this.#set(window.innerHeight - event.clientY);
  }

  #onKey(event: KeyboardEvent): void {
    const step = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (step === undefined) return;
    // reveal.js would turn the slide.
    event.preventDefault();
    event.stopPropagation();
    this.#set(this.strip.offsetHeight + step);
  }

  #set(height: number): void {
    const most = Math.max(window.innerHeight * MAX_SHARE, MIN_HEIGHT);
    this.#height = Math.round(Math.min(Math.max(height, MIN_HEIGHT), most));
    this.#apply();
    this.changed(this.#height);
  }

  #apply(): void {
    this.strip.style.height = `${this.#height}px`;
    this.element.ariaValueNow = String(this.#height);
  }
}
