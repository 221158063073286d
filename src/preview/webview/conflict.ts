import type { SlideId } from '../../slides/messages';
import type { ConflictMessage, TakeMessage } from '../messages';

/** The strip above a slide that is in a merge conflict: whose change it is, and buttons that resolve the conflict. */
export class ConflictStrip {
  readonly #element = document.getElementById('conflict')!;
  readonly #label = document.createElement('span');
  readonly #take: HTMLButtonElement;
  readonly #takeBoth: HTMLButtonElement;
  #sides: ReadonlyMap<SlideId, string> = new Map();
  #shown: SlideId | undefined;

  constructor(readonly post: (message: TakeMessage) => void) {
    this.#label.id = 'conflict-side';
    this.#element.setAttribute('aria-labelledby', this.#label.id);
    this.#take = this.#button('this');
    this.#takeBoth = this.#button('both');
    this.#element.append(this.#label, this.#take, this.#takeBoth);
  }

  #button(taken: TakeMessage['taken']): HTMLButtonElement {
    const button = document.createElement('button');
    button.addEventListener('click', () => {
      if (this.#shown !== undefined) this.post({ type: 'take', id: this.#shown, taken });
    });
    return button;
  }

  take({ sides, words }: ConflictMessage): void {
    this.#sides = new Map(sides);
    this.#take.textContent = words.take;
    this.#takeBoth.textContent = words.takeBoth;
    this.#update();
  }

  /** This slide is shown now. */
  show(id: SlideId): void {
    this.#shown = id;
    this.#update();
  }

  /** Another deck is about to be shown. */
  forget(): void {
    this.#sides = new Map();
    this.#update();
  }

  #update(): void {
    const side = this.#shown === undefined ? undefined : this.#sides.get(this.#shown);
    this.#label.textContent = side ?? '';
    this.#element.hidden = side === undefined;
  }
}
