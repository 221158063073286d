/** What is drawn in the page, each kind by its own bundle, loaded when a deck needs it. */
export type Kind = 'math' | 'mermaid' | 'graphviz' | 'flow' | 'sequence' | 'abc';

/** The class that the renderer gives to what is to be drawn. */
const KIND_OF_CLASS: ReadonlyMap<string, Kind> = new Map([
  ['mathjax', 'math'],
  ['mermaid', 'mermaid'],
  ['graphviz', 'graphviz'],
  ['flow-chart', 'flow'],
  ['sequence-diagram', 'sequence'],
  ['abc', 'abc'],
]);

const SELECTOR = [...KIND_OF_CLASS]
  .map(([name, kind]) => (kind === 'math' ? `span.${name}` : `pre.${name}`))
  .join();

/** Everything below `root` that is drawn or to be drawn. */
export function drawableIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(SELECTOR)];
}

export function kindOf(element: Element): Kind | undefined {
  return element.matches(SELECTOR) ? kindOfClasses(element.className) : undefined;
}

/** The kinds whose bundles a part of a page needs. */
export function kindsIn(root: ParentNode): Kind[] {
  return unique(drawableIn(root).map((element) => kindOfClasses(element.className)));
}

/** The same for HTML as the renderer writes it. */
export function kindsInHtml(html: string): Kind[] {
  const classes = html.matchAll(/<(?:pre|span)\s(?:[^<>]*\s)?class="([^"]*)"/g);
  return unique(Array.from(classes, ([, names]) => kindOfClasses(names!)));
}

/** The built script of a kind, below `dist`. */
export function scriptOf(kind: Kind): string {
  return `page/${kind}.js`;
}

/** The style sheets that pages with these kinds need, below `dist`. They name no other files. */
export function stylesheetsFor(kinds: readonly Kind[]): string[] {
  return kinds.length > 0 ? ['page/diagrams.css'] : [];
}

function kindOfClasses(names: string): Kind | undefined {
  for (const name of names.split(/\s+/)) {
    const kind = KIND_OF_CLASS.get(name);
    if (kind) return kind;
  }
  return undefined;
}

function unique(kinds: readonly (Kind | undefined)[]): Kind[] {
  return [...new Set(kinds.filter((kind) => kind !== undefined))];
}
