import * as vscode from 'vscode';
import type { Deck } from '../core/deck/deck';
import { inDocument } from '../core/deck/inDocument';
import { startOfLineNumber } from '../core/text/lineEnds';
import { tellFailure } from '../services/failures';
import { plainName } from '../services/plainText';
import type { Services } from '../services/services';
import type { DeckFeed } from '../slides/deckFeed';
import type { PreviewState } from '../slides/deckMessages';
import { followLink } from '../slides/links';
import type { FromWebview, MoveMessage, SlideId, StepMessage } from '../slides/messages';
import { moveSlide } from './moveSlide';

/** A user's gesture in the preview that concerns the editor. */
export interface SourceRequest {
  readonly document: vscode.TextDocument;
  readonly offset: number;
  /** Go there and take the keyboard focus, rather than only move the cursor of an open editor. */
  readonly open: boolean;
}

/** What the page reports about its user, other than the user's position. */
export type UserRequest = Extract<
  FromWebview,
  { readonly type: 'source' | 'notice' | 'save' | 'openLink' | 'move' | 'step' }
>;

/** Does what the user requests in the page that concerns the deck's text, its file or what it links to. */
export class Requests implements vscode.Disposable {
  readonly #sourceRequested = new vscode.EventEmitter<SourceRequest>();
  readonly onDidRequestSource = this.#sourceRequested.event;

  constructor(
    readonly feed: DeckFeed,
    readonly services: Services,
    readonly shown: () => Pick<PreviewState, 'document' | 'lost'>,
  ) {}

  dispose(): void {
    this.#sourceRequested.dispose();
  }

  receive(message: UserRequest): void {
    switch (message.type) {
      case 'source':
        this.#goToSource(message.id, message.line);
        break;
      case 'notice':
        this.#goToProblem(message.index);
        break;
      case 'save':
        this.#save();
        break;
      case 'openLink':
        followLink(message.href, this.shown().document, this.services);
        break;
      case 'move':
      case 'step':
        this.#moveSlide(message);
        break;
    }
  }

  requestSource(offset: number, open: boolean): void {
    this.#sourceRequested.fire({ document: this.shown().document, offset, open });
  }

  #goToSource(id: SlideId, line: number): void {
    const slide = this.feed.slideOf(id);
    if (!slide) return;
    const { text, lineEnds } = slide.content;
    const start = startOfLineNumber(text, Math.min(line, lineEnds));
    this.requestSource(inDocument(slide, { start, end: start }).start, true);
  }

  #goToProblem(index: number): void {
    const offset = this.feed.noticeOffset(index, this.shown().document);
    if (offset !== null) this.requestSource(offset, true);
  }

  #save(): void {
    const { document, lost } = this.shown();
    if (!lost) return;
    const name = plainName(document.uri);
    this.#tellFailure(this.services.lostFiles.save(document), (reason) =>
      vscode.l10n.t('{0} could not be saved: {1}', name, reason),
    );
  }

  #moveSlide(message: MoveMessage | StepMessage): void {
    const { document } = this.shown();
    const find = (deck: Deck, id: SlideId) =>
      document === this.shown().document ? this.feed.slideIn(deck, id) : undefined;
    this.#tellFailure(moveSlide(message, find, document, this.services.deckEdits), (reason) =>
      vscode.l10n.t('The slide could not be moved: {0}', reason),
    );
  }

  #tellFailure(work: Promise<unknown>, said: (reason: string) => string): void {
    tellFailure(work, this.services.log, said);
  }
}
