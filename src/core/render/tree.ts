import {
  defaultTreeAdapter,
  html,
  parseFragment,
  serialize,
  serializeOuter,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import { TooComplex } from '../markdown/tooComplex';

export type Element = Tree.Element;
export type ChildNode = Tree.ChildNode;
export type ParentNode = Tree.ParentNode;
export type TextNode = Tree.TextNode;
export type CommentNode = Tree.CommentNode;

/** Chromium itself does not nest deeper; this keeps the work on hostile input linear. */
const MAX_DEPTH = 512;

/**
 * Parses the content of a slide as browsers do, into a new element of the given name. Throws `TooComplex` if
 * it would nest too deeply or become far larger than its source: browsers repeat unclosed `<b>` in every
 * paragraph.
 */
export function parseInto(tagName: string, source: string): Element {
  let nodesLeft = source.length + 1000;
  let depth = 0;
  const countNode = () => {
    if (--nodesLeft < 0) throw new TooComplex();
  };
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      countNode();
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    onItemPush() {
      if (++depth > MAX_DEPTH) throw new TooComplex();
    },
    onItemPop() {
      depth--;
    },
  };
  const root = createElement(tagName);
  const fragment = parseFragment(createElement('section'), source, { treeAdapter });
  replaceChildren(root, fragment.childNodes);
  return root;
}

export function innerHtml(node: ParentNode): string {
  return serialize(node);
}

export function outerHtml(element: Element): string {
  return serializeOuter(element);
}

export function createElement(tagName: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return defaultTreeAdapter.createElement(tagName, html.NS.HTML, attrs);
}

export function createText(value: string): TextNode {
  return defaultTreeAdapter.createTextNode(value);
}

export function isElement(node: ChildNode | ParentNode | null | undefined): node is Element {
  return node != null && 'tagName' in node;
}

export function isText(node: ChildNode | undefined): node is TextNode {
  return node?.nodeName === '#text';
}

export function isComment(node: ChildNode): node is CommentNode {
  return node.nodeName === '#comment';
}

export function replaceChildren(parent: ParentNode, children: ChildNode[]): void {
  parent.childNodes = children;
  for (const child of children) child.parentNode = parent;
}

/** All elements below a node, in document order. */
export function* elementsIn(parent: ParentNode): Generator<Element> {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}

export function getAttribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function setAttribute(element: Element, name: string, value: string): void {
  const attribute = element.attrs.find((candidate) => candidate.name === name);
  if (attribute) attribute.value = value;
  else element.attrs.push({ name, value });
}

export function hasClass(element: Element, name: string): boolean {
  return (getAttribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

export function addClass(element: Element, names: string): void {
  const present = getAttribute(element, 'class');
  setAttribute(element, 'class', present ? `${present} ${names}` : names);
}

/** The nearest ancestor with the given tag, or null. */
export function closest(node: ChildNode, tagName: string): Element | null {
  let parent = node.parentNode;
  while (isElement(parent)) {
    if (parent.tagName === tagName) return parent;
    parent = parent.parentNode;
  }
  return null;
}
