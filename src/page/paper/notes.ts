import type { SlidePage } from './paper';

const PADDING = 40;
const STYLE = `all: initial; display: block; position: absolute; left: 0; box-sizing: border-box; padding: ${PADDING}px;
  background: white; color: #222; font: 24px / 1.4 sans-serif; overflow: hidden; overflow-wrap: anywhere;`;

/** The notes of a slide, rendered; null if it has none. */
export function notesOf(section: HTMLElement): HTMLElement | null {
  const notes = section.querySelector<HTMLElement>('aside.notes');
  if (notes && notes.textContent.trim() !== '') return notes;
  const written = section.dataset.notes?.trim();
  if (!written) return null;
  const element = document.createElement('aside');
  element.textContent = written;
  return element;
}

interface Area {
  readonly width: number;
  readonly height: number;
}

/** Puts the notes under the slide. Returns further pages, if they need any. */
export function putBelow({ page, section }: SlidePage, screen: Area): HTMLElement[] {
  const box = notesBox(screen.height, screen);
  page.append(box);
  // The page gets its height only with all others: backgrounds end where the screen does.
  const background = page.querySelector<HTMLElement>(':scope > .slide-background');
  if (background) background.style.height = `${screen.height}px`;
  page.style.backgroundSize = `100% ${screen.height}px`;
  const notes = notesOf(section);
  return notes ? fill(box, notes, page, { width: screen.width, height: 2 * screen.height }) : [];
}

/** Puts the notes on pages of their own after the slide, and returns those. */
export function putOnPages({ page, section }: SlidePage, screen: Area): HTMLElement[] {
  const notes = notesOf(section);
  if (!notes) return [];
  const [first, box] = notesPage(screen);
  page.after(first);
  return [first, ...fill(box, notes, first, screen)];
}

/** Moves notes into a box, and into further pages after `last` what has no space in it. Returns those pages. */
function fill(box: HTMLElement, notes: HTMLElement, last: HTMLElement, area: Area): HTMLElement[] {
  box.append(...[...notes.childNodes].map((node) => node.cloneNode(true)));
  const rest: Node[] = [];
  while (isTooFull(box) && box.childNodes.length > 1) {
    rest.unshift(box.lastChild!);
    box.lastChild!.remove();
  }
  shrinkToFit(box);
  if (!rest.some(({ textContent }) => textContent?.trim())) return [];
  const [page, next] = notesPage(area);
  last.after(page);
  const remaining = document.createElement('aside');
  remaining.append(...rest);
  return [page, ...fill(next, remaining, page, area)];
}

/** A single paragraph that is longer than a page gets smaller: nothing is lost. */
function shrinkToFit(box: HTMLElement): void {
  for (let size = 23; isTooFull(box) && size >= 6; size--) box.style.fontSize = `${size}px`;
}

function isTooFull(box: HTMLElement): boolean {
  return box.scrollHeight > box.clientHeight;
}

function notesPage(area: Area): [HTMLElement, HTMLElement] {
  const page = document.createElement('div');
  page.className = 'pdf-page';
  page.style.background = 'white';
  page.style.width = `${area.width}px`;
  page.style.height = `${area.height}px`;
  const box = notesBox(0, area);
  page.append(box);
  return [page, box];
}

function notesBox(top: number, { width, height }: Area): HTMLElement {
  const box = document.createElement('div');
  box.className = 'paper-notes';
  box.style.cssText = `${STYLE} top: ${top}px; width: ${width}px; height: ${height}px;`;
  return box;
}
