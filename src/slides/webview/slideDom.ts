import type { DeckMessage, SlideId, SlideMessage } from '../messages';
import type { DeckStyles } from './deckStyles';
import { setSectionAttributes } from './sectionAttributes';
import { contentOf, type Replaced, replaceContent } from './slideContent';
import { dissolve, partsOf, setVerticalSlides, verticalSlidesIn } from './verticalSlides';

/** What filling a section changed, as far as reveal.js must know. */
export interface Filled extends Replaced {
  readonly section: HTMLElement;
  /** The section had no content. */
  readonly isNew: boolean;
}

/** Where each slide is. */
export type DeckShape = Pick<DeckMessage, 'columns' | 'verticalSlides'>;

/**
 * The sections below `.slides`. Each slide has one from the start, so that reveal.js knows the deck's shape,
 * but only those near the current slide have content: the cost of a keystroke must not grow with the deck.
 */
export class SlideDom {
  readonly #sections = new Map<SlideId, HTMLElement>();
  readonly #ids = new WeakMap<Element, SlideId>();
  readonly #filled = new Set<SlideId>();
  #order: readonly SlideId[] = [];

  constructor(
    readonly slides: HTMLElement,
    readonly styles: DeckStyles,
  ) {}

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

  /** The section that is shown of a slide: its own, or one of its vertical slides. */
  part(id: SlideId, index = 0): HTMLElement | undefined {
    const section = this.#sections.get(id);
    const parts = section ? partsOf(section) : [];
    return parts[Math.min(index, parts.length - 1)];
  }

  /** Which part of its slide a section is; undefined if its slide has no parts. */
  indexOfPart(section: HTMLElement | null): number | undefined {
    const parent = section?.parentElement;
    return section && parent && this.#ids.has(parent) ? verticalSlidesIn(parent).indexOf(section) : undefined;
  }

  /** Whether a section is still in the page, as one that reveal.js shows. */
  isPart(section: HTMLElement | null): section is HTMLElement {
    return section !== null && this.slides.contains(section) && verticalSlidesIn(section).length === 0;
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
  arrange({ columns, verticalSlides }: DeckShape): boolean {
    this.#order = columns.flat();
    this.#removeGone();
    const wanted = columns.map((ids) => {
      const sections = ids.map((id) => this.#sectionFor(id));
      return ids.length > 1 ? this.#stackOf(sections) : sections[0]!;
    });
    this.#outlineVertical(new Map(verticalSlides));
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
    const content = contentOf(html);
    this.styles.take(id, content);
    const isNew = !this.#filled.has(id);
    const { backgrounds, isReshaped } = replaceContent(section, content);
    this.#filled.add(id);
    if (setSectionAttributes(section, attributes)) backgrounds.add(section);
    return { section, backgrounds, isReshaped, isNew };
  }

  /** Empties sections whose content is not needed for now. Their vertical slides stay, as reveal.js counts them. */
  empty(ids: Iterable<SlideId>): void {
    for (const id of ids) {
      this.#filled.delete(id);
      const section = this.#sections.get(id);
      if (!section) continue;
      const vertical = verticalSlidesIn(section);
      for (const each of vertical) each.replaceChildren();
      section.replaceChildren(...vertical);
    }
  }

  /** Those of slides with content are known when their new content comes. */
  #outlineVertical(counts: ReadonlyMap<SlideId, number>): void {
    for (const [id, section] of this.#sections) {
      if (this.#filled.has(id)) continue;
      if (setVerticalSlides(section, counts.get(id) ?? 0)) this.#changed = true;
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
    for (const section of sections) if (dissolve(section)) this.#changed = true;
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
