import * as vscode from 'vscode';
import type { Deck, SlideContent } from '../core/deck/deck';
import { notesOf, otherNotesOf } from '../core/edit/editDeck';
import type { SlideId } from '../slides/messages';
import type { NotesWords, SlideNotes, ToPreview } from './messages';

/** Keeps a page informed about the notes of all slides, so that none have to be waited for. */
export class NotesFeed {
  readonly #sent = new Map<SlideId, SlideContent>();
  #isShown: boolean | undefined;

  constructor(readonly post: (message: ToPreview) => void) {}

  /** The page knows nothing, or another deck. */
  forget(): void {
    this.#sent.clear();
    this.#isShown = undefined;
  }

  update(deck: Deck, idAt: (index: number) => SlideId | undefined, isShown: boolean): void {
    const notes = isShown ? this.#changed(deck, idAt) : [];
    if (notes.length === 0 && isShown === this.#isShown) return;
    this.post({ type: 'notes', isShown, notes, words: words() });
    this.#isShown = isShown;
  }

  #changed(deck: Deck, idAt: (index: number) => SlideId | undefined): [SlideId, SlideNotes][] {
    return deck.slides.flatMap(({ index, content }) => {
      const id = idAt(index);
      if (id === undefined || this.#sent.get(id) === content) return [];
      this.#sent.set(id, content);
      return [[id, shownNotes(content, deck)]];
    });
  }
}

function shownNotes(content: SlideContent, deck: Deck): SlideNotes {
  const text = notesOf(content);
  const other = text === null ? otherNotesOf(content, deck) : null;
  return other ?? { text: text ?? '', line: null };
}

function words(): NotesWords {
  return {
    label: vscode.l10n.t('Speaker notes'),
    height: vscode.l10n.t('Height of the notes'),
    none: vscode.l10n.t('No speaker notes yet'),
    elsewhere: vscode.l10n.t('These notes can be edited only in the deck.'),
    showSource: vscode.l10n.t('Show in the Deck'),
    changed: vscode.l10n.t('The notes have changed in the deck. Yours will be added below them.'),
    unsaved: vscode.l10n.t('These notes are not in the deck yet.'),
  };
}
