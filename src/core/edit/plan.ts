import type { Deck } from '../deck/deck';
import type { TextEdit } from '../text/textEdits';
import { anatomyOf } from './anatomy';

/** The edits of a deck, and the slides that they are about, by their index afterward. */
export interface DeckEdit {
  /** Sorted, without overlaps; spans are of the deck before the edit. Empty if nothing has to change. */
  readonly edits: readonly TextEdit[];
  /** Indices of the slides that were moved, made or changed, in the deck after the edit. */
  readonly slides: readonly number[];
}

/**
 * Why a deck can't be edited as intended. `no-separator`: its own pattern doesn't show what a separator looks
 * like, and there is none to copy. `ambiguous`: the text would be read as other slides. `nothing`: there is
 * nothing to do. `no-notes-separator`: the deck's own pattern doesn't show how notes begin. `several-notes`:
 * more than one line of the slide begins notes, so that none does. `separator-in-notes`: the notes would begin
 * other slides or notes. `conflict`: a merge conflict has to be resolved first.
 */
export interface Refusal {
  readonly refusal:
    | 'conflict'
    | 'no-separator'
    | 'ambiguous'
    | 'nothing'
    | 'no-notes-separator'
    | 'several-notes'
    | 'separator-in-notes';
}

/** An edit, or why there is none. */
export type EditResult = DeckEdit | Refusal;

/** A slide of the planned deck. */
export interface Part {
  readonly text: string;
  /** Index of the slide in the deck before the edit. New slides have none. */
  readonly slide?: number;
  /** Whether the text keeps its place; what is around it may change. */
  readonly stays: boolean;
  /** Whether to list it in `DeckEdit.slides`. */
  readonly chosen: boolean;
}

/** The columns of the planned deck. */
export type Plan = readonly (readonly Part[])[];

/** The deck as it is. */
export function planOf(deck: Deck): Part[][] {
  const { slides } = anatomyOf(deck);
  const columns: Part[][] = [];
  for (const { index, h } of deck.slides) {
    const { start, end } = slides[index]!;
    columns[h] ??= [];
    columns[h].push({ text: deck.text.slice(start, end), slide: index, stays: true, chosen: false });
  }
  return columns;
}

/** Where slides go: into a slide's stack, by the slide's index, or as separate columns before a column. */
export type Destination =
  | { readonly before: number }
  | { readonly after: number }
  | { readonly column: number };

/**
 * Puts columns into a plan whose slides are arranged as in the deck. In a stack they go one below the other.
 */
export function insertInto(plan: Plan, deck: Deck, columns: Plan, place: Destination): Plan {
  if ('column' in place) return plan.toSpliced(place.column, 0, ...columns);
  const { h, v } = deck.slides['before' in place ? place.before : place.after]!;
  return plan.with(h, plan[h]!.toSpliced('before' in place ? v : v + 1, 0, ...columns.flat()));
}

/** The plan without columns that have no slide left. */
export function withoutEmptyColumns(plan: Plan): Plan {
  return plan.filter((column) => column.length > 0);
}
