import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { slideNumber } from '../core/deck/slideNumber';
import { slideAt } from '../core/summary/slideAt';
import { separatorLine } from '../core/summary/slidePlaces';
import type { Services } from '../services/services';
import { settings } from '../services/settings';

/** Shows each visible slide's number unobtrusively after the separator above it. */
export class SlideNumbers implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 1em' },
  });
  readonly #subscription: vscode.Disposable;

  constructor(readonly services: Services) {
    this.#subscription = vscode.Disposable.from(
      this.#type,
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#show(textEditor)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#showAll()),
      services.decks.onDidChange((document) => {
        for (const editor of vscode.window.visibleTextEditors) {
          if (editor.document === document) this.#show(editor);
        }
      }),
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

  #show(editor: vscode.TextEditor): void {
    const { document } = editor;
    if (document.languageId !== 'markdown') return;
    const { decks } = this.services;
    const shown = settings.slideNumbers(document.uri) && decks.isDeck(document);
    editor.setDecorations(this.#type, shown ? numbersInSight(editor, decks.deckOf(document)) : []);
  }
}

function numbersInSight(editor: vscode.TextEditor, deck: Deck): vscode.DecorationOptions[] {
  const { document, visibleRanges } = editor;
  const options: vscode.DecorationOptions[] = [];
  let next = 0;
  // There are several ranges if something is folded, and a slide may extend into more than one.
  for (const { start, end } of visibleRanges) {
    next = Math.max(next, slideAt(deck, document.offsetAt(start)).index);
    for (; next < deck.slides.length && deck.slides[next]!.line <= end.line + 1; next++) {
      const option = numberOf(deck.slides[next]!, deck, document);
      if (option) options.push(option);
    }
  }
  return options;
}

function numberOf(
  slide: Slide,
  deck: Deck,
  document: vscode.TextDocument,
): vscode.DecorationOptions | undefined {
  const line = separatorLine(deck, slide);
  if (line === null) return undefined;
  const { end } = document.lineAt(line).range;
  return {
    range: new vscode.Range(end, end),
    renderOptions: { after: { contentText: slideNumber(slide, deck) } },
  };
}
