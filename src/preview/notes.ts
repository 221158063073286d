import type * as vscode from 'vscode';
import type { Services } from '../services/services';
import { settings } from '../services/settings';
import type { DeckFeed } from '../slides/deckFeed';
import type { PageLink } from '../slides/pageLink';
import { readWrittenNotes, type ToPreview } from './messages';
import { NotesEdits } from './notesEdits';
import { NotesFeed } from './notesFeed';

/** The notes below the slide: what the page is told of them, and what its user writes. */
export class Notes implements vscode.Disposable {
  readonly #told: NotesFeed;
  readonly #edits: NotesEdits;
  /** The notes are to have the keyboard focus once they are shown. */
  #isWanted = false;
  #isDisposed = false;

  constructor(
    readonly feed: DeckFeed,
    readonly page: PageLink<ToPreview>,
    readonly document: () => vscode.TextDocument,
    services: Services,
  ) {
    this.#told = new NotesFeed((message) => page.post(message));
    this.#edits = new NotesEdits(
      services,
      (document, deck, id) => (this.#isShown(document) ? feed.slideIn(deck, id) : undefined),
      (message, document) => this.#isShown(document) && page.post(message),
    );
  }

  #isShown(document: vscode.TextDocument): boolean {
    return !this.#isDisposed && document.uri.toString() === this.document().uri.toString();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#edits.finish();
  }

  /** The page knows nothing. */
  pageLost(): void {
    this.#told.forget();
  }

  /** The page is about to show another deck. */
  otherDeck(): void {
    this.#edits.finish();
    this.#told.forget();
  }

  /** Gives them the keyboard focus with the next update. */
  focus(): void {
    this.#isWanted = true;
  }

  update(): void {
    const { deck } = this.feed;
    if (!this.page.ready || !deck) return;
    this.#told.update(deck, (index) => this.feed.idAt(index), settings.notes(this.document().uri));
    if (!this.#isWanted) return;
    this.#isWanted = false;
    this.page.post({ type: 'editNotes' });
  }

  /** Takes a message of the page if it is about notes. */
  take(value: unknown): void {
    const notes = readWrittenNotes(value);
    const document = this.document();
    if (notes?.document !== document.uri.toString()) return;
    const slide = this.feed.slideOf(notes.id);
    if (slide) this.#edits.take(notes, document, slide);
  }
}
