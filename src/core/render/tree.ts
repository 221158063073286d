import {
  defaultTreeAdapter,
  html,
  parseFragment,
  serialize,
  serializeOuter,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import { TooComplex } from '../markdown/tooComplex';

/** An element of the HTML tree. */
export type Element = Tree.Element;
/** A node within another. */
export type ChildNode = Tree.ChildNode;
/** A node that can have children. */
export type ParentNode = Tree.ParentNode;
/** A text in the HTML tree. */
export type TextNode = Tree.TextNode;
/** A comment in the HTML tree. */
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

/** A text in which `&lt;` and the like are the characters they stand for, as in a `<textarea>`. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const [content] = parseFragment(createElement('textarea'), text, {}).childNodes;
  return isText(content) ? content.value : text;
}

/** The HTML within a node. */
export function innerHtml(node: ParentNode): string {
  return serialize(node);
}

/** The HTML of a node itself. */
export function outerHtml(element: Element): string {
  return serializeOuter(element);
}

/** A new element without a parent. */
export function createElement(tagName: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return defaultTreeAdapter.createElement(tagName, html.NS.HTML, attrs);
}

/** A new text without a parent. */
export function createText(value: string): TextNode {
  return defaultTreeAdapter.createTextNode(value);
}

/** Whether a node is an element. */
export function isElement(node: ChildNode | ParentNode | null | undefined): node is Element {
  return node != null && 'tagName' in node;
}

/** Whether a node is a text. */
export function isText(node: ChildNode | undefined): node is TextNode {
  return node?.nodeName === '#text';
}

/** Whether a node is a comment. */
export function isComment(node: ChildNode): node is CommentNode {
  return node.nodeName === '#comment';
}

/** Puts other children into a node. */
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

/** The value of an attribute, or undefined without it. */
export function getAttribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Sets an attribute, or adds it. */
export function setAttribute(element: Element, name: string, value: string): void {
  const attribute = element.attrs.find((candidate) => candidate.name === name);
  if (attribute) attribute.value = value;
  else element.attrs.push({ name, value });
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  return (getAttribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** Adds a class to an element. */
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
