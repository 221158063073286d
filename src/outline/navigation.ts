import * as vscode from 'vscode';
import { inDocument } from '../core/deck/inDocument';
import { textStart } from '../core/summary/slideAt';
import type { Services } from '../services/services';

/** Goes to the slide before or after the current one, in the order of the text. */
export async function goToNeighbor({ currentSlide }: Services, step: 1 | -1): Promise<void> {
  const current = currentSlide.get();
  const neighbor = current?.deck.slides[current.slide.index + step];
  if (current && neighbor) await currentSlide.goTo(current.document, neighbor);
}

/** Selects the text of the current slide, notes included, without the blank lines around it. */
export async function selectSlide({ currentSlide }: Services): Promise<void> {
  const current = currentSlide.get();
  if (!current) return;
  const { document, slide } = current;
  const viewColumn = currentSlide.editorOf(document)?.viewColumn;
  const editor = await currentSlide.showEditor(document, { viewColumn });
  if (!editor) return;
  const start = textStart(slide);
  const { end } = inDocument(slide, { start: 0, end: slide.content.text.trimEnd().length });
  editor.selection = new vscode.Selection(
    document.positionAt(start),
    document.positionAt(Math.max(start, end)),
  );
  editor.revealRange(editor.selection);
}
