import type { SlideId } from '../../messages';
import type { Cell } from './grid';

/**
 * What is behind the slide on each thumbnail: the theme's background, which elsewhere the page has only once.
 * Around the thumbnails it covers the page's own.
 */
export class Paper {
  readonly layer = document.createElement('div');
  readonly #sheets = new Map<SlideId, HTMLElement>();

  constructor(readonly reveal: HTMLElement) {
    this.layer.id = 'paper';
    this.layer.ariaHidden = 'true';
    this.layer.hidden = true;
    reveal.prepend(this.layer);
  }

  sheet(id: SlideId): HTMLElement | undefined {
    return this.#sheets.get(id);
  }

  /** Ensures a sheet for each of these, and for no other. */
  layout(cells: readonly Cell[]): void {
    const sheet = sheetWith(this.#backgrounds());
    this.#sheets.clear();
    for (const { id } of cells) this.#sheets.set(id, sheet.cloneNode(true) as HTMLElement);
    this.layer.replaceChildren(...this.#sheets.values());
    this.layer.hidden = false;
  }

  clear(): void {
    this.layer.hidden = true;
    this.layer.replaceChildren();
    this.#sheets.clear();
  }

  /** What is painted behind the slides, from back to front. */
  #backgrounds(): string[] {
    const painted = [document.body, this.reveal.parentElement!, this.reveal].map((at) =>
      getComputedStyle(at),
    );
    return painted
      .filter(({ backgroundColor, backgroundImage }) => {
        return backgroundImage !== 'none' || backgroundColor !== 'rgba(0, 0, 0, 0)';
      })
      .map(({ background }) => background);
  }
}

function sheetWith(backgrounds: readonly string[]): HTMLElement {
  const sheet = document.createElement('div');
  for (const background of backgrounds) {
    const layer = document.createElement('div');
    layer.style.background = background;
    sheet.append(layer);
  }
  return sheet;
}
