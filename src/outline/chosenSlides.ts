import type * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { findAgain } from '../core/edit/editDeck';
import { isSlide, type TreeNode } from './slideTree';

/** The slides a command is about. */
export interface ChosenSlides {
  readonly document: vscode.TextDocument;
  readonly slides: readonly Slide[];
  /** Chosen as entries of the view, where a stack's first slide stands for the stack. */
  readonly asEntries: boolean;
}

/** The slides that entries of the view stand for. Undefined for no entry. */
export function asChosen(nodes: readonly TreeNode[]): ChosenSlides | undefined {
  const slides = nodes.filter(isSlide);
  const document = slides[0]?.document;
  return document && { document, slides: slides.map(({ slide }) => slide), asEntries: true };
}

/** The chosen slides as they are in the deck now, in its order; null where one of them is gone. */
export function findChosen(deck: Deck, { slides }: ChosenSlides): Slide[] | null {
  const found = slides.map((slide) => findAgain(deck, slide));
  if (!found.every((slide) => slide !== undefined)) return null;
  return found.sort((one, other) => one.index - other.index);
}

/** The indices of slides, where they are entries of the view with those of the stacks they stand for. */
export function indicesOf(deck: Deck, slides: readonly Slide[], asEntries: boolean): number[] {
  if (!asEntries) return slides.map(({ index }) => index);
  const stacks = new Set(slides.filter(({ v }) => v === 0).map(({ h }) => h));
  const chosen = new Set(slides.map(({ index }) => index));
  return deck.slides.filter(({ index, h }) => chosen.has(index) || stacks.has(h)).map(({ index }) => index);
}

/** The entries that stand for slides: those of a stack whose first is among them are part of its entry. */
export function entriesOf(slides: readonly Slide[]): Slide[] {
  const stacks = new Set(slides.filter(({ v }) => v === 0).map(({ h }) => h));
  return slides.filter(({ h, v }) => v === 0 || !stacks.has(h));
}
