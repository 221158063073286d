import type { PageStyleSheet } from '../messages';
import { prefixIds } from './deckStyles';

let current: readonly PageStyleSheet[] = [];
/** How often anything has changed. */
let changes: Promise<number> = Promise.resolve(0);

/**
 * Applies style sheets in this order. A change of text is immediate; otherwise the old sheets stay until the
 * new ones are loaded, so that nothing flashes. Returns a number that is another if anything has changed: each
 * of the decks in a page compares it with the last one it was given.
 */
export function useStyleSheets(sheets: readonly PageStyleSheet[]): Promise<number> {
  changes = changes.then(async (count) => ((await apply(sheets)) ? count + 1 : count));
  return changes;
}

async function apply(sheets: readonly PageStyleSheet[]): Promise<boolean> {
  const before = current;
  current = sheets;
  const old = [...document.querySelectorAll<HTMLElement>('[data-look]')];
  const isAlike = sheets.length === before.length && sheets.every((sheet, at) => isKin(sheet, before[at]!));
  if (isAlike) return rewrite(sheets, old as HTMLStyleElement[]);
  const elements = sheets.map((sheet) =>
    typeof sheet === 'string' ? linkTo(sheet) : document.createElement('style'),
  );
  for (const element of elements) element.dataset.look = '';
  const loaded = elements.filter((element) => element instanceof HTMLLinkElement).map(arrival);
  document.head.append(...elements);
  sheets.forEach((sheet, at) => {
    if (typeof sheet !== 'string') write(elements[at] as HTMLStyleElement, sheet.css);
  });
  await Promise.all(loaded);
  for (const element of old) element.remove();
  return true;
}

function rewrite(sheets: readonly PageStyleSheet[], elements: readonly HTMLStyleElement[]): boolean {
  let changed = false;
  sheets.forEach((sheet, at) => {
    if (typeof sheet === 'string' || sheet.css === elements[at]!.textContent) return;
    write(elements[at]!, sheet.css);
    changed = true;
  });
  return changed;
}

/** Whether one takes the place of the other without loading anything. */
function isKin(sheet: PageStyleSheet, other: PageStyleSheet): boolean {
  return typeof sheet === 'string' ? sheet === other : typeof other !== 'string';
}

function linkTo(href: string): HTMLLinkElement {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return link;
}

function arrival(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
  });
}

function write(element: HTMLStyleElement, css: string): void {
  element.textContent = css;
  if (element.sheet) prefixIds(element.sheet);
}
