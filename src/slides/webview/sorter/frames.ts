import type { SlideId } from '../../messages';
import type { Box } from '../screen';
import type { Cell } from './grid';

/**
 * A frame over each thumbnail, above everything on its slide: it receives the mouse, has the number, and
 * shows which slide is selected.
 */
export class Frames {
  readonly layer = document.createElement('div');
  readonly #frames = new Map<SlideId, HTMLElement>();
  readonly #ids = new WeakMap<EventTarget, SlideId>();
  #selected: HTMLElement | undefined;
  /** What is said over thumbnails besides the number. */
  labels: ReadonlyMap<SlideId, string> = new Map();

  constructor() {
    this.layer.id = 'thumbnails';
    this.layer.ariaHidden = 'true';
    this.layer.hidden = true;
  }

  /** The slide whose frame this is. */
  idOf(target: EventTarget | null): SlideId | undefined {
    return target ? this.#ids.get(target) : undefined;
  }

  frame(id: SlideId): HTMLElement | undefined {
    return this.#frames.get(id);
  }

  /** Ensures a frame for each of these, and for no other. */
  layout(cells: readonly Cell[]): void {
    const gone = new Set(this.#frames.keys());
    for (const cell of cells) {
      gone.delete(cell.id);
      const frame = this.#frames.get(cell.id) ?? this.#add(cell.id);
      frame.dataset.number = cell.number;
      frame.dataset.label = this.labels.get(cell.id) ?? '';
      place(frame, cell);
    }
    for (const id of gone) {
      this.#frames.get(id)?.remove();
      this.#frames.delete(id);
    }
    this.layer.hidden = false;
  }

  select(id: SlideId | undefined): void {
    const frame = id === undefined ? undefined : this.#frames.get(id);
    if (frame === this.#selected) return;
    this.#selected?.classList.remove('selected');
    frame?.classList.add('selected');
    this.#selected = frame;
  }

  clear(): void {
    this.layer.hidden = true;
    this.layer.replaceChildren();
    this.#frames.clear();
    this.#selected = undefined;
  }

  #add(id: SlideId): HTMLElement {
    const frame = document.createElement('div');
    this.#ids.set(frame, id);
    this.#frames.set(id, frame);
    this.layer.append(frame);
    return frame;
  }
}

/** Puts one of our elements where a box is. */
export function place({ style }: HTMLElement, { x, y, width, height }: Box): void {
  Object.assign(style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
}
