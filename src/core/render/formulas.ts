import {
  type ChildNode,
  createElement,
  createText,
  isElement,
  isText,
  type ParentNode,
  replaceChildren,
} from './tree';

/** With a limit, so that marks that are never closed do not make the search quadratic. */
const FORMULA =
  /\$\$([^$]{1,5000})\$\$|\$([^$]{1,5000})\$|\\\(([^\0]{1,2000}?)\\\)|\\\[([^\0]{1,2000}?)\\\]/g;
/** Where reveal.js's math plugin looks for none. */
const SKIPPED = new Set(['script', 'noscript', 'style', 'textarea', 'pre']);

/**
 * The formulas that reveal.js's math plugin finds in a slide's text: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`. Each
 * becomes a `<span class="mathjax raw">` for the page to typeset, as in HedgeDoc's decks.
 */
export function markFormulas(parent: ParentNode): void {
  for (const child of parent.childNodes) {
    if (isElement(child) && !SKIPPED.has(child.tagName)) markFormulas(child);
  }
  if (!parent.childNodes.some((child) => isText(child) && /[$\\]/.test(child.value))) return;
  replaceChildren(
    parent,
    parent.childNodes.flatMap((child) => (isText(child) ? splitText(child.value) : [child])),
  );
}

function splitText(text: string): ChildNode[] {
  const parts: ChildNode[] = [];
  let done = 0;
  for (const { 0: all, 1: display, 2: inline, 3: bracketed, 4: displayed, index } of text.matchAll(FORMULA)) {
    if (index > done) parts.push(createText(text.slice(done, index)));
    const onOwnLine = display ?? displayed;
    const tex = onOwnLine === undefined ? `\\(${inline ?? bracketed}\\)` : `\\[${onOwnLine}\\]`;
    const formula = createElement('span', { class: 'mathjax raw' });
    replaceChildren(formula, [createText(tex)]);
    parts.push(formula);
    done = index + all.length;
  }
  if (done < text.length) parts.push(createText(text.slice(done)));
  return parts;
}
