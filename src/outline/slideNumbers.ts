import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { slideNumber } from '../core/deck/slideNumber';
import { slideAt } from '../core/summary/slideAt';
import { separatorLine } from '../core/summary/slidePlaces';
import { getOrSet } from '../core/text/getOrSet';
import type { Services } from '../services/services';
import { settings } from '../services/settings';
import { colorOf, REMOVED_COLOR } from './changeBadges';
import type { ViewOptions } from './viewOptions';
import { markInWords, SEPARATOR } from './words';

const NUMBER_COLOR = 'editorCodeLens.foreground';

/**
 * Shows each visible slide's number unobtrusively after the separator above it, and how the slide differs from the last
 * commit.
 */
export class SlideNumbers implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({ after: { margin: '0 0 0 1em' } });
  readonly #subscription: vscode.Disposable;

  constructor(
    readonly services: Services,
    readonly options: ViewOptions,
  ) {
    const { decks, changedSlides } = services;
    this.#subscription = vscode.Disposable.from(
      this.#type,
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#show(textEditor)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#showAll()),
      decks.onDidChange((document) => this.#showIn(document)),
      changedSlides.onDidChange((document) => this.#showIn(document)),
      options.onDidChange(() => this.#showAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('deckwright.slideNumbers')) this.#showAll();
      }),
    );
    this.#showAll();
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #showAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.#show(editor);
  }

  #showIn(document: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) this.#show(editor);
    }
  }

  #show(editor: vscode.TextEditor): void {
    const { document } = editor;
    if (document.languageId !== 'markdown') return;
    const { decks } = this.services;
    const shown = decks.isDeck(document) ? this.#inSight(editor, decks.deckOf(document)) : [];
    editor.setDecorations(this.#type, shown);
  }

  #inSight(editor: vscode.TextEditor, deck: Deck): vscode.DecorationOptions[] {
    const { document, visibleRanges } = editor;
    const labelOf = this.#labels(document, deck);
    // Both sides of a merge conflict may have slides below one separator.
    const byLine = new Map<number, Slide[]>();
    let next = 0;
    // There are several ranges if something is folded, and a slide may extend into more than one.
    for (const { start, end } of visibleRanges) {
      next = Math.max(next, slideAt(deck, document.offsetAt(start)).index);
      for (; next < deck.slides.length && deck.slides[next]!.line <= end.line + 1; next++) {
        const slide = deck.slides[next]!;
        const line = separatorLine(deck, slide) ?? lineAbove(deck, document);
        if (line !== null) getOrSet(byLine, line, (): Slide[] => []).push(slide);
      }
    }
    return [...byLine].flatMap(([line, slides]) => {
      const after = labelOf(slides);
      return after ? { range: atEnd(document, line), renderOptions: { after } } : [];
    });
  }

  /** What is said about the slides below a separator; null if there is nothing to say. */
  #labels(
    document: vscode.TextDocument,
    deck: Deck,
  ): (slides: readonly Slide[]) => vscode.ThemableDecorationAttachmentRenderOptions | null {
    const { changedSlides } = this.services;
    const hasNumbers = settings.slideNumbers(document.uri);
    const removed = this.options.has('removed') ? changedSlides.removedFrom(document) : [];
    const isLast = ({ index }: Slide) => index === deck.slides.length - 1;
    return (slides) => {
      const marks = slides.flatMap((slide) => changedSlides.markOf(document, slide) ?? []);
      const above = removed.filter(({ next }) => slides.some(({ index }) => index === next)).length;
      const below = slides.some(isLast) ? removed.filter(({ next }) => next === null).length : 0;
      const parts = [
        ...slides.map((slide) => (hasNumbers && slide.index > 0 ? slideNumber(slide, deck) : '')),
        ...marks.map(markInWords),
        above > 0 ? removedAbove(above) : '',
        below > 0 ? removedBelow(below) : '',
      ].filter(Boolean);
      const changeColor = marks[0] ? colorOf(marks[0]) : above + below > 0 ? REMOVED_COLOR : NUMBER_COLOR;
      return parts.length > 0
        ? { contentText: parts.join(SEPARATOR), color: new vscode.ThemeColor(changeColor) }
        : null;
    };
  }
}

/** The last line of the frontmatter, above the first slide. */
function lineAbove({ frontMatter }: Deck, document: vscode.TextDocument): number | null {
  return frontMatter && document.positionAt(frontMatter.span.end).line;
}

function atEnd(document: vscode.TextDocument, line: number): vscode.Range {
  const { end } = document.lineAt(line).range;
  return new vscode.Range(end, end);
}

function removedAbove(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 slide removed above')
    : vscode.l10n.t('{0} slides removed above', count);
}

function removedBelow(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 slide removed below')
    : vscode.l10n.t('{0} slides removed below', count);
}
