import * as vscode from 'vscode';
import { slideAt } from '../core/summary/slideAt';
import type { Services } from '../services/services';
import { settings } from '../services/settings';
import type { Preview } from './preview';
import type { SourceRequest } from './requests';

/**
 * Keeps cursor and preview in step. The editor moves the preview whenever the cursor reaches another slide;
 * the preview moves the cursor only after a user's gesture in it. What one side did because of the other is
 * not sent back.
 */
export class EditorSync implements vscode.Disposable {
  /**
   * Where we put the cursor of an editor ourselves, oldest first: the events that follow are not the user's
   * movements. Several may be on their way when slides are turned quickly.
   */
  readonly #placed = new WeakMap<vscode.TextEditor, vscode.Position[]>();
  readonly #subscription: vscode.Disposable;

  constructor(
    readonly services: Services,
    readonly previews: () => Iterable<Preview>,
  ) {
    this.#subscription = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) =>
      this.#onSelection(textEditor),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #onSelection(editor: vscode.TextEditor): void {
    if (this.#isOurs(editor) || this.services.deckEdits.isMovingCursor) return;
    const sync = settings.sync(editor.document.uri);
    if (sync !== 'both' && sync !== 'editorToPreview') return;
    this.showCursorSlide(editor);
  }

  #isOurs(editor: vscode.TextEditor): boolean {
    const placed = this.#placed.get(editor) ?? [];
    const index = placed.findIndex((position) => position.isEqual(editor.selection.active));
    // VS Code may leave out the events of earlier moves; and when the user moves the cursor, none is left to
    // wait for.
    this.#placed.set(editor, index < 0 ? [] : placed.slice(index + 1));
    return index >= 0;
  }

  /** Moves the previews of the editor's deck to the slide the cursor is in. */
  showCursorSlide(editor: vscode.TextEditor): void {
    for (const preview of this.previews()) {
      if (preview.document === editor.document) {
        const deck = this.services.decks.deckOf(editor.document);
        preview.show(slideAt(deck, editor.document.offsetAt(editor.selection.active)), 'editor');
      }
    }
  }

  /** A gesture in a preview: moves the cursor of the deck's editor, or opens an editor on request. */
  async goToSource({ document, offset, open }: SourceRequest): Promise<void> {
    const sync = settings.sync(document.uri);
    if (!open && sync !== 'both' && sync !== 'previewToEditor') return;
    const editor = open ? await this.#openEditor(document) : this.services.currentSlide.editorOf(document);
    if (!editor) return;
    const position = document.positionAt(offset);
    if (!open && this.#isOnSlide(editor, offset)) return;
    if (!editor.selection.active.isEqual(position)) {
      this.#placed.set(editor, [...(this.#placed.get(editor) ?? []), position]);
    }
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(
      new vscode.Range(position, position),
      vscode.TextEditorRevealType.InCenterIfOutsideViewport,
    );
  }

  #openEditor(document: vscode.TextDocument): Promise<vscode.TextEditor | undefined> {
    const { currentSlide } = this.services;
    const viewColumn = currentSlide.editorOf(document)?.viewColumn ?? otherColumn();
    return currentSlide.showEditor(document, { viewColumn });
  }

  #isOnSlide(editor: vscode.TextEditor, offset: number): boolean {
    const deck = this.services.decks.deckOf(editor.document);
    const cursor = editor.document.offsetAt(editor.selection.active);
    return slideAt(deck, cursor) === slideAt(deck, offset);
  }
}

/** Beside the preview the user just clicked in, not over it. */
function otherColumn(): vscode.ViewColumn {
  const active = vscode.window.tabGroups.activeTabGroup.viewColumn;
  return active === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}
