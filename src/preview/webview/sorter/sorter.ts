import type { SlideId } from '../../messages';
import type { SlideDom } from '../slideDom';
import { type Box, cellOf, type Drop, dropAt, type Grid, gridOf, idsBetween, keyMove, markOf } from './grid';

/** Pixels the mouse has to move before it drags. */
const DRAG_THRESHOLD = 5;
/** So near to an edge of the page a dragged thumbnail scrolls it, by so many pixels a frame. */
const SCROLL_ZONE = 40;
const SCROLL_STEP = 12;

/** Milliseconds within which two clicks are one gesture. */
const DOUBLE_CLICK = 600;

export interface SorterHandlers {
  columns(): readonly (readonly SlideId[])[];
  /** Size of a slide before it is scaled. */
  slideSize(): { readonly width: number; readonly height: number };
  /** The option `slideNumber`. */
  numberFormat(): unknown;
  selected(): SlideId | undefined;
  /** Other thumbnails are in view. */
  scrolled(): void;
  /** A click: this slide is wanted, in full size. */
  open(id: SlideId): void;
  move(id: SlideId, drop: Drop): void;
}

interface Drag {
  readonly id: SlideId;
  readonly pointer: number;
  /** Where the pointer went down, in the window. */
  readonly from: { readonly x: number; readonly y: number };
  /** Where it is now. */
  at: { readonly x: number; readonly y: number };
  /** It has moved far enough not to be a click. */
  moving: boolean;
}

/**
 * The overview of reveal.js as a slide sorter: the thumbnails stand in rows that fit the page, and can be clicked,
 * dragged and moved by keys. reveal.js switches it on and off; the style sheet puts in force where we want things.
 */
export class SlideSorter {
  readonly #viewport: HTMLElement;
  readonly #mark = document.createElement('div');
  #grid: Grid | null = null;
  #drag: Drag | null = null;
  #opened = Number.NEGATIVE_INFINITY;

