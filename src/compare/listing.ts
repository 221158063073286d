import type { DeckComparison, SlideChange } from '../core/compare/comparison';
import type { Deck, Slide } from '../core/deck/deck';
import { slideNumber } from '../core/deck/slideNumber';
import { notesOf, otherNotesOf } from '../core/edit/notes';
import { titleText } from '../services/slideWords';
import type { SlideId } from '../slides/messages';
import type { ChangesMessage, ListedChange, SavedVersions, SideName } from './messages';
import { changeInWords, deckInWords, kindOf, restoreLabel } from './words';

type OfBoth<Value> = Readonly<Record<SideName, Value>>;

/** Two decks as the page has them, and how they differ. */
export interface Compared {
  readonly result: DeckComparison;
  readonly decks: OfBoth<Deck>;
  readonly names: OfBoth<string>;
  readonly saved: SavedVersions | null;
  /** Whether the later deck is one that can be edited. */
  readonly isEditable: boolean;
  /** A slide's number in the page. */
  readonly ids: OfBoth<(index: number | null) => SlideId | null>;
}

/** What the page is told of the changes. */
export function changesMessage(compared: Compared): ChangesMessage {
  const { result, names, saved } = compared;
  return {
    type: 'changes',
    names,
    saved,
    changes: result.slides.flatMap((change) => listed(change, compared)),
    deck: deckInWords(result),
  };
}

function listed(change: SlideChange, { decks, ids, isEditable }: Compared): ListedChange[] {
  const kind = kindOf(change);
  if (!kind) return [];
  const before = change.before === null ? undefined : decks.before.slides[change.before];
  const after = change.after === null ? undefined : decks.after.slides[change.after];
  const number = after ? slideNumber(after, decks.after) : slideNumber(before!, decks.before);
  // Where only a file has changed there is nothing to restore in the deck.
  const isOnlyFile = kind === 'changed' && !change.isEdited && !change.isMoved;
  const hasOtherNotes = change.aspects.includes('notes');
  return [
    {
      before: ids.before(change.before),
      after: ids.after(change.after),
      kind,
      number,
      title: titleText((after ?? before)!),
      said: changeInWords(change),
      notes: hasOtherNotes
        ? { before: notesText(before!, decks.before), after: notesText(after!, decks.after) }
        : null,
      restore: isOnlyFile || !isEditable ? '' : restoreLabel(kind),
    },
  ];
}

function notesText({ content }: Slide, deck: Deck): string {
  return notesOf(content) ?? otherNotesOf(content, deck)?.text ?? '';
}
