import * as vscode from 'vscode';
import type { ShownSlide } from '../services/currentSlide';
import type { Services } from '../services/services';

/** Maintains the context keys that limit menus to what can be done with the deck the user is on. */
export class ContextKeys implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  readonly #values = new Map<string, boolean>();

  constructor({ changedSlides, currentSlide }: Services) {
    const update = () => {
      const current = currentSlide.get();
      this.#update(current);
      this.#set('deckwright.isCompared', current !== undefined && changedSlides.isCompared(current.document));
    };
    this.#subscription = vscode.Disposable.from(
      currentSlide.onDidChange(update),
      changedSlides.onDidChange(update),
    );
    update();
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #update(current: ShownSlide | undefined): void {
    this.#set('deckwright.hasDeck', current !== undefined);
    this.#set('deckwright.canHideSlides', current !== undefined && current.deck.dialect !== 'hedgedoc');
    this.#set('deckwright.isInConflict', current !== undefined && current.slide.conflict !== null);
    this.#set('deckwright.isForHedgedoc', current?.deck.dialect === 'hedgedoc');
  }

  #set(key: string, value: boolean): void {
    if (this.#values.get(key) === value) return;
    this.#values.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
