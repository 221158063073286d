import {
  addClass,
  type ChildNode,
  createElement,
  createText,
  type Element,
  hasClass,
  innerHtml,
  isElement,
  isText,
  outerHtml,
  type ParentNode,
  parseInto,
  replaceChildren,
  type TextNode,
} from '../render/tree';
import { getOrSet } from '../text/getOrSet';
import type { Span } from '../text/spans';
import { differingTokens, TOKENS } from './differingTokens';

/** Class of the words and pictures that only the earlier slide has. */
export const REMOVED_CLASS = 'deckwright-removed';
/** Class of those that only the later slide has. */
export const ADDED_CLASS = 'deckwright-added';

/**
 * Marks what differs between two versions of a slide, as `<mark>` around words and as a class of pictures, formulas and
 * diagrams. Takes and returns the HTML of the two as `renderSlide` does. Notes are left as they are.
 */
export function markChanges(before: string, after: string): { before: string; after: string } {
  const [earlier, later] = [parseInto('section', before), parseInto('section', after)];
  const [units, laterUnits] = [unitsIn(earlier), unitsIn(later)];
  const { removed, added } = differing(units, laterUnits);
  mark(removed, REMOVED_CLASS);
  mark(added, ADDED_CLASS);
  return { before: innerHtml(earlier), after: innerHtml(later) };
}

/** What is marked or not: a word, or an element as a whole. Two that show the same have the same token. */
type Unit =
  | { readonly token: string; readonly element: Element }
  | { readonly token: string; readonly text: TextNode; readonly span: Span };

function differing(before: readonly Unit[], after: readonly Unit[]): { removed: Unit[]; added: Unit[] } {
  const tokens = (units: readonly Unit[]) => units.map(({ token }) => token);
  const { removed, added } = differingTokens(tokens(before), tokens(after));
  return { removed: removed.map((index) => before[index]!), added: added.map((index) => after[index]!) };
}

/** What is drawn from its text: marks within would be a part of it. */
const DRAWN = ['mathjax', 'mermaid', 'graphviz', 'flow-chart', 'sequence-diagram', 'abc'];
const WHOLE = new Set(['audio', 'embed', 'iframe', 'img', 'object', 'svg', 'video']);

function unitsIn(parent: ParentNode): Unit[] {
  return parent.childNodes.flatMap((child) => {
    if (isText(child)) return wordsIn(child);
    return isElement(child) ? unitsOf(child) : [];
  });
}

function unitsOf(element: Element): Unit[] {
  const { tagName } = element;
  if (tagName === 'style' || (tagName === 'aside' && hasClass(element, 'notes'))) return [];
  const isWhole = WHOLE.has(tagName) || DRAWN.some((name) => hasClass(element, name));
  return isWhole ? [{ token: outerHtml(element), element }] : unitsIn(element);
}

/** Words, and each other character that is not white space. */
function wordsIn(text: TextNode): Unit[] {
  return Array.from(text.value.matchAll(TOKENS), ({ 0: token, index }) => {
    return { token, text, span: { start: index, end: index + token.length } };
  });
}

function mark(units: readonly Unit[], className: string): void {
  const byText = new Map<TextNode, Span[]>();
  for (const unit of units) {
    if ('element' in unit) addClass(unit.element, className);
    else getOrSet(byText, unit.text, (): Span[] => []).push(unit.span);
  }
  // Once for each parent: it may have thousands of lines.
  for (const parent of new Set([...byText.keys()].map(({ parentNode }) => parentNode!))) {
    const marked = parent.childNodes.flatMap((child) => {
      const spans = isText(child) && byText.get(child);
      return spans ? markedParts(child.value, joined(child.value, spans), className) : child;
    });
    replaceChildren(parent, marked);
  }
}

/** Spans between which there is nothing but white space are one. */
function joined(text: string, spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last && text.slice(last.end, span.start).trim() === '')
      all.push({ start: all.pop()!.start, end: span.end });
    else all.push(span);
  }
  return all;
}

function markedParts(text: string, spans: readonly Span[], className: string): ChildNode[] {
  const parts: ChildNode[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    if (start > done) parts.push(createText(text.slice(done, start)));
    const element = createElement('mark', { class: className });
    replaceChildren(element, [createText(text.slice(start, end))]);
    parts.push(element);
    done = end;
  }
  if (done < text.length) parts.push(createText(text.slice(done)));
  return parts;
}
