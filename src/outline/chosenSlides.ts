import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { findAgain } from '../core/deck/editDeck';
import type { CurrentSlide } from '../services/currentSlide';
import { isSlide, type TreeNode } from './slideTree';

/** The slides a command is about. */
export interface ChosenSlides {
  readonly document: vscode.TextDocument;
  readonly slides: readonly Slide[];
  /** Chosen as entries of the view, where a stack's first slide stands for the stack. */
  readonly asEntries: boolean;
}

/** What a keybinding of the view gives to a command, instead of the entries that a menu gives. */
const FROM_KEYBOARD = 'view';

/**
 * The slides that a command was called on: by a menu or a key of the view its entries; else, as from the palette, the
 * slide the user is on.
 */
export async function chosenSlides(
  argument: TreeNode | typeof FROM_KEYBOARD | undefined,
  selected: readonly TreeNode[] | undefined,
  view: vscode.TreeView<TreeNode>,
  currentSlide: CurrentSlide,
): Promise<ChosenSlides | undefined> {
  if (!argument) {
    const current = currentSlide.get();
    return current && { document: current.document, slides: [current.slide], asEntries: false };
  }
  const nodes =
    argument === FROM_KEYBOARD ? await focusedNodes(view) : selected?.length ? selected : [argument];
  return asChosen(nodes);
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

/**
 * The entries a key pressed in the view is about: the one that has the focus, and with it all that are selected if it
 * is one of them. VS Code only tells which are selected, so it is asked to select the one with the focus for a moment.
 */
async function focusedNodes(view: vscode.TreeView<TreeNode>): Promise<readonly TreeNode[]> {
  const selections: (readonly TreeNode[])[] = [view.selection];
  const listening = view.onDidChangeSelection(({ selection }) => selections.push(selection));
  // Both at once, so that nothing else comes between them.
  const toggle = () => vscode.commands.executeCommand('list.toggleSelection');
  await Promise.all([toggle(), toggle()]);
  listening.dispose();
  // The current slide may be selected just before or after them: theirs is the step that was taken back.
  const start = selections.findIndex((before, place) => haveSame(before, selections[place + 2]));
  if (start < 0) return view.selection;
  const [before = [], toggled = []] = selections.slice(start);
  const focused = toggled.filter((node) => !before.includes(node));
  return focused.length > 0 ? focused : before;
}

function haveSame(nodes: readonly TreeNode[], others: readonly TreeNode[] | undefined): boolean {
  return nodes.length === others?.length && nodes.every((node) => others.includes(node));
}
