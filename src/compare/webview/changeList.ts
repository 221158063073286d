import type { SlideId } from '../../slides/messages';
import { element } from '../../slides/webview/element';
import type { ChangeKind, ListedChange } from '../messages';

/** As git's own lists mark files. */
const LETTERS: Readonly<Record<ChangeKind, string>> = { added: 'A', removed: 'D', changed: 'M', moved: 'R' };

/** The changed slides, one of which is chosen. Keys move through them. */
export class ChangeList {
  #changes: readonly ListedChange[] = [];
  #chosen: number;

  constructor(
    readonly list: HTMLElement,
    readonly kindWords: Readonly<Record<ChangeKind, string>>,
    readonly choose: (change: ListedChange | null, at: number) => void,
    chosen: number,
  ) {
    this.#chosen = chosen;
    list.addEventListener('keydown', (event) => this.#onKey(event));
    list.addEventListener('click', ({ target }) => {
      const item = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
      if (item) this.#go(Number(item.dataset.at));
    });
  }

  get chosen(): ListedChange | null {
    return this.#changes[this.#chosen] ?? null;
  }

  /** Stays on the change that is chosen, or else at its place. */
  setChanges(changes: readonly ListedChange[]): void {
    const { chosen } = this;
    this.#changes = changes;
    const again = changes.findIndex(
      ({ before, after }) =>
        (before !== null && before === chosen?.before) || (after !== null && after === chosen?.after),
    );
    this.list.replaceChildren(...changes.map((change, at) => this.#itemOf(change, at)));
    this.#go(again < 0 ? this.#chosen : again);
  }

  /** Goes to the change of a slide of the earlier deck, if it is one. */
  chooseBefore(id: SlideId): void {
    const at = this.#changes.findIndex(({ before }) => before === id);
    if (at >= 0) this.#go(at);
  }

  /** Goes on to another change; after the last comes the first. */
  step(isForward: boolean): void {
    const { length } = this.#changes;
    if (length > 0) this.#go((this.#chosen + (isForward ? 1 : length - 1)) % length);
  }

  #itemOf(change: ListedChange, at: number): HTMLElement {
    const { kind, number, title, said } = change;
    const item = element('li', { id: `change-${at}`, role: 'option', className: kind });
    item.dataset.at = String(at);
    const letter = element('span', {
      className: 'kind',
      textContent: LETTERS[kind],
      title: this.kindWords[kind],
    });
    letter.ariaHidden = 'true';
    const name = element('span', { className: 'name' });
    name.append(element('span', { className: 'number', textContent: number }), ' ', title);
    item.append(letter, name, element('span', { className: 'said', textContent: said }));
    return item;
  }

  #go(at: number): void {
    this.#chosen = Math.max(Math.min(at, this.#changes.length - 1), 0);
    const items = [...this.list.querySelectorAll<HTMLElement>('[role=option]')];
    for (const [index, item] of items.entries()) item.ariaSelected = String(index === this.#chosen);
    this.list.setAttribute('aria-activedescendant', `change-${this.#chosen}`);
    items[this.#chosen]?.scrollIntoView({ block: 'nearest' });
    this.choose(this.chosen, this.#chosen);
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.#changes.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: this.#chosen + 1,
      ArrowUp: this.#chosen - 1,
      PageDown: this.#chosen + 10,
      PageUp: this.#chosen - 10,
      Home: 0,
      End: last,
    };
    const at = places[event.key];
    if (at === undefined) return;
    event.preventDefault();
    this.#go(at);
  }
}
