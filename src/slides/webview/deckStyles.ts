import { confine } from './confine';
import { ID_PREFIX } from './sanitize';

/**
 * The deck's own `<style>` elements. They style all slides, whichever slide they are on, so they are kept
 * apart from the slides, in the slides' order.
 */
export class DeckStyles {
  readonly #sheets = new Map<number, { text: string; sheets: CSSStyleSheet[] }>();
  /** Those of this deck that the page has. */
  #applied: readonly CSSStyleSheet[] = [];
  #confined = false;

  /** `scope` selects the element that the sheets may style in a page with other decks. */
  constructor(readonly scope: string | null = null) {}

  /** Confined sheets can't style anything outside the slides: for decks that are not trusted. */
  set confined(confined: boolean) {
    if (confined === this.#confined) return;
    this.#confined = confined;
    for (const [id, { text }] of this.#sheets) this.#sheets.set(id, { text, sheets: [this.#parse(text)] });
  }

  /** Takes the style elements out of a slide. */
  take(id: number, slide: DocumentFragment): void {
    const elements = [...slide.querySelectorAll('style')];
    const text = elements.map((element) => element.textContent).join('\n');
    for (const element of elements) element.remove();
    if (text === (this.#sheets.get(id)?.text ?? '')) return;
    if (text === '') this.#sheets.delete(id);
    else this.#sheets.set(id, { text, sheets: [this.#parse(text)] });
  }

  /**
   * Applies the sheets, in the slides' order; those of slides that are gone are dropped. True if any changed.
   */
  apply(order: readonly number[]): boolean {
    const present = new Set(order);
    for (const id of this.#sheets.keys()) if (!present.has(id)) this.#sheets.delete(id);
    const wanted = order.flatMap((id) => this.#sheets.get(id)?.sheets ?? []);
    const current = this.#applied;
    const same = current.length === wanted.length && wanted.every((sheet, index) => sheet === current[index]);
    if (same) return false;
    const others = document.adoptedStyleSheets.filter((sheet) => !current.includes(sheet));
    document.adoptedStyleSheets = [...others, ...wanted];
    this.#applied = wanted;
    return true;
  }

  #parse(text: string): CSSStyleSheet {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(this.#confined ? `@scope (.reveal) {${text}}` : text);
    prefixIds(sheet);
    if (this.scope) confine(sheet, this.scope);
    return sheet;
  }
}

/** The sanitizer prefixes ids on slides, so the selectors for them need the prefix too. */
export function prefixIds(container: CSSStyleSheet | CSSGroupingRule): void {
  for (const rule of container.cssRules) {
    if (rule instanceof CSSStyleRule && rule.selectorText.includes('#')) {
      rule.selectorText = rule.selectorText.replace(/#(?=[\w-])/g, `#${ID_PREFIX}`);
    }
    if (rule instanceof CSSGroupingRule) prefixIds(rule);
  }
}
