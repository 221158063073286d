import { readFormula } from './formula';
import type { Kind } from './kinds';
import { makeIdsUnique } from './uniqueIds';

/** The result for a source: a drawing to be copied, or why there is none; null if none is wanted. */
export type Drawn = { readonly drawing: DocumentFragment } | { readonly error: string | null };

/** Puts into an element what was drawn from its source, in HedgeDoc's form. */
export function put(element: HTMLElement, kind: Kind, source: string, drawn: Drawn): void {
  element.classList.remove('raw');
  if (kind === 'math') putFormula(element, source, drawn);
  else if ('drawing' in drawn) element.replaceChildren(copyOf(drawn.drawing));
  else element.replaceChildren(source, ...warnings('div', drawn.error));
}

/** Like MathJax, keeps the TeX in a script element, which does not run. */
function putFormula(element: HTMLElement, source: string, drawn: Drawn): void {
  const { tex, display } = readFormula(source);
  const script = document.createElement('script');
  script.type = display ? 'math/tex; mode=display' : 'math/tex';
  script.textContent = tex;
  const container = document.createElement('mjx-container');
  if (display) container.setAttribute('display', 'true');
  if ('drawing' in drawn) {
    container.role = 'img';
    container.ariaLabel = tex;
    container.append(copyOf(drawn.drawing));
  } else {
    const code = document.createElement('code');
    code.textContent = tex;
    container.append(code, ' ', ...warnings('span', drawn.error));
  }
  element.replaceChildren(container, script);
}

function copyOf(drawing: DocumentFragment): DocumentFragment {
  const copy = document.importNode(drawing, true);
  makeIdsUnique(copy);
  return copy;
}

function warnings(tag: 'div' | 'span', message: string | null): HTMLElement[] {
  if (message === null) return [];
  const element = document.createElement(tag);
  element.className = 'alert alert-warning';
  element.textContent = message;
  return [element];
}
