import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { separatorLine, titleLine } from '../core/summary/slidePlaces';
import { slideTitle } from '../core/summary/titles';
import type { Services } from '../services/services';
import { SEPARATOR, slideDetails, slideName, slideState, subtitleText } from './words';

/**
 * The slides of a deck for breadcrumbs, Outline and Go to Symbol, those of a stack below its first. VS Code
 * shows them beside the headings that its own markdown support finds.
 */
export class SlideSymbols implements vscode.DocumentSymbolProvider {
  constructor(readonly services: Services) {}

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const { decks } = this.services;
    if (!decks.isDeck(document)) return [];
    const deck = decks.deckOf(document);
    const isRepeated = repeatedTitles(deck);
    const columns: vscode.DocumentSymbol[] = [];
    for (const slide of deck.slides) {
      const symbol = symbolOf(slide, deck, document, isRepeated(slide));
      const stack = columns[slide.h];
      if (!stack) {
        columns.push(symbol);
        continue;
      }
      stack.children.push(symbol);
      stack.range = stack.range.with({ end: symbol.range.end });
    }
    return columns;
  }
}

/** Breadcrumbs show only names, so the names must distinguish slides with the same title. */
function repeatedTitles({ slides }: Deck): (slide: Slide) => boolean {
  const counts = new Map<string, number>();
  for (const slide of slides) counts.set(titleOf(slide), (counts.get(titleOf(slide)) ?? 0) + 1);
  return (slide) => counts.get(titleOf(slide))! > 1;
}

function titleOf({ content }: Slide): string {
  const title = slideTitle(content);
  return 'text' in title ? title.text : title.kind;
}

function symbolOf(
  slide: Slide,
  deck: Deck,
  document: vscode.TextDocument,
  isRepeated: boolean,
): vscode.DocumentSymbol {
  const isStack = slide.stacked && slide.v === 0;
  // The dashes belong to the slide below them, and the frontmatter to the first.
  const start = new vscode.Position(separatorLine(deck, slide) ?? 0, 0);
  const whole = new vscode.Range(start, document.positionAt(slide.span.end));
  // Sticky scroll shows a slide by its title, not by its first lines.
  const title = document.lineAt(titleLine(deck, slide)).range;
  const name = slideName(slide, deck);
  const subtitle = isRepeated ? subtitleText(slide) : '';
  return new vscode.DocumentSymbol(
    subtitle ? name + SEPARATOR + subtitle : name,
    isRepeated ? slideState(slide, deck.dialect).join(SEPARATOR) : slideDetails(slide, deck.dialect),
    isStack ? vscode.SymbolKind.Array : vscode.SymbolKind.File,
    (ownLines(slide, document)?.intersection(whole) ?? whole).union(title),
    title,
  );
}

/**
 * In a merge conflict the lines of both sides' slides overlap, and breadcrumbs would only name the first: that of the
 * current side ends where the lines of the other begin. Null outside of conflicts.
 */
function ownLines({ conflict, span }: Slide, document: vscode.TextDocument): vscode.Range | null {
  if (!conflict) return null;
  const { side, conflicts } = conflict;
  const first = conflicts.find((each) => each[side].span.end > span.start) ?? conflicts[0]!;
  return side === 'current'
    ? new vscode.Range(new vscode.Position(0, 0), document.positionAt(first.current.span.end))
    : new vscode.Range(document.positionAt(first.incoming.span.start), document.positionAt(span.end));
}
