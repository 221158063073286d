import * as vscode from 'vscode';
import { findAgain, moveSlides, placeBeside } from '../core/edit/editDeck';
import type { Change } from '../services/deckEdits';
import type { Services } from '../services/services';
import { findChosen, indicesOf } from './chosenSlides';
import type { SlidesView } from './slidesView';
import { isSlide, type TreeNode } from './slideTree';

/** VS Code passes data of this type to no other view. */
const MEDIA_TYPE = 'application/vnd.code.tree.deckwright.slides';

/**
 * The type under which VS Code offers the addresses of dragged entries, which only badges use: nobody should
 * open or write them.
 */
const ADDRESSES = 'text/uri-list';

/**
 * Slides dragged within the view. They go after the entry they are dropped on, at its level: after a column
 * as columns, below a slide of a stack into that stack. Dropped below all entries they become the last
 * columns.
 */
export class SlideDragAndDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [MEDIA_TYPE, ADDRESSES];
  readonly dropMimeTypes = [MEDIA_TYPE];

  constructor(
    readonly services: Services,
    readonly slidesView: SlidesView,
  ) {}

  handleDrag(nodes: readonly TreeNode[], dataTransfer: vscode.DataTransfer): void {
    dataTransfer.set(MEDIA_TYPE, new vscode.DataTransferItem(nodes));
    dataTransfer.set(ADDRESSES, new vscode.DataTransferItem(''));
  }

  async handleDrop(target: TreeNode | undefined, dataTransfer: vscode.DataTransfer): Promise<void> {
    const nodes: readonly TreeNode[] = dataTransfer.get(MEDIA_TYPE)?.value ?? [];
    await this.slidesView.turns.take(async () => {
      const dragged = this.slidesView.chosen(nodes);
      // Neither a group of slides nor a removed one is a place among them.
      if (!dragged || (target && !isSlide(target)) || (target && target.document !== dragged.document))
        return undefined;
      const { document } = dragged;
      const move: Change = (deck, options) => {
        const slides = findChosen(deck, dragged);
        const above = target ? findAgain(deck, target.slide) : deck.slides.findLast(({ v }) => v === 0);
        if (!slides || !above) return { refusal: 'changed' };
        return moveSlides(
          deck,
          indicesOf(deck, slides, dragged.asEntries),
          placeBeside(above, 'after'),
          options,
        );
      };
      return (
        (await this.slidesView.edit(document, () => this.services.deckEdits.apply(document, move))) ??
        undefined
      );
    });
  }
}
