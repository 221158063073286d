import * as vscode from 'vscode';
import { placeAt } from '../../core/authoring/place/placeAt';
import { isPlaceholder } from '../../core/community/handles';
import type { Services } from '../../services/services';

/** A snippet's tab stop that is a handle. */
export interface HandleStop {
  /** Its first place, without `@`. */
  readonly range: vscode.Range;
  /** Whether all of it is selected, as when the user has just come to it. */
  readonly isSelected: boolean;
}

/**
 * Opens the list of handles at a tab stop that is a handle. VS Code opens lists by itself only for choices,
 * which do not say who somebody is, and get in the way of typing another name.
 */
export class HandleStops implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  /** The stop the user came to last: during typing, VS Code reports the cursors later than the text. */
  #last: { readonly document: vscode.TextDocument; readonly start: vscode.Position } | undefined;

  constructor(readonly services: Services) {
    this.#subscription = vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // Tab stops are reached by command, not by cursor keys or the mouse.
      if (kind === vscode.TextEditorSelectionChangeKind.Command) void this.open(textEditor);
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /**
   * Does nothing if no handle is selected. To be called for the first stop, which is reached without a
   * command.
   */
  async open(editor: vscode.TextEditor): Promise<void> {
    const range = this.#selectedIn(editor);
    if (!range || editor !== vscode.window.activeTextEditor) return;
    this.#last = { document: editor.document, start: range.start };
    // Not as if requested by hand: this way the list closes as soon as nothing matches what is typed.
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    // The user may already be at the next stop.
    const isThere = editor === vscode.window.activeTextEditor && this.#selectedIn(editor)?.isEqual(range);
    if (!isThere) await vscode.commands.executeCommand('hideSuggestWidget');
  }

  /** The tab stop that ends at an offset, if it is the one the user came to last. */
  at(document: vscode.TextDocument, offset: number): HandleStop | undefined {
    const range = this.#handleAt(document, offset);
    const isLast = this.#last?.document === document && range && this.#last.start.isEqual(range.start);
    if (!isLast) return undefined;
    const editor = vscode.window.activeTextEditor;
    const isSelected = editor?.document === document && this.#selectedIn(editor)?.isEqual(range) === true;
    return { range, isSelected };
  }

  /** A handle that is selected in all its places, link and text, or one as left by a template. */
  #selectedIn({ document, selections }: vscode.TextEditor): vscode.Range | undefined {
    const [first] = selections;
    if (!first || first.isEmpty) return undefined;
    const text = document.getText(first);
    const isStop =
      selections.length > 1
        ? selections.every((selection) => document.getText(selection) === text)
        : isPlaceholder(text);
    const range = isStop ? this.#handleAt(document, document.offsetAt(first.end)) : undefined;
    return range?.isEqual(first) ? range : undefined;
  }

  #handleAt(document: vscode.TextDocument, offset: number): vscode.Range | undefined {
    const { decks } = this.services;
    const place = decks.isDeck(document) ? placeAt(decks.deckOf(document), offset) : null;
    if (place?.kind !== 'handle') return undefined;
    const { start, end } = place.span;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    return document.getText(range).startsWith('@') ? range.with(range.start.translate(0, 1)) : range;
  }
}
