import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { type SlideId, SlideIds } from '../core/deck/slideIds';
import { type Rehearsal, withTime } from '../core/present/rehearsal';
import { elapsedAt, isNew, NEW_TIMER, paused, started, type Timer } from '../core/present/timer';
import { slideAtIndices } from '../core/summary/slideAt';
import type { DeckView } from '../services/currentSlide';
import type { Services } from '../services/services';
import type { Follower } from '../slides/fileFollower';
import type { PresentState, Screen, TimerAction } from './messages';
import type { PanelKind } from './pages';
import { Panel, type Place, type Presented, type Request } from './panel';

/** Where a presentation starts, or what is left of it after a reload of the window. */
export type Start = Omit<PresentState, 'document'>;

/** The start of a new presentation on this slide. */
export function startOn({ h, v }: Pick<Slide, 'h' | 'v'>): Start {
  return {
    h,
    v,
    part: 0,
    fragment: -1,
    screen: 'slides',
    timer: NEW_TIMER,
    pointing: false,
    notesSize: 1,
    rehearsal: null,
  };
}

/** What came of a rehearsal: for each slide of the deck how long it was shown, in milliseconds. */
export interface Rehearsed {
  readonly document: vscode.TextDocument;
  readonly times: readonly number[];
}

/** A deck that is presented: where it is, what the audience sees, the time. Its panels are views of it. */
export class Presentation implements Presented, DeckView, Follower, vscode.Disposable {
  readonly #panels = new Map<PanelKind, Panel>();
  readonly #viewChanged = new vscode.EventEmitter<{ readonly byUser: boolean }>();
  readonly #ended = new vscode.EventEmitter<void>();
  readonly onDidChangeView = this.#viewChanged.event;
  readonly #rehearsed = new vscode.EventEmitter<Rehearsed>();
  /** A rehearsal has ended. */
  readonly onDidRehearse = this.#rehearsed.event;
  /** The last panel was closed. */
  readonly onDidEnd = this.#ended.event;
  readonly #subscription: vscode.Disposable;
  #document: vscode.TextDocument;
  #lost = false;
  /** The shown slide outlives edits of the deck by its number. */
  readonly #ids = new SlideIds();
  #id: SlideId | undefined;
  #index = 0;
  #part = 0;
  #fragment = -1;
  #screen: Screen;
  #timer: Timer;
  #pointing: boolean;
  #notesSize: number;
  #rehearsal: Rehearsal | null;
  #isEnded = false;

