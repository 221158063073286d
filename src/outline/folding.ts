import * as vscode from 'vscode';
import type { Slide } from '../core/deck/deck';
import { lastLine, titleLine } from '../core/summary/slidePlaces';
import type { Services } from '../services/services';

/**
 * Slides and stacks fold to their title. They are regions, so that "Fold All Regions" makes a table of contents of the
 * deck.
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
    const { slides } = decks.deckOf(document);
    return slides.flatMap((slide) => {
      const title = titleLine(slide);
      const last = lastLine(slide);
      if (!slide.stacked || slide.v > 0) return fold(title, last);
      // Two folds can't begin in the same line: the stack has the title's, its first slide the next with text.
      let below = title + 1;
      while (below < last && document.lineAt(below).isEmptyOrWhitespace) below++;
      return [...fold(title, lastLine(endOfStack(slides, slide))), ...fold(below, last)];
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
