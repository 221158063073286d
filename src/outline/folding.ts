import * as vscode from 'vscode';
import type { Slide } from '../core/deck/deck';
import { lastLine, titleLine } from '../core/summary/slidePlaces';
import type { Services } from '../services/services';

/**
 * Slides and stacks fold to their title. They are regions, so that "Fold All Regions" turns the deck into a
 * table of contents.
 */
export class SlideFolding implements vscode.FoldingRangeProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeFoldingRanges = this.#changed.event;
  readonly #subscription: vscode.Disposable;

  constructor(readonly services: Services) {
    this.#subscription = services.decks.onDidChange(() => this.#changed.fire());
  }

  dispose(): void {
    vscode.Disposable.from(this.#subscription, this.#changed).dispose();
  }

  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] {
    const { decks } = this.services;
    if (!decks.isDeck(document)) return [];
    const deck = decks.deckOf(document);
    const { slides } = deck;
    return slides.flatMap((slide) => {
      const title = titleLine(deck, slide);
      const last = lastLine(deck, slide);
      if (!slide.stacked || slide.v > 0) return fold(title, last);
      // Two folds can't begin on the same line: the stack gets the title's line, its first slide the next
      // line with text.
      let below = title + 1;
      while (below < last && document.lineAt(below).isEmptyOrWhitespace) below++;
      return [...fold(title, lastLine(deck, endOfStack(slides, slide))), ...fold(below, last)];
    });
  }
}

function fold(start: number, end: number): vscode.FoldingRange[] {
  return end > start ? [new vscode.FoldingRange(start, end, vscode.FoldingRangeKind.Region)] : [];
}

function endOfStack(slides: readonly Slide[], { h, index }: Slide): Slide {
  let end = index;
  while (slides[end + 1]?.h === h) end++;
  return slides[end]!;
}