  constructor(
    document: vscode.TextDocument,
    start: Start,
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {
    this.#document = document;
    this.#screen = start.screen;
    this.#timer = start.timer;
    this.#pointing = start.pointing;
    this.#notesSize = start.notesSize;
    const deck = this.#takeDeck();
    const times = start.rehearsal?.map((time, index) => [this.#ids.at(index) ?? index, time] as const);
    this.#rehearsal = times ? new Map(times) : null;
    const slide = slideAtIndices(deck, start.h, start.v) ?? deck.slides[0]!;
    this.#setPlace({ slide, part: start.part, fragment: start.fragment });
    services.lostFiles.watch(document.uri);
    this.#subscription = services.decks.onDidChange((changed) => this.#onDeckChange(changed));
  }

  dispose(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    for (const panel of [...this.#panels.values()]) panel.dispose();
    this.#subscription.dispose();
    this.#ended.fire();
    vscode.Disposable.from(this.#viewChanged, this.#rehearsed, this.#ended).dispose();
  }

  /** Takes a panel in until it is closed. */
  add(kind: PanelKind, panel: vscode.WebviewPanel): void {
    const added = new Panel(kind, panel, this, this.extensionUri, this.services);
    this.#panels.get(kind)?.dispose();
    this.#panels.set(kind, added);
    added.onDidClose(() => {
      if (this.#panels.get(kind) === added) this.#panels.delete(kind);
      if (this.#panels.size === 0) this.dispose();
    });
  }

  panel(kind: PanelKind): vscode.WebviewPanel | undefined {
    return this.#panels.get(kind)?.panel;
  }

  get document(): vscode.TextDocument {
    return this.#document;
  }

  get active(): boolean {
    return this.#some((panel) => panel.active);
  }

  get visible(): boolean {
    return this.#some((panel) => panel.visible);
  }

  #some(is: (panel: vscode.WebviewPanel) => boolean): boolean {
    return [...this.#panels.values()].some(({ panel }) => is(panel));
  }

  get shownSlide(): Slide {
    return this.place.slide;
  }

  /** What others show does not move a presentation: its audience would see it. */
  show(): void {}

  get place(): Place {
    const { slides } = this.#takeDeck();
    return { slide: slides[this.#index]!, part: this.#part, fragment: this.#fragment };
  }

  get elapsed(): number {
    return elapsedAt(this.#timer, Date.now());
  }

  get state(): PresentState {
    const { slide, part, fragment } = this.place;
    const { h, v } = slide;
    const rehearsal = this.#times();
    const document = this.#document.uri.toString();
    const [screen, timer, pointing, notesSize] = [this.#screen, this.#timer, this.#pointing, this.#notesSize];
    return { document, h, v, part, fragment, screen, timer, pointing, notesSize, rehearsal };
  }

  /** For each slide how long it was shown, in milliseconds; null if this is not a rehearsal. */
  #times(): number[] | null {
    const rehearsal = this.#rehearsal;
    return rehearsal && this.#takeDeck().slides.map(({ index }) => rehearsal.get(this.#ids.at(index)!) ?? 0);
  }

  /** Counts the time of the slide that is shown until now. */
  #count(): void {
    if (this.#rehearsal) this.#rehearsal = withTime(this.#rehearsal, this.#id!, this.elapsed);
  }

  /** Times each slide from now on, and starts with the first. */
  rehearse(): void {
    this.#rehearsal = new Map();
    this.#timer = started(NEW_TIMER, Date.now());
    this.goTo({ h: 0, v: 0 });
    this.#changed();
  }

  #endRehearsal(): void {
    this.#count();
    const times = this.#times();
    this.#rehearsal = null;
    this.#timer = paused(this.#timer, Date.now());
    if (times) this.#rehearsed.fire({ document: this.#document, times });
  }

  /** The user presents from here. */
  goTo(slide: Pick<Slide, 'h' | 'v'>): void {
    const found = slideAtIndices(this.#takeDeck(), slide.h, slide.v);
    if (!found || found.index === this.#index) return;
    this.#setPlace({ slide: found, part: 0, fragment: -1 });
    this.#changed();
    for (const panel of this.#panels.values()) panel.follow();
  }

  moved({ slide, part, fragment }: Place, from: Panel): void {
    const { slides } = this.#takeDeck();
    // The panel may not know of the last edit yet.
    const now = slides.find(({ content }) => content === slide.content) ?? slides[slide.index];
    if (!now) return;
    this.#count();
    this.#setPlace({ slide: now, part, fragment });
    if (isNew(this.#timer)) this.#timer = started(this.#timer, Date.now());
    this.#changed();
    for (const panel of this.#panels.values()) if (panel !== from) panel.follow();
    this.#viewChanged.fire({ byUser: true });
  }

  receive(message: Request, from: Panel): void {
    switch (message.type) {
      case 'screen':
        this.#screen = message.screen;
        break;
      case 'pointing':
        this.#pointing = message.on;
        break;
      case 'notesSize':
        this.#notesSize = message.size;
        break;
      case 'endRehearsal':
        this.#endRehearsal();
        break;
      case 'timer':
        if (message.action === 'reset' && this.#rehearsal) this.#rehearsal = new Map();
        this.#timer = this.#changedTimer(message.action);
        break;
      case 'point':
        for (const panel of this.#panels.values()) if (panel !== from) panel.showPoint(message);
        return;
    }
    this.#changed();
  }

  #changedTimer(action: TimerAction): Timer {
    if (action === 'reset') return NEW_TIMER;
    return this.#timer.since === null ? started(this.#timer, Date.now()) : paused(this.#timer, Date.now());
  }

  changedView(): void {
    this.#viewChanged.fire({ byUser: false });
  }

  get lost(): boolean {
    return this.#lost;
  }

  setLost(lost: boolean): void {
    this.#lost = lost;
  }

  /** The deck is in another document now. */
  moveTo(document: vscode.TextDocument): void {
    this.#lost = false;
    if (document === this.#document) return;
    this.#document = document;
    this.services.lostFiles.watch(document.uri);
    for (const panel of this.#panels.values()) panel.otherDocument();
    this.#changed();
    this.#viewChanged.fire({ byUser: false });
  }

  /** Settings, trust or files changed: nothing rendered so far is valid. */
  renderingsStale(): void {
    for (const panel of this.#panels.values()) panel.renderingsStale();
  }

  loadPages(): void {
    for (const panel of this.#panels.values()) panel.loadPage();
  }

  #onDeckChange(changed: vscode.TextDocument): void {
    if (changed.isClosed || changed.uri.toString() !== this.#document.uri.toString()) return;
    // If it was closed in the meantime, it is another document now.
    this.#document = changed;
    for (const panel of this.#panels.values()) panel.refresh();
    this.#changed();
  }

  #changed(): void {
    for (const panel of this.#panels.values()) panel.showState();
  }

  /** The deck as it is now. If it has lost the shown slide, the one that took its place is shown. */
  #takeDeck(): Deck {
    const deck = this.services.decks.deckOf(this.#document);
    this.#ids.update(deck.slides);
    const index = this.#id === undefined ? undefined : this.#ids.indexOf(this.#id);
    if (index !== undefined) this.#index = index;
    else {
      this.#index = Math.min(this.#index, deck.slides.length - 1);
      this.#id = this.#ids.at(this.#index);
      this.#part = 0;
      this.#fragment = -1;
    }
    return deck;
  }

  #setPlace({ slide, part, fragment }: Place): void {
    this.#index = slide.index;
    this.#id = this.#ids.at(slide.index);
    this.#part = part;
    this.#fragment = fragment;
  }
}
