import { type Culprit, MAX_EXCERPT } from '../../core/lint/height/overflow';
import { kindOf, kindsIn } from '../../page/diagrams/kinds';
import { writtenAddress } from './writtenAddress';

/** What has a size of its own, wherever it is; its content is not examined. */
export const BOXES = 'img, svg, video, canvas, pre, table';

/** Something that is visible, or the text of an element. */
interface Leaf {
  readonly element: Element;
  readonly box: DOMRect;
}

/** What extends farthest to the right, if that is beyond the edge. */
export function widest(section: HTMLElement, edge: number, folder: string): Culprit | null {
  const { left } = section.getBoundingClientRect();
  let found: Leaf | null = null;
  for (const leaf of leavesOf(section)) if (leaf.box.right > (found?.box.right ?? left + edge)) found = leaf;
  return found && culpritOf(found.element, folder, true);
}

/** The first thing that does not end above the edge. */
export function firstBelow(section: HTMLElement, edge: number, folder: string): Culprit | null {
  const { top } = section.getBoundingClientRect();
  for (const { element, box } of leavesOf(section)) {
    if (box.bottom > top + edge) return culpritOf(element, folder, false);
  }
  return null;
}

function* leavesOf(parent: Element): Generator<Leaf> {
  for (const node of parent.childNodes) {
    if (node instanceof Text) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      // Text that is not shown has no size.
      if (node.data.trim() !== '' && box.width > 0) yield { element: parent, box };
    } else if (node instanceof Element) {
      if (node.matches(BOXES)) yield { element: node, box: node.getBoundingClientRect() };
      else yield* leavesOf(node);
    }
  }
}

/** A long link widens a slide, but its container makes a slide high. */
function culpritOf(element: Element, folder: string, isWide: boolean): Culprit {
  const drawn = element.closest('pre, span.mathjax');
  const kind = drawn && (kindOf(drawn) ?? kindsIn(drawn)[0]);
  if (kind) return { part: kind === 'math' ? 'formula' : 'diagram', excerpt: '' };
  if (element instanceof HTMLImageElement && !element.matches('.emoji')) {
    return { part: 'picture', excerpt: shortened(pictureName(element, folder)) };
  }
  if (element.matches('video')) return { part: 'video', excerpt: '' };
  if (element.closest('svg, canvas')) return { part: 'diagram', excerpt: '' };
  for (const [part, selector] of isWide ? [LINK, ...TEXTS] : TEXTS) {
    const found = element.closest(selector);
    if (found)
      return { part, excerpt: part === 'table' ? '' : shortened(withoutScheme(found.textContent ?? '')) };
  }
  return { part: 'text', excerpt: shortened(element.textContent ?? '') };
}

const LINK = ['link', 'a'] as const;
const TEXTS = [
  ['code', 'pre'],
  ['table', 'table'],
  ['heading', 'h1, h2, h3, h4, h5, h6'],
  ['list', 'ul, ol, dl'],
  ['quote', 'blockquote'],
  ['text', 'p'],
] as const;

function pictureName(image: HTMLImageElement, folder: string): string {
  const address = writtenAddress(image.getAttribute('src') ?? '', folder) ?? '';
  return address.replace(/^.*\//, '') || image.alt;
}

function withoutScheme(text: string): string {
  return text.replace(/^\s*https?:\/\//, '');
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= MAX_EXCERPT ? line : `${line.slice(0, MAX_EXCERPT - 1).trimEnd()}…`;
}
