import type { RemovedSlide } from '../core/compare/deckChanges';
import type { Slide } from '../core/deck/deck';
import { getOrSet } from '../core/text/getOrSet';
import type { Entry, RemovedNode, SlideNode } from './slideTree';

/** Which slides the tree lists. */
export interface Listing {
  /** Whether a slide is listed, if not all are. Then none is below another. */
  readonly only?: ((slide: Slide) => boolean) | undefined;
  /** In their order. */
  readonly removed: readonly RemovedSlide[];
}

/** Entries with the same parent. */
export type Level = readonly Entry[];

/**
 * Arranges the slides of a deck by the slide that they are below: the first of their stack, or none. Removed slides are
 * where they were.
 */
export function arrange(
  order: readonly SlideNode[],
  { only, removed }: Listing,
  nodeOf: (removed: RemovedSlide) => RemovedNode,
): ReadonlyMap<SlideNode | undefined, Level> {
  const levels = new Map<SlideNode | undefined, Entry[]>();
  const add = (parent: SlideNode | undefined, entry: Entry) =>
    getOrSet(levels, parent, (): Entry[] => []).push(entry);
  const removedBefore = new Map<number | null, RemovedSlide[]>();
  for (const each of removed) getOrSet(removedBefore, each.next, (): RemovedSlide[] => []).push(each);
  /** The first slide of the current column. */
  let head: SlideNode | undefined;
  const addRemoved = (next: SlideNode | undefined) => {
    const isInStack = next !== undefined && next.slide.v > 0;
    let parent = only || (!isInStack && !lastBefore(next)?.slide.stacked) ? undefined : head;
    for (const each of removedBefore.get(next?.slide.index ?? null) ?? []) {
      // After the stack, what was below its slides comes first.
      if (each.slide.v === 0 && !isInStack) parent = undefined;
      add(parent, nodeOf(each));
    }
  };
  const lastBefore = (next: SlideNode | undefined) => order[(next?.slide.index ?? order.length) - 1];
  for (const node of order) {
    addRemoved(node);
    if (node.slide.v === 0) head = node;
    if (!only) add(node === head ? undefined : head, node);
    else if (only(node.slide)) add(undefined, node);
  }
  addRemoved(undefined);
  return levels;
}
