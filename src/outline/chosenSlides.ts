import type * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { findAgain } from '../core/edit/editDeck';
import { isSlide, type TreeNode } from './slideTree';

/** The slides a command is about. */
export interface ChosenSlides {
  readonly document: vscode.TextDocument;
  readonly slides: readonly Slide[];
  /** Chosen as entries of the view where a stack's first slide represents the stack. */
  readonly asEntries: boolean;
}

/** The slides that entries of the view represent. Undefined if none is a slide of the deck. */
export function asChosen(nodes: readonly TreeNode[], asEntries: boolean): ChosenSlides | undefined {
  const slides = nodes.filter(isSlide);
  const document = slides[0]?.document;
  return document && { document, slides: slides.map(({ slide }) => slide), asEntries };
}

/** The chosen slides as they are in the deck now, in its order; null if one of them is gone. */
export function findChosen(deck: Deck, { slides }: ChosenSlides): Slide[] | null {
  const found = slides.map((slide) => findAgain(deck, slide));
  if (!found.every((slide) => slide !== undefined)) return null;
  return found.sort((one, other) => one.index - other.index);
}

/** The indices of slides; for entries of the view, including those of the stacks they represent. */
export function indicesOf(deck: Deck, slides: readonly Slide[], asEntries: boolean): number[] {
  if (!asEntries) return slides.map(({ index }) => index);
  const stacks = new Set(slides.filter(({ v }) => v === 0).map(({ h }) => h));
  const chosen = new Set(slides.map(({ index }) => index));
  return deck.slides.filter(({ index, h }) => chosen.has(index) || stacks.has(h)).map(({ index }) => index);
}

/**
 * The entries that represent slides: those of a stack whose first slide is included are part of its entry.
 */
export function entriesOf(slides: readonly Slide[]): Slide[] {
  const stacks = new Set(slides.filter(({ v }) => v === 0).map(({ h }) => h));
  return slides.filter(({ h, v }) => v === 0 || !stacks.has(h));
}
