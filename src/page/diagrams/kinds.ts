/** What is drawn in the page, each kind by its own bundle, loaded when a deck needs it. */
export type Kind = 'math' | 'mermaid' | 'graphviz' | 'flow' | 'sequence' | 'abc';

/** The elements and classes in which the renderer puts what is to be drawn. */
const KIND_OF_ELEMENT: ReadonlyMap<string, Kind> = new Map([
  ['span.mathjax', 'math'],
  ['pre.mermaid', 'mermaid'],
  // In reveal-md's code blocks.
  ['code.mermaid', 'mermaid'],
  ['pre.graphviz', 'graphviz'],
  ['pre.flow-chart', 'flow'],
  ['pre.sequence-diagram', 'sequence'],
  ['pre.abc', 'abc'],
]);

const SELECTOR = [...KIND_OF_ELEMENT.keys()]
  .map((element) => (element.startsWith('code') ? `pre.code-wrapper ${element}` : element))
  .join();

/** Everything below `root` that is drawn or to be drawn. */
export function drawableIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(SELECTOR)];
}

export function kindOf(element: Element): Kind | undefined {
  return element.matches(SELECTOR) ? kindOfClasses(element.localName, element.className) : undefined;
}

/** The kinds whose bundles a part of a page needs. */
export function kindsIn(root: ParentNode): Kind[] {
  return unique(drawableIn(root).map(kindOf));
}

/** The same for HTML as the renderer writes it. */
export function kindsInHtml(html: string): Kind[] {
  const elements = html.matchAll(/<(pre|code|span)\s(?:[^<>]*\s)?class="([^"]*)"/g);
  return unique(Array.from(elements, ([, tag, names]) => kindOfClasses(tag!, names!)));
}

/** The built script of a kind, below `dist`. */
export function scriptOf(kind: Kind): string {
  return `page/${kind}.js`;
}

/** The style sheets that pages with these kinds need, below `dist`. They name no other files. */
export function stylesheetsFor(kinds: readonly Kind[]): string[] {
  return kinds.length > 0 ? ['page/diagrams.css'] : [];
}

function kindOfClasses(tag: string, names: string): Kind | undefined {
  for (const name of names.split(/\s+/)) {
    const kind = KIND_OF_ELEMENT.get(`${tag}.${name}`);
    if (kind) return kind;
  }
  return undefined;
}

function unique(kinds: readonly (Kind | undefined)[]): Kind[] {
  return [...new Set(kinds.filter((kind) => kind !== undefined))];
}
