import morphdom from 'morphdom';
import { keepsColor } from '../../page/code/colorCode';
import { keepDrawing } from '../../page/diagrams/finish';
import type { SlideId, SlideMessage } from '../messages';
import { DeckStyles } from './deckStyles';
import { sanitize } from './sanitize';
import { setSectionAttributes } from './sectionAttributes';

/** What filling a section changed, as far as reveal.js must know. */
export interface Filled {
  readonly section: HTMLElement;
  readonly backgroundChanged: boolean;
  /** The section was empty. */
  readonly isNew: boolean;
}

/**
 * The sections below `.slides`. Each slide has one from the start, so that reveal.js knows the deck's shape,
 * but only those near the current slide have content: the cost of a keystroke must not grow with the deck.
 */
export class SlideDom {
  readonly #sections = new Map<SlideId, HTMLElement>();
  readonly #ids = new WeakMap<Element, SlideId>();
  readonly #filled = new Set<SlideId>();
  readonly styles = new DeckStyles();
  #order: readonly SlideId[] = [];

  constructor(readonly slides: HTMLElement) {}

  get order(): readonly SlideId[] {
    return this.#order;
  }

  get filled(): ReadonlySet<SlideId> {
    return this.#filled;
  }

  get filledSections(): HTMLElement[] {
    return [...this.#filled].map((id) => this.#sections.get(id)!);
  }

  section(id: SlideId): HTMLElement | undefined {
    return this.#sections.get(id);
  }

  /** The slide that contains an element. */
  idOf(element: Element | null): SlideId | undefined {
    for (let at = element; at; at = at.parentElement) {
      const id = this.#ids.get(at);
      if (id !== undefined) return id;
    }
    return undefined;
  }

  /** Gives the sections the deck's shape, touching only what is out of place. True if anything moved. */
  arrange(columns: readonly (readonly SlideId[])[]): boolean {
    this.#order = columns.flat();
    this.#removeGone();
    const wanted = columns.map((ids) => {
      const sections = ids.map((id) => this.#sectionFor(id));
      return ids.length > 1 ? this.#stackOf(sections) : sections[0]!;
    });
    const changed = this.#changed;
    this.#changed = false;
    // In the overview reveal.js keeps the backgrounds there too.
    const backgrounds = this.slides.querySelector<HTMLElement>(':scope > .backgrounds');
    const placed = placeChildren(this.slides, backgrounds ? [...wanted, backgrounds] : wanted);
    return changed || placed;
  }

  #changed = false;

  /** Puts a slide's content into its section; existing content that stays is left alone. */
  fill({ id, html, attributes }: SlideMessage): Filled | null {
    const section = this.#sections.get(id);
    if (!section) return null;
    const content = sanitize(html);
    this.styles.take(id, content);
    const isNew = !this.#filled.has(id);
    if (!isNew) morph(section, content);
    else section.replaceChildren(content);
    this.#filled.add(id);
    return { section, backgroundChanged: setSectionAttributes(section, attributes), isNew };
  }

  /** Empties sections whose content is not needed for now. */
  empty(ids: Iterable<SlideId>): void {
    for (const id of ids) {
      this.#filled.delete(id);
      this.#sections.get(id)?.replaceChildren();
    }
  }

  #removeGone(): void {
    const present = new Set(this.#order);
    for (const [id, section] of this.#sections) {
      if (present.has(id)) continue;
      section.remove();
      this.#sections.delete(id);
      this.#filled.delete(id);
      this.#changed = true;
    }
  }

  #sectionFor(id: SlideId): HTMLElement {
    let section = this.#sections.get(id);
    if (!section) {
      section = document.createElement('section');
      this.#sections.set(id, section);
      this.#ids.set(section, id);
      this.#changed = true;
    }
    return section;
  }

  /** The stack that one of the slides is already in, or else a new one. */
  #stackOf(sections: readonly HTMLElement[]): HTMLElement {
    const parent = sections.map(({ parentElement }) => parentElement).find((at) => at && at !== this.slides);
    const stack = parent ?? document.createElement('section');
    if (placeChildren(stack, sections)) this.#changed = true;
    return stack;
  }
}

/** Makes exactly these elements the children, in this order. True if they were not. */
function placeChildren(parent: HTMLElement, children: readonly HTMLElement[]): boolean {
  let changed = false;
  let at = parent.firstElementChild;
  for (const child of children) {
    if (child === at) at = at.nextElementSibling;
    else {
      parent.insertBefore(child, at);
      changed = true;
    }
  }
  while (at) {
    const next = at.nextElementSibling;
    at.remove();
    at = next;
    changed = true;
  }
  return changed;
}

/** Changes a section's content into other content. Pictures, videos and text that stay are not touched. */
function morph(section: HTMLElement, content: DocumentFragment): void {
  const target = document.createElement('section');
  target.append(content);
  morphdom(section, target, {
    childrenOnly: true,
    onBeforeElUpdated: (from, to) => {
      keepFragmentState(from, to);
      return !from.isEqualNode(to);
    },
    onBeforeElChildrenUpdated: (from, to) => !keepDrawing(from, to) && !keepsColor(from, to),
  });
}

/** reveal.js's marks stay on the fragments that stay. */
function keepFragmentState(from: Element, to: Element): void {
  if (!from.classList.contains('fragment') || !to.classList.contains('fragment')) return;
  for (const name of ['visible', 'current-fragment']) {
    if (from.classList.contains(name)) to.classList.add(name);
  }
}
