import type { SlideId } from '../../slides/messages';
import { element } from '../../slides/webview/element';
import type { ListedSlide, PresenterWords } from '../messages';

/** The list of all slides, to go to one of them. What is typed filters it by number and title. */
export class SlideList {
  readonly #input: HTMLInputElement;
  readonly #list = element('ul', { id: 'slides', role: 'listbox' });
  #slides: readonly ListedSlide[] = [];
  #current: SlideId | undefined;
  #active = 0;

  constructor(
    readonly dialog: HTMLDialogElement,
    readonly words: PresenterWords,
    readonly open: (id: SlideId) => void,
  ) {
    this.#input = element('input', { type: 'text', placeholder: words.filter, role: 'combobox' });
    this.#input.ariaLabel = words.filter;
    this.#input.ariaExpanded = 'true';
    this.#input.setAttribute('aria-controls', 'slides');
    this.#list.ariaLabel = words.slides;
    dialog.append(this.#input, this.#list);
    this.#input.addEventListener('input', () => this.#fill());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#list.addEventListener('click', ({ target }) => this.#onClick(target));
    // A click beside it.
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  }

  setSlides(slides: readonly ListedSlide[]): void {
    this.#slides = slides;
    if (this.dialog.open) this.#fill();
  }

  toggle(current: SlideId | undefined): void {
    if (this.dialog.open) {
      this.dialog.close();
      return;
    }
    this.#current = current;
    this.#input.value = '';
    this.dialog.showModal();
    this.#fill();
  }

  get #shown(): readonly ListedSlide[] {
    return matching(this.#slides, this.#input.value);
  }

  #fill(): void {
    const shown = this.#shown;
    const current = shown.findIndex(({ id }) => id === this.#current);
    const items = shown.map(({ id, number, title }, index) => {
      const item = element('li', { id: `slide-${index}`, role: 'option' });
      item.dataset.id = String(id);
      item.append(element('span', { className: 'number', textContent: number }), title);
      if (index === current) item.ariaCurrent = 'true';
      return item;
    });
    const none = element('li', { className: 'none', textContent: this.words.noMatch });
    this.#list.replaceChildren(...(items.length > 0 ? items : [none]));
    this.#activate(Math.max(current, 0));
  }

  #activate(index: number): void {
    const items = [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
    this.#active = Math.min(Math.max(index, 0), items.length - 1);
    for (const [at, item] of items.entries()) item.ariaSelected = String(at === this.#active);
    this.#input.setAttribute('aria-activedescendant', `slide-${this.#active}`);
    items[this.#active]?.scrollIntoView({ block: 'nearest' });
  }

  #onKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    if (step !== undefined) this.#activate(this.#active + step);
    else if (event.key === 'Enter') this.#choose(this.#shown[this.#active]?.id);
    else return;
    event.preventDefault();
  }

  #onClick(target: EventTarget | null): void {
    const item = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;
    if (item) this.#choose(Number(item.dataset.id));
  }

  #choose(id: SlideId | undefined): void {
    if (id === undefined) return;
    this.dialog.close();
    this.open(id);
  }
}

/** The slides whose number begins with what is typed, or whose title has all its words. */
export function matching(slides: readonly ListedSlide[], typed: string): readonly ListedSlide[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return slides.filter(({ number, title }) => {
    const text = title.toLowerCase();
    return words.every((word) => text.includes(word)) || (words.length === 1 && number.startsWith(words[0]!));
  });
}
