import * as vscode from 'vscode';
import { takeSide } from '../core/edit/editDeck';
import { tellFailure } from '../services/failures';
import type { Services } from '../services/services';
import { sideName } from '../services/slideWords';
import type { DeckFeed } from '../slides/deckFeed';
import type { SlideId } from '../slides/messages';
import type { PageLink } from '../slides/pageLink';
import { readTakeMessage, type ToPreview } from './messages';

/** The slides in merge conflicts: what the page is told of them, and which ones its user takes. */
export class Conflicts {
  #told = NONE;

  constructor(
    readonly feed: DeckFeed,
    readonly page: PageLink<ToPreview>,
    readonly document: () => vscode.TextDocument,
    readonly services: Services,
  ) {}

  /** The page is gone, or is about to show another deck. */
  leave(): void {
    this.#told = NONE;
  }

  update(): void {
    const { deck } = this.feed;
    if (!this.page.ready || !deck) return;
    const sides = deck.slides.flatMap((slide): [SlideId, string][] => {
      const id = this.feed.idAt(slide.index);
      return slide.conflict && id !== undefined ? [[id, sideName(slide)]] : [];
    });
    const told = JSON.stringify(sides);
    if (told === this.#told) return;
    this.#told = told;
    this.page.post({
      type: 'conflict',
      sides,
      words: { take: vscode.l10n.t('Take This Slide'), takeBoth: vscode.l10n.t('Take Both') },
    });
  }

  /** Takes a message of the page if it is about a conflict. */
  take(value: unknown): void {
    const message = readTakeMessage(value);
    if (!message) return;
    const document = this.document();
    const taking = this.services.deckEdits.apply(document, (deck, options) => {
      const slide = document === this.document() ? this.feed.slideIn(deck, message.id) : undefined;
      return slide ? takeSide(deck, slide.index, message.taken, options) : { refusal: 'changed' };
    });
    tellFailure(taking, this.services.log, (reason) =>
      vscode.l10n.t('The merge conflict could not be resolved: {0}', reason),
    );
  }
}

/** A page that knows nothing shows no slide as one of a conflict. */
const NONE = '[]';