  constructor(
    readonly reveal: HTMLElement,
    readonly dom: SlideDom,
    readonly handlers: SorterHandlers,
  ) {
    this.#viewport = reveal.parentElement!;
    this.#mark.id = 'drop-mark';
    this.#mark.hidden = true;
    this.#viewport.append(this.#mark);
    this.#viewport.addEventListener('scroll', () => this.isOpen && handlers.scrolled());
    reveal.addEventListener('pointerdown', (event) => this.#onDown(event), true);
    reveal.addEventListener('pointermove', (event) => this.#onMove(event));
    reveal.addEventListener('pointerup', () => this.#drop());
    reveal.addEventListener('pointercancel', () => this.#cancel());
    reveal.addEventListener('dragstart', (event) => this.isOpen && event.preventDefault());
    window.addEventListener('click', (event) => this.#onClick(event), true);
    window.addEventListener('dblclick', (event) => this.#onDoubleClick(event), true);
    window.addEventListener('keydown', (event) => this.#onKey(event), true);
  }

  get isOpen(): boolean {
    return this.reveal.classList.contains('overview');
  }

  /** The slides whose thumbnails are in view, or nearly so. */
  visible(): SlideId[] {
    const { scrollTop, clientHeight } = this.#viewport;
    const margin = clientHeight / 2;
    return this.#grid ? idsBetween(this.#grid, scrollTop - margin, scrollTop + clientHeight + margin) : [];
  }

  /** Puts the thumbnails in their places, as is due when the deck's shape or the page's size changes. */
  layout(): void {
    if (!this.isOpen) return;
    const { columns, slideSize, numberFormat } = this.handlers;
    this.#grid = gridOf(columns(), slideSize(), this.#viewport.clientWidth, numberFormat());
    const { cells, scale, height } = this.#grid;
    this.reveal.style.setProperty('--sorter-scale', String(scale));
    this.reveal.style.setProperty('--sorter-height', `${height}px`);
    for (const cell of cells.flat()) this.#place(cell.id, cell, cell.number);
  }

  /** Scrolls until the slide's thumbnail is in view. */
  scrollTo(id: SlideId | undefined): void {
    const cell = this.isOpen && id !== undefined && this.#grid ? cellOf(this.#grid, id) : undefined;
    if (!cell) return;
    const { scrollTop, clientHeight } = this.#viewport;
    const above = cell.y - scrollTop;
    const below = cell.y + cell.height - scrollTop - clientHeight;
    const space = (clientHeight - cell.height) / 2;
    if (above < 0) this.#viewport.scrollTop += above - space;
    else if (below > 0) this.#viewport.scrollTop += below + space;
  }

  close(): void {
    this.#cancel();
    this.#viewport.scrollTop = 0;
  }

  #place(id: SlideId, { x, y }: Pick<Box, 'x' | 'y'>, number?: string): void {
    const scale = this.#grid?.scale ?? 1;
    const section = this.dom.section(id);
    const background = (section as { slideBackgroundElement?: HTMLElement } | undefined)
      ?.slideBackgroundElement;
    for (const element of [section, background]) {
      element?.style.setProperty('--sorter-x', `${x / scale}px`);
      element?.style.setProperty('--sorter-y', `${y / scale}px`);
    }
    if (number && background) background.dataset.number = number;
  }

  /** Where a thumbnail or the page is hit, as far as one is. */
  #idAt({ target }: Event): SlideId | undefined {
    return target instanceof Element ? this.dom.idOf(target) : undefined;
  }

  #onDown(event: PointerEvent): void {
    const id = this.isOpen && event.isPrimary && event.button === 0 ? this.#idAt(event) : undefined;
    if (id === undefined || event.pointerType === 'touch') return;
    const at = { x: event.clientX, y: event.clientY };
    this.#drag = { id, pointer: event.pointerId, from: at, at, moving: false };
  }

  #onMove(event: PointerEvent): void {
    const drag = this.#drag;
    // The button may have been let go of outside.
    if (event.buttons === 0) this.#cancel();
    if (!drag || drag !== this.#drag) return;
    drag.at = { x: event.clientX, y: event.clientY };
    if (!drag.moving) {
      if (Math.hypot(drag.at.x - drag.from.x, drag.at.y - drag.from.y) < DRAG_THRESHOLD) return;
      drag.moving = true;
      this.reveal.setPointerCapture(drag.pointer);
      this.#markDragged(drag.id, true);
      this.#scrollWhileDragged(drag);
    }
    this.#showDrag(drag);
  }

  #showDrag({ id, at, from }: Drag): void {
    const grid = this.#grid;
    const cell = grid && cellOf(grid, id);
    if (!grid || !cell) {
      this.#cancel();
      return;
    }
    this.#place(id, { x: cell.x + at.x - from.x, y: cell.y + at.y - from.y });
    const { x, y, width, height } = markOf(grid, this.#dropOf(grid, at));
    Object.assign(this.#mark.style, {
      left: `${x}px`,
      top: `${y}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    this.#mark.hidden = false;
  }

  #dropOf(grid: Grid, { x, y }: { x: number; y: number }): Drop {
    const { left, top } = this.#viewport.getBoundingClientRect();
    return dropAt(grid, x - left, y - top + this.#viewport.scrollTop);
  }

  #scrollWhileDragged(drag: Drag): void {
    if (this.#drag !== drag) return;
    const { top, bottom } = this.#viewport.getBoundingClientRect();
    const { y } = drag.at;
    const step = y < top + SCROLL_ZONE ? -SCROLL_STEP : y > bottom - SCROLL_ZONE ? SCROLL_STEP : 0;
    const before = this.#viewport.scrollTop;
    this.#viewport.scrollTop += step;
    const scrolled = this.#viewport.scrollTop - before;
    if (scrolled !== 0) {
      // The thumbnail stays below the pointer.
      Object.assign(drag, { from: { ...drag.from, y: drag.from.y - scrolled } });
      this.#showDrag(drag);
    }
    requestAnimationFrame(() => this.#scrollWhileDragged(drag));
  }

  #drop(): void {
    const drag = this.#drag;
    const grid = this.#grid;
    if (!drag?.moving || !grid) {
      this.#drag = null;
      return;
    }
    const drop = this.#dropOf(grid, drag.at);
    this.#end();
    this.handlers.move(drag.id, drop);
  }

  #cancel(): void {
    if (this.#drag) this.#end();
  }

  #end(): void {
    if (this.#drag) this.#markDragged(this.#drag.id, false);
    this.#drag = null;
    this.#mark.hidden = true;
    this.layout();
  }

  #markDragged(id: SlideId, dragged: boolean): void {
    this.dom.section(id)?.classList.toggle('dragged', dragged);
  }

  #onClick(event: MouseEvent): void {
    if (!this.isOpen || !(event.target instanceof Element) || !this.reveal.contains(event.target)) return;
    stop(event);
    const id = this.#idAt(event);
    if (id === undefined) return;
    this.#opened = event.timeStamp;
    this.handlers.open(id);
  }

  /** The first of the two clicks has opened the slide; nobody meant its source. */
  #onDoubleClick(event: MouseEvent): void {
    if (this.isOpen || event.timeStamp - this.#opened < DOUBLE_CLICK) stop(event);
  }

  #onKey(event: KeyboardEvent): void {
    if (!this.isOpen) return;
    if (event.key === 'Escape' && this.#drag?.moving) {
      stop(event);
      this.#cancel();
    }
    if (!event.altKey || !event.key.startsWith('Arrow')) return;
    // VS Code would go back to the last file.
    stop(event);
    const id = this.handlers.selected();
    const drop = id === undefined ? null : keyMove(this.handlers.columns(), id, event.key);
    if (id !== undefined && drop) this.handlers.move(id, drop);
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
