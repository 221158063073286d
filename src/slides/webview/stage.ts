import type { SlideShape } from '../../core/options/slideShape';
import { type Box, type CanvasOptions, placeOf, type Screen, type Size, screenOf, zoomOf } from './screen';

/** What a screen is in: an element as large as the space for it, and what covers its upper and its lower part. */
export interface Room {
  readonly panel: HTMLElement;
  readonly strip: HTMLElement | null;
  readonly below?: HTMLElement;
}

/**
 * Places the screen in the panel, between the strips above and below, and informs the style sheet by custom
 * properties. The slide sorter has the whole panel, and full screen the whole display that it is on.
 */
export class Stage {
  #shape: SlideShape = '16:9';
  #options: CanvasOptions = {};
  #isSorting = false;
  #screen: Screen;
  #zoom = 1;
  #known = '';

  constructor(
    readonly viewport: HTMLElement,
    readonly room: Room,
    readonly changed: () => void,
  ) {
    this.#screen = screenOf(this.#shape, this.#options, this.#panelSize());
    const sizes = new ResizeObserver(() => this.#update());
    for (const element of [room.panel, room.strip, room.below, viewport]) if (element) sizes.observe(element);
    document.addEventListener('fullscreenchange', () => this.#update());
  }

  get screen(): Screen {
    return this.#screen;
  }

  /** Pixels of the page per pixel of the slide. */
  get scale(): number {
    return this.#screen.scale * this.#zoom;
  }

  /** Whether the screen is always as large as the panel. */
  get isAsPanel(): boolean {
    return this.#shape === 'fill' && !this.#isFullScreen;
  }

  set(shape: SlideShape, options: CanvasOptions): void {
    this.#shape = shape;
    this.#options = options;
    this.#update();
  }

  set isSorting(isSorting: boolean) {
    this.#isSorting = isSorting;
    // `:has` would be looked up again for each of ten thousand slides that arrive.
    document.body.classList.toggle('sorting', isSorting);
    this.#update();
  }

  get #isFullScreen(): boolean {
    return document.fullscreenElement === this.viewport;
  }

  #update(): void {
    if (this.#isFullScreen) {
      const { offsetWidth: width, offsetHeight: height } = this.viewport;
      this.#screen = screenOf('fill', this.#options, { width, height });
      this.#zoom = 1;
      this.#setProperties({ '--screen-width': `${width}px` });
    } else {
      // The strip is as wide as the screen, which is lower if the strip is higher: the second time they
      // agree.
      this.#place();
      this.#place();
    }
    this.#tell();
  }

  #place(): void {
    const above = this.room.strip?.offsetHeight ?? 0;
    const { width, height } = this.#panelSize();
    const below = this.room.below?.offsetHeight ?? 0;
    const space = { width, height: Math.max(height - above - below, 1) };
    this.#screen = screenOf(this.#shape, this.#options, space);
    this.#zoom = zoomOf(this.#screen, space);
    const box: Box = this.#isSorting ? { x: 0, y: 0, ...space } : placeOf(this.#screen, space);
    this.#setProperties({
      '--screen-left': `${box.x}px`,
      '--screen-top': `${box.y + above}px`,
      '--screen-width': `${box.width}px`,
      '--screen-height': `${box.height}px`,
    });
  }

  #tell(): void {
    const known = JSON.stringify([this.#screen, this.#zoom, this.#isSorting, this.#isFullScreen]);
    if (known === this.#known) return;
    this.#known = known;
    const { display, canvas } = this.#screen;
    this.#setProperties({
      '--display-width': `${display.width}px`,
      '--display-height': `${display.height}px`,
      '--display-zoom': String(this.#zoom),
      '--canvas-height': `${canvas.height}px`,
      '--canvas-scale': String(this.scale),
    });
    this.changed();
  }

  #panelSize(): Size {
    const { clientWidth: width, clientHeight: height } = this.room.panel;
    // A hidden panel has no size, and nobody sees the result.
    return { width: Math.max(width, 1), height: Math.max(height, 1) };
  }

  #setProperties(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) this.room.panel.style.setProperty(name, value);
  }
}
