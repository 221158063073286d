import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { findAgain, mergedNotes, notesOf, setNotes } from '../core/edit/editDeck';
import { tellFailure } from '../services/failures';
import type { Services } from '../services/services';
import type { SlideId } from '../slides/messages';
import type { ToPreview, WrittenNotes } from './messages';

/** Notes that are being written, and the slide they are of. */
interface Draft {
  readonly notes: WrittenNotes;
  readonly document: vscode.TextDocument;
  readonly slide: Slide;
}

/** Finds a slide of the page in a deck; undefined if it is gone, or the page shows another deck. */
export type FindSlide = (document: vscode.TextDocument, deck: Deck, id: SlideId) => Slide | undefined;

/** Writes notes into the deck when their author has finished them, or left them unfinished. */
export class NotesEdits {
  #draft: Draft | null = null;

  constructor(
    readonly services: Pick<Services, 'deckEdits' | 'log'>,
    readonly find: FindSlide,
    readonly post: (message: ToPreview, document: vscode.TextDocument) => void,
  ) {}

  /** Takes notes of a slide as the page has it. */
  take(notes: WrittenNotes, document: vscode.TextDocument, slide: Slide): void {
    this.#draft = { notes, document, slide };
    if (notes.isDone) this.finish();
  }

  /** Writes what there is so far: the page goes, or shows another deck. */
  finish(): void {
    const draft = this.#draft;
    this.#draft = null;
    if (!draft) return;
    tellFailure(this.#write(draft), this.services.log, (reason) =>
      vscode.l10n.t('The notes could not be changed: {0}', reason),
    );
  }

  async #write({ notes, document, slide }: Draft): Promise<void> {
    const { id, base, text } = notes;
    let isThere = false;
    let result = '';
    let isMerged = false;
    // Without an editor, VS Code closes documents after a while.
    const open = document.isClosed ? await vscode.workspace.openTextDocument(document.uri) : document;
    const applied = await this.services.deckEdits.apply(open, (deck, options) => {
      const found = this.find(document, deck, id) ?? findAgain(deck, slide);
      if (!found) {
        void offerCopy(text);
        return null;
      }
      const current = notesOf(found.content) ?? '';
      result = mergedNotes(current, base, text);
      isThere = result === current;
      isMerged = !isThere && current !== '' && result.startsWith(`${current}\n\n`) && current !== base;
      return isThere ? null : setNotes(deck, found.index, result, options);
    });
    const isTaken = applied !== null || isThere;
    this.post({ type: 'noted', id, text: isTaken ? result : null }, document);
    if (isTaken && isMerged) tellMerged();
  }
}

async function offerCopy(text: string): Promise<void> {
  const copy = vscode.l10n.t('Copy Notes');
  const said = vscode.l10n.t('The slide of these notes is no longer in the deck.');
  if ((await vscode.window.showWarningMessage(said, copy)) === copy)
    await vscode.env.clipboard.writeText(text);
}

function tellMerged(): void {
  const said = vscode.l10n.t(
    'The notes had changed in the deck in the meantime. What you wrote was added below them.',
  );
  void vscode.window.showInformationMessage(said);
}
