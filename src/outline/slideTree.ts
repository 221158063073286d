import type { TextDocument } from 'vscode';
import type { RemovedSlide } from '../core/compare/deckChanges';
import { authoredOptions } from '../core/deck/authoredOptions';
import type { Deck, Slide } from '../core/deck/deck';
import { type SlideId, SlideIds } from '../core/deck/slideIds';
import { arrange, type Level, type Listing } from './arrange';

/** A slide in the tree. The object stays the same while the slide is edited and moved. */
export interface SlideNode {
  readonly id: SlideId;
  readonly document: TextDocument;
  /** As it is in the deck now. */
  slide: Slide;
}

/** A slide that the deck had in the last commit. The object stays the same until the next one. */
export interface RemovedNode {
  readonly removed: Slide;
  /** The deck it was in. */
  readonly deck: Deck;
}

/** An entry that stands for a slide. */
export type Entry = SlideNode | RemovedNode;

/**
 * A part of a very long series of slides. VS Code has all entries of a level created but shows few of them;
 * to avoid creating unneeded entries, long levels are split.
 */
export interface SlideGroup {
  readonly parent: SlideNode | undefined;
  /** Its place among the groups of its level. */
  readonly place: number;
}

export type TreeNode = Entry | SlideGroup;

export function isSlide(node: TreeNode): node is SlideNode {
  return 'slide' in node;
}

export function isRemoved(node: TreeNode): node is RemovedNode {
  return 'removed' in node;
}

/** A level with more slides is split into groups … */
const MAX_UNPARTED = 500;
/** … of this many. */
const GROUP_SIZE = 100;

/** One deck as a tree: its columns, each a slide with those of its stack below it; or those that are listed. */
export class SlideTree {
  static #count = 0;
  /** Distinguishes the entries of one tree from those of another. */
  readonly #number = ++SlideTree.#count;
  readonly #ids = new SlideIds();
  #nodes = new Map<SlideId, SlideNode>();
  /** In the order of the deck. */
  #order: SlideNode[] = [];
  #levels: ReadonlyMap<SlideNode | undefined, Level> = new Map();
  /** The level of each entry, and its place there. */
  #places = new Map<Entry, { readonly parent: SlideNode | undefined; readonly index: number }>();
  /** How slides are numbered. */
  #numberFormat: unknown;
  /** Groups that were handed out, by parent and place: each must stay the same object while it exists. */
  readonly #groups = new Map<SlideNode | undefined, SlideGroup[]>();
  /** By the slide as it was. */
  readonly #removed = new WeakMap<Slide, RemovedNode>();

  constructor(
    readonly document: TextDocument,
    deck: Deck,
  ) {
    this.update(deck);
    this.list({ removed: [] });
  }

  /**
   * Takes over the deck as it is now. Returns the slides whose text changed; null if any came, went, moved or
   * got another number: then `list` must be called.
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
    return null;
  }

  /** Arranges the slides anew. Returns whether other entries are listed now, or in another order. */
  list(listing: Listing): boolean {
    const before = this.#places;
    this.#levels = arrange(this.#order, listing, (removed) => this.#removedNode(removed));
    this.#places = new Map();
    for (const [parent, level] of this.#levels) {
      level.forEach((entry, index) => {
        this.#places.set(entry, { parent, index });
      });
    }
    for (const parent of this.#groups.keys()) if (!this.#levels.has(parent)) this.#groups.delete(parent);
    if (before.size !== this.#places.size) return true;
    return [...this.#places].some(([entry, { parent, index }]) => {
      const place = before.get(entry);
      return place?.index !== index || place.parent !== parent;
    });
  }

  childrenOf(node: TreeNode | undefined): readonly TreeNode[] {
    if (node && isRemoved(node)) return [];
    if (node && !isSlide(node)) return this.entriesOf(node);
    const level = this.#levelOf(node);
    if (level.length <= MAX_UNPARTED) return level;
    return Array.from({ length: Math.ceil(level.length / GROUP_SIZE) }, (_, place) =>
      this.#group(node, place),
    );
  }

  parentOf(node: TreeNode): TreeNode | undefined {
    if (!isSlide(node) && !isRemoved(node)) return node.parent;
    const place = this.#places.get(node);
    if (!place) return undefined;
    const { parent, index } = place;
    return this.#levelOf(parent).length <= MAX_UNPARTED
      ? parent
      : this.#group(parent, Math.floor(index / GROUP_SIZE));
  }

  /** What a group stands for. */
  entriesOf({ parent, place }: SlideGroup): readonly Entry[] {
    return this.#levelOf(parent).slice(place * GROUP_SIZE, (place + 1) * GROUP_SIZE);
  }

  /** Names an entry, as an absolute path. */
  pathOf(node: TreeNode): string {
    const name = isSlide(node)
      ? node.id
      : isRemoved(node)
        ? `removed-${node.removed.index}`
        : `${node.parent?.id ?? ''}-${node.place}`;
    return `/${this.#number}/${name}`;
  }

  isListed(node: SlideNode): boolean {
    return this.#places.has(node);
  }

  /** All slides that are in the tree or could be, and the removed ones that are. */
  entries(): Entry[] {
    return [...this.#order, ...[...this.#places.keys()].filter(isRemoved)];
  }

  nodeOf({ index }: Slide): SlideNode {
    return this.#order[index]!;
  }

  nodesWhere(holds: (slide: Slide) => boolean): SlideNode[] {
    return this.#order.filter(({ slide }) => holds(slide));
  }

  #levelOf(parent: SlideNode | undefined): Level {
    return this.#levels.get(parent) ?? [];
  }

  #removedNode({ slide, deck }: RemovedSlide): RemovedNode {
    const known = this.#removed.get(slide);
    if (known) return known;
    const node = { removed: slide, deck };
    this.#removed.set(slide, node);
    return node;
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
