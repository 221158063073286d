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
    const incoming = new Set<vscode.DocumentSymbol>();
    for (const slide of deck.slides) {
      const symbol = symbolOf(slide, deck, document, isRepeated(slide));
      if (slide.conflict?.side === 'incoming') incoming.add(symbol);
      const stack = columns[slide.h];
      if (!stack) {
        columns.push(symbol);
        continue;
      }
      stack.children.push(symbol);
      stack.range = stack.range.with({ end: symbol.range.end });
    }
    // Breadcrumbs take the first symbol around the cursor: the lines of the current side's slide surround the others.
    const inFront = (symbols: vscode.DocumentSymbol[]) =>
      symbols.sort((a, b) => Number(incoming.has(b)) - Number(incoming.has(a)));
    if (incoming.size > 0) for (const { children } of columns) inFront(children);
    return incoming.size > 0 ? inFront(columns) : columns;
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
    (incomingLines(slide, document)?.intersection(whole) ?? whole).union(title),
    title,
  );
}

/** From the first to the last line that only the incoming side of a merge conflict has; null on the current side. */
function incomingLines({ conflict }: Slide, document: vscode.TextDocument): vscode.Range | null {
  if (conflict?.side !== 'incoming') return null;
  const spans = conflict.conflicts.map(({ incoming }) => incoming.span);
  return new vscode.Range(document.positionAt(spans[0]!.start), document.positionAt(spans.at(-1)!.end));
}
