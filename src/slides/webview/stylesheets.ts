import type { PageStyleSheet } from '../messages';
import { confine } from './confine';
import { prefixIds } from './deckStyles';

/** The style sheets of a deck's look. */
export class StyleSheets {
  #current: readonly PageStyleSheet[] = [];
  #elements: readonly (HTMLLinkElement | HTMLStyleElement)[] = [];
  /** How often anything has changed. */
  #changes: Promise<number> = Promise.resolve(0);

  /** `scope` as in `DeckStyles`. */
  constructor(readonly scope: string | null = null) {}

  /**
   * Applies style sheets in this order. A change of text is immediate; otherwise the old sheets stay until the
   * new ones are loaded, so that nothing flashes. Returns a number that is another if anything has changed: each
   * of the decks that share the sheets compares it with the last one it was given.
   */
  use(sheets: readonly PageStyleSheet[]): Promise<number> {
    this.#changes = this.#changes.then(async (count) => ((await this.#apply(sheets)) ? count + 1 : count));
    return this.#changes;
  }

  async #apply(sheets: readonly PageStyleSheet[]): Promise<boolean> {
    const before = this.#current;
    this.#current = sheets;
    const old = this.#elements;
    const isAlike = sheets.length === before.length && sheets.every((sheet, at) => isKin(sheet, before[at]!));
    if (isAlike) return this.#rewrite(sheets, old as readonly HTMLStyleElement[]);
    const elements = sheets.map((sheet) =>
      typeof sheet === 'string' ? this.#linkTo(sheet) : document.createElement('style'),
    );
    this.#elements = elements;
    const loaded = elements.filter((element) => element instanceof HTMLLinkElement).map(arrival);
    document.head.append(...elements);
    sheets.forEach((sheet, at) => {
      if (typeof sheet !== 'string') this.#write(elements[at] as HTMLStyleElement, sheet.css);
    });
    await Promise.all(loaded);
    for (const element of old) element.remove();
    return true;
  }

  #rewrite(sheets: readonly PageStyleSheet[], elements: readonly HTMLStyleElement[]): boolean {
    let changed = false;
    sheets.forEach((sheet, at) => {
      if (typeof sheet === 'string' || sheet.css === elements[at]!.textContent) return;
      this.#write(elements[at]!, sheet.css);
      changed = true;
    });
    return changed;
  }

  #linkTo(href: string): HTMLLinkElement {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    const { scope } = this;
    if (scope) {
      // Its rules can be read, and count when they are confined.
      link.crossOrigin = 'anonymous';
      link.media = 'not all';
      link.addEventListener('load', () => {
        confine(link.sheet!, scope);
        link.sheet!.media.mediaText = '';
      });
    }
    link.href = href;
    return link;
  }

  #write(element: HTMLStyleElement, css: string): void {
    element.textContent = css;
    if (!element.sheet) return;
    prefixIds(element.sheet);
    if (this.scope) confine(element.sheet, this.scope);
  }
}

/** Whether one takes the place of the other without loading anything. */
function isKin(sheet: PageStyleSheet, other: PageStyleSheet): boolean {
  return typeof sheet === 'string' ? sheet === other : typeof other !== 'string';
}

function arrival(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
  });
}
