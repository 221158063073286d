import * as vscode from 'vscode';
import type { DeckChanges } from '../core/compare/deckChanges';
import { inDocument } from '../core/deck/inDocument';
import { textStart } from '../core/summary/slideAt';
import { documentName } from '../services/documentFile';
import type { Services } from '../services/services';

/** Goes to the slide before or after the current one, in the order of the text. */
export async function goToNeighbor({ currentSlide }: Services, step: 1 | -1): Promise<void> {
  const current = currentSlide.get();
  const neighbor = current?.deck.slides[current.slide.index + step];
  if (current && neighbor) await currentSlide.goTo(current.document, neighbor);
}

/**
 * Goes to the next or previous slide that differs from the last commit, from the last one to the first and the other way
 * round.
 */
export async function goToChanged(
  { changedSlides, currentSlide, decks }: Services,
  step: 1 | -1,
): Promise<void> {
  const document = currentSlide.get()?.document;
  if (!document) return;
  const changes = await changedSlides.now(document);
  const current = currentSlide.of(document);
  if (!current) return;
  const deck = decks.deckOf(document);
  const { length } = deck.slides;
  const places = Array.from(
    { length },
    (_, distance) => (current.index + step * (distance + 1) + length) % length,
  );
  const target = places.find((index) => changes?.markOf(deck, deck.slides[index]!));
  if (target !== undefined) await currentSlide.goTo(document, deck.slides[target]!);
  else void vscode.window.showInformationMessage(noneChanged(document, changes));
}

function noneChanged(document: vscode.TextDocument, changes: DeckChanges | null | undefined): string {
  if (changes) return vscode.l10n.t('No slide has changed since the last commit.');
  const name = documentName(document);
  return changes === null
    ? vscode.l10n.t('{0} is not in the last commit, so there is nothing to compare it with.', name)
    : vscode.l10n.t('Changed slides are known only for decks in a git repository that is open in VS Code.');
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
