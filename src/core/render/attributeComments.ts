import type { Dialect } from '../deck/deck';
import { parseAttributeComment } from '../markup/attributes';
import { isAllowedEverywhere } from './allowList';
import { BACKGROUND_PAGE } from './embeddedPages';
import { type Element, isComment, isElement, setAttribute } from './tree';

/**
 * Applies the attribute comments below `root` (docs/hedgedoc.md, 4): `.element` sets attributes of the
 * nearest sibling before the comment, not counting `<br>`, or else of the comment's parent; `.slide:` those
 * of the slide. What is set last wins. Names that no element may have are left out; values are checked with
 * everything else, in purify.ts.
 */
export function applyAttributeComments(root: Element, slide: Element, dialect: Dialect): void {
  let target = root;
  for (const node of root.childNodes) {
    if (isElement(node)) {
      applyAttributeComments(node, slide, dialect);
      if (node.tagName !== 'br') target = node;
    } else if (isComment(node)) {
      applyComment(node.data, target, slide, dialect);
    }
  }
}

function applyComment(text: string, element: Element, slide: Element, dialect: Dialect): void {
  const comment = parseAttributeComment(text, dialect);
  if (!comment) return;
  const target = comment.target === 'element' ? element : slide;
  for (const { name, value } of comment.attributes) {
    const attribute = name.toLowerCase();
    if (isSettable(attribute, dialect))
      setAttribute(target, attribute, value.replace(/</g, '&lt;').replace(/>/g, '&gt;'));
  }
}

/** In the reveal dialects any valid name; whether the element may have it is checked in purify.ts. */
function isSettable(name: string, dialect: Dialect): boolean {
  if (dialect !== 'hedgedoc') return /^[a-z][\w:.-]*$/.test(name);
  return isAllowedEverywhere(name, dialect) || name === BACKGROUND_PAGE;
}
