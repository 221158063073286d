import { DIRECTIONS, type Direction } from '../../../core/edit/places';
import type { RevealSection } from '../../../page/lostBackgrounds';
import type { SlideId } from '../../messages';
import { type Box, rimOf, type Screen } from '../screen';
import type { SlideDom } from '../slideDom';
import { Frames, place } from './frames';
import { cellOf, type Drop, dropAt, type Grid, gridOf, idsBetween, markOf } from './grid';
import { Paper } from './paper';

/** Pixels the mouse has to move before a drag starts. */
const DRAG_THRESHOLD = 5;
/** How near to an edge of the page a dragged thumbnail scrolls it, and by how many pixels per frame. */
const SCROLL_ZONE = 40;
const SCROLL_STEP = 12;

/** Milliseconds within which two clicks are one gesture. */
const DOUBLE_CLICK = 600;

export interface SorterHandlers {
  columns(): readonly (readonly SlideId[])[];
  screen(): Screen;
  /** The option `slideNumber`. */
  numberFormat(): unknown;
  selected(): SlideId | undefined;
  /** Other thumbnails are in view. */
  scrolled(): void;
  /** A click: the user wants this slide in full size. */
  open(id: SlideId): void;
  move(id: SlideId, drop: Drop): void;
  step(id: SlideId, direction: Direction): void;
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
 * The overview of reveal.js as a slide sorter: the thumbnails are in rows that fit the page, and can be
 * clicked, dragged and moved by keys. reveal.js switches it on and off; the style sheet puts things where we
 * want them.
 */
export class SlideSorter {
  readonly #viewport: HTMLElement;
  readonly #mark = document.createElement('div');
  readonly #frames = new Frames();
  readonly #paper: Paper;
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
    this.#paper = new Paper(reveal);
    const { layer } = this.#frames;
    this.#viewport.append(layer, this.#mark);
    this.#viewport.addEventListener('scroll', () => this.isOpen && handlers.scrolled());
    layer.addEventListener('pointerdown', (event) => this.#onDown(event));
    layer.addEventListener('pointermove', (event) => this.#onMove(event));
    layer.addEventListener('pointerup', () => this.#drop());
    layer.addEventListener('pointercancel', () => this.#cancel());
    layer.addEventListener('dragstart', (event) => event.preventDefault());
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

  /**
   * Puts the thumbnails in their places, as is necessary when the deck's shape or the page's size changes.
   */
  layout(): void {
    if (!this.isOpen) return;
    const { columns, numberFormat } = this.handlers;
    const screen = this.handlers.screen();
    this.#grid = gridOf(columns(), screen, this.#viewport.clientWidth, numberFormat());
    const { cells, zoom, height } = this.#grid;
    const rim = rimOf(screen);
    const properties = {
      '--sorter-height': `${height}px`,
      '--thumbnail-zoom': String(zoom),
      '--thumbnail-scale': String(zoom * screen.scale),
      '--rim-x': `${rim.x}px`,
      '--rim-y': `${rim.y}px`,
    };
    for (const [name, value] of Object.entries(properties)) this.#viewport.style.setProperty(name, value);
    this.#paper.layout(cells.flat());
    this.#frames.layout(cells.flat());
    for (const cell of cells.flat()) this.#place(cell.id, cell);
    this.#frames.select(this.handlers.selected());
  }

  /** Shows the slide as the selected one, and scrolls its thumbnail into view. */
  select(id: SlideId | undefined): void {
    this.#frames.select(id);
    const cell = this.isOpen && id !== undefined && this.#grid ? cellOf(this.#grid, id) : undefined;
    if (!cell) return;
    const { scrollTop, clientHeight } = this.#viewport;
    const above = cell.y - scrollTop;
    const below = cell.y + cell.height - scrollTop - clientHeight;
    const space = (clientHeight - cell.height) / 2;
    if (above < 0) this.#viewport.scrollTop += above - space;
    else if (below > 0) this.#viewport.scrollTop += below + space;
  }

  /** Words over the thumbnails of some slides. */
  label(labels: ReadonlyMap<SlideId, string>): void {
    this.#frames.labels = labels;
    this.layout();
  }

  close(): void {
    this.#cancel();
    this.#frames.clear();
    this.#paper.clear();
    this.#viewport.scrollTop = 0;
  }

  #place(id: SlideId, { x, y }: Pick<Box, 'x' | 'y'>): void {
    const section: RevealSection | undefined = this.dom.section(id);
    for (const element of [section, section?.slideBackgroundElement, this.#paper.sheet(id)]) {
      element?.style.setProperty('--sorter-x', `${x}px`);
      element?.style.setProperty('--sorter-y', `${y}px`);
    }
  }

  #onDown(event: PointerEvent): void {
    const id = event.isPrimary && event.button === 0 ? this.#frames.idOf(event.target) : undefined;
    if (id === undefined || event.pointerType === 'touch') return;
    const at = { x: event.clientX, y: event.clientY };
    this.#drag = { id, pointer: event.pointerId, from: at, at, moving: false };
  }

  #onMove(event: PointerEvent): void {
    const drag = this.#drag;
    // The button may have been released outside.
    if (event.buttons === 0) this.#cancel();
    if (!drag || drag !== this.#drag) return;
    drag.at = { x: event.clientX, y: event.clientY };
    if (!drag.moving) {
      if (Math.hypot(drag.at.x - drag.from.x, drag.at.y - drag.from.y) < DRAG_THRESHOLD) return;
      drag.moving = true;
      this.#frames.layer.setPointerCapture(drag.pointer);
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
    const dragged = { ...cell, x: cell.x + at.x - from.x, y: cell.y + at.y - from.y };
    this.#place(id, dragged);
    place(this.#frames.frame(id)!, dragged);
    place(this.#mark, markOf(grid, this.#dropOf(grid, at)));
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
    for (const element of [this.dom.section(id), this.#paper.sheet(id), this.#frames.frame(id)]) {
      element?.classList.toggle('dragged', dragged);
    }
  }

  #onClick(event: MouseEvent): void {
    const id = this.#frames.idOf(event.target);
    if (id === undefined) return;
    stop(event);
    this.#opened = event.timeStamp;
    this.handlers.open(id);
  }

  /** The first of the two clicks has opened the slide; nobody wanted its source. */
  #onDoubleClick(event: MouseEvent): void {
    if (this.isOpen || event.timeStamp - this.#opened < DOUBLE_CLICK) stop(event);
  }

  #onKey(event: KeyboardEvent): void {
    if (!this.isOpen) return;
    if (event.key === 'Escape' && this.#drag?.moving) {
      stop(event);
      this.#cancel();
    }
    const direction = event.altKey && DIRECTIONS.find((each) => event.key.toLowerCase() === `arrow${each}`);
    if (!direction) return;
    // VS Code would go back to the last file.
    stop(event);
    const id = this.handlers.selected();
    if (id !== undefined) this.handlers.step(id, direction);
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
