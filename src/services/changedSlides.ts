import * as vscode from 'vscode';
import type * as Renderer from '../bundles/renderer';
import { DeckChanges, markOf, type RemovedSlide, type SlideMark } from '../core/compare/deckChanges';
import type { Deck, Slide } from '../core/deck/deck';
import type { CurrentSlide } from './currentSlide';
import type { Decks } from './decks';
import { inTurns } from './inTurns';
import type { LastCommit } from './lastCommit';
import { loadBundle } from './loadBundle';
import { settings } from './settings';

/** Milliseconds without a keystroke after which a deck is compared; large decks wait longer. */
const TYPING_PAUSE = 200;
/** Milliseconds in which other events are handled together. */
const GATHERING = 20;

interface Followed {
  /** Counts comparisons: only the last one begun is wanted. */
  generation: number;
  /** How many milliseconds the last one took. */
  cost: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Null where decks are not compared. */
  changes: DeckChanges | null;
}

/**
 * Which slides of the decks that are shown differ from the last commit: compared a moment after the last
 * keystroke. Nothing is known of decks that the last commit does not have.
 */
export class ChangedSlides implements vscode.Disposable {
  readonly #followed = new Map<vscode.TextDocument, Followed>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscription: vscode.Disposable;

  /** A deck was compared, or is no longer. */
  readonly onDidChange = this.#changed.event;

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly decks: Decks,
    readonly currentSlide: CurrentSlide,
    readonly lastCommit: LastCommit,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.#subscription = vscode.Disposable.from(
      this.#changed,
      decks.onDidChange((document) => this.#onDocument(document)),
      currentSlide.onDidChangeShown(() => {
        for (const document of vscode.workspace.textDocuments) {
          if (currentSlide.isShown(document) !== this.#followed.has(document)) this.#onDocument(document);
        }
      }),
      lastCommit.onDidChange(() => this.#again()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('deckwright.markChangedSlides')) this.#again();
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.#onDocument(document);
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const { timer } of this.#followed.values()) clearTimeout(timer);
    this.#followed.clear();
  }

  /** Whether the deck is compared with the last commit, and its changes are marked. */
  isCompared(document: vscode.TextDocument): boolean {
    return this.#changesOf(document) !== null;
  }

  /** How a slide of the deck as it is now differs; undefined if it does not. */
  markOf(document: vscode.TextDocument, slide: Slide): SlideMark | undefined {
    return this.#changesOf(document)?.markOf(this.decks.deckOf(document), slide);
  }

  removedFrom(document: vscode.TextDocument): readonly RemovedSlide[] {
    return this.#changesOf(document)?.removedFrom(this.decks.deckOf(document)) ?? [];
  }

  /**
   * Compares a deck at once, whether or not changes are marked. Null if the last commit does not have it, undefined
   * if that can't be told.
   */
  async now(document: vscode.TextDocument): Promise<DeckChanges | null | undefined> {
    const before = await this.lastCommit.deckOf(document.uri);
    return before && this.#compare(before, this.decks.deckOf(document), () => true);
  }

  /** Brings up to date what is known of a deck whose changes are marked. */
  async refresh(document: vscode.TextDocument): Promise<void> {
    const followed = this.#followed.get(document);
    if (!followed) return;
    clearTimeout(followed.timer);
    const generation = ++followed.generation;
    const isWanted = () => followed.generation === generation && this.#followed.get(document) === followed;
    const before = this.#isMarked(document) ? await this.lastCommit.deckOf(document.uri) : null;
    if (!isWanted()) return;
    const start = performance.now();
    const changes = before ? await this.#compare(before, this.decks.deckOf(document), isWanted) : null;
    if (!isWanted()) return;
    followed.cost = performance.now() - start;
    if (!changes && !followed.changes) return;
    followed.changes = changes;
    this.#changed.fire(document);
  }

  #changesOf(document: vscode.TextDocument): DeckChanges | null {
    return this.#followed.get(document)?.changes ?? null;
  }

  #isMarked(document: vscode.TextDocument): boolean {
    return settings.markChangedSlides(document.uri) && this.decks.isDeck(document);
  }

  #onDocument(document: vscode.TextDocument): void {
    if (document.languageId !== 'markdown') return;
    const followed = this.#followed.get(document);
    if (!this.currentSlide.isShown(document)) {
      clearTimeout(followed?.timer);
      if (this.#followed.delete(document) && followed?.changes) this.#changed.fire(document);
    } else if (followed) this.#schedule(document, followed, Math.max(TYPING_PAUSE, 2 * followed.cost));
    else {
      const added: Followed = { generation: 0, cost: 0, timer: undefined, changes: null };
      this.#followed.set(document, added);
      this.#schedule(document, added, GATHERING);
    }
  }

  #again(): void {
    for (const [document, followed] of this.#followed) this.#schedule(document, followed, GATHERING);
  }

  #schedule(document: vscode.TextDocument, followed: Followed, delay: number): void {
    clearTimeout(followed.timer);
    followed.timer = setTimeout(() => {
      this.refresh(document).catch((error) => this.log.error('A deck could not be compared', error));
    }, delay);
  }

  /** Null if `goesOn` says that the result is no longer wanted. */
  async #compare(before: Deck, after: Deck, goesOn: () => boolean): Promise<DeckChanges | null> {
    const isSame = before.text === after.text && before.setup === after.setup;
    if (isSame) return new DeckChanges(before, after, { slides: [] }, []);
    const { compareDecks } = await loadBundle<typeof Renderer>(this.extensionUri, 'renderer.js');
    if (!goesOn()) return null;
    const comparison = compareDecks(before, after);
    const marks: (SlideMark | null)[] = [];
    // Marks need the slides that were edited to be rendered.
    const isDone = await inTurns(function* () {
      for (const change of comparison.slides) {
        if (change.after !== null) marks[change.after] = markOf(change);
        yield;
      }
    }, goesOn);
    return isDone ? new DeckChanges(before, after, comparison, marks) : null;
  }
}
