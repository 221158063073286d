import type { TextDocument } from 'vscode';
import { authoredOptions } from '../core/deck/authoredOptions';
import type { Deck, Slide } from '../core/deck/deck';
import { type SlideId, SlideIds } from '../core/deck/slideIds';

/** A slide in the tree. The object stays the same while the slide is edited and moved. */
export interface SlideNode {
  readonly id: SlideId;
  readonly document: TextDocument;
  /** As it is in the deck now. */
  slide: Slide;
}

/**
 * A part of a very long series of slides. VS Code has all entries of a level created but shows few of them;
 * to avoid creating unneeded entries, long levels are split.
 */
export interface SlideGroup {
  readonly parent: SlideNode | undefined;
  /** Its place among the groups of its level. */
  readonly place: number;
}

export type TreeNode = SlideNode | SlideGroup;

export function isSlide(node: TreeNode): node is SlideNode {
  return 'slide' in node;
}

/** A level with more slides is split into groups … */
const MAX_UNPARTED = 500;
/** … of this many. */
const GROUP_SIZE = 100;

/** One deck as a tree: its columns, each a slide with those of its stack below it. */
export class SlideTree {
  readonly #ids = new SlideIds();
  #nodes = new Map<SlideId, SlideNode>();
  /** In the order of the deck. */
  #order: SlideNode[] = [];
  /** Each column's first slide. */
  #heads: SlideNode[] = [];
  /** How slides are numbered. */
  #numberFormat: unknown;
  /** Groups that were handed out, by parent and place: each must stay the same object while it exists. */
  readonly #groups = new Map<SlideNode | undefined, SlideGroup[]>();

  constructor(
    readonly document: TextDocument,
    deck: Deck,
  ) {
    this.update(deck);
  }

  /**
   * Takes over the deck as it is now. Returns the slides whose text changed; null if any came, went, moved or
   * got another number.
   */
  update(deck: Deck): SlideNode[] | null {
    const { slides } = deck;
    const ids = this.#ids.update(slides);
    const before = this.#order;
    const { slideNumber } = authoredOptions(deck);
    let moved = slides.length !== before.length || slideNumber !== this.#numberFormat;
    this.#numberFormat = slideNumber;
    const changed: SlideNode[] = [];
    this.#order = slides.map((slide, index) => {
      const id = ids[index]!;
      const node = before[index]?.id === id ? before[index] : this.#nodes.get(id);
      if (!node || node !== before[index] || isElsewhere(node.slide, slide)) moved = true;
      else if (node.slide.content !== slide.content) changed.push(node);
      if (!node) return { id, document: this.document, slide };
      node.slide = slide;
      return node;
    });
    if (!moved) return changed;
    this.#nodes = new Map(this.#order.map((node) => [node.id, node]));
    this.#heads = this.#order.filter(({ slide }) => slide.v === 0);
    for (const parent of this.#groups.keys()) {
      if (parent && this.#nodes.get(parent.id) !== parent) this.#groups.delete(parent);
    }
    return null;
  }

  childrenOf(node: TreeNode | undefined): readonly TreeNode[] {
    if (node && !isSlide(node)) return this.slidesOf(node);
    const level = this.#level(node);
    if (level.length <= MAX_UNPARTED) return level;
    return Array.from({ length: Math.ceil(level.length / GROUP_SIZE) }, (_, place) =>
      this.#group(node, place),
    );
  }

  parentOf(node: TreeNode): TreeNode | undefined {
    if (!isSlide(node)) return node.parent;
    const { h, v } = node.slide;
    const head = v === 0 ? undefined : this.#heads[h];
    if (this.#level(head).length <= MAX_UNPARTED) return head;
    return this.#group(head, Math.floor((head ? v - 1 : h) / GROUP_SIZE));
  }

  /** The slides of a group. */
  slidesOf({ parent, place }: SlideGroup): readonly SlideNode[] {
    return this.#level(parent).slice(place * GROUP_SIZE, (place + 1) * GROUP_SIZE);
  }

  nodeOf({ index }: Slide): SlideNode {
    return this.#order[index]!;
  }

  nodesWhere(holds: (slide: Slide) => boolean): SlideNode[] {
    return this.#order.filter(({ slide }) => holds(slide));
  }

  /** The columns, or the other slides of the stack that a slide is the first of. */
  #level(head: SlideNode | undefined): readonly SlideNode[] {
    if (!head) return this.#heads;
    const { h, v, index } = head.slide;
    return v === 0 ? this.#order.slice(index + 1, this.#heads[h + 1]?.slide.index) : [];
  }

  #group(parent: SlideNode | undefined, place: number): SlideGroup {
    const groups = this.#groups.get(parent) ?? [];
    this.#groups.set(parent, groups);
    groups[place] ??= { parent, place };
    return groups[place];
  }
}

function isElsewhere(before: Slide, now: Slide): boolean {
  return before.h !== now.h || before.v !== now.v || before.stacked !== now.stacked;
}
