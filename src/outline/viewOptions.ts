import * as vscode from 'vscode';

/** What the user wants to see of a deck's changes. */
const OPTIONS = {
  /** Only slides that changed. */
  changedOnly: {
    key: 'deckwright.slidesView.changedOnly',
    show: 'deckwright.showChangedSlidesOnly',
    end: 'deckwright.showAllSlides',
  },
  /** Removed slides, too. */
  removed: {
    key: 'deckwright.slidesView.removed',
    show: 'deckwright.showRemovedSlides',
    end: 'deckwright.hideRemovedSlides',
  },
} as const;

type Option = keyof typeof OPTIONS;

/** Remembered for each workspace, and known to menus by the same keys. */
export class ViewOptions implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscription: vscode.Disposable;

  constructor(readonly memento: vscode.Memento) {
    const options = Object.keys(OPTIONS) as Option[];
    const command = vscode.commands.registerCommand;
    this.#subscription = vscode.Disposable.from(
      this.#changed,
      ...options.flatMap((option) => [
        command(OPTIONS[option].show, () => this.#set(option, true)),
        command(OPTIONS[option].end, () => this.#set(option, false)),
      ]),
    );
    for (const option of options) this.#setContext(option);
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  has(option: Option): boolean {
    return this.memento.get(OPTIONS[option].key, false);
  }

  async #set(option: Option, value: boolean): Promise<void> {
    await this.memento.update(OPTIONS[option].key, value);
    this.#setContext(option);
    this.#changed.fire();
  }

  #setContext(option: Option): void {
    void vscode.commands.executeCommand('setContext', OPTIONS[option].key, this.has(option));
  }
}
