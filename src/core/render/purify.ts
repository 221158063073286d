import { isAllowedAttribute, isAllowedEverywhere, isAllowedTag } from './allowList';
import { purifyAttribute, purifyCss } from './attributeValues';
import { BACKGROUND_PAGE, embeddedAddress, embeddedPage } from './embeddedPages';
import { isInertAttribute } from './inertMarkup';
import { lostInWords } from './notices';
import { LOST_BACKGROUND, type Lost, type RenderOptions } from './rendered';
import {
  type ChildNode,
  createElement,
  createText,
  type Element,
  getAttribute,
  isElement,
  isText,
  replaceChildren,
} from './tree';

/** Elements whose content is not meant to be read. */
const DROPPED = new Set(
  (
    'script noscript template svg math object embed applet noembed noframes frame frameset select textarea title ' +
    'head base meta link'
  ).split(' '),
);

/**
 * The main line of defense: below `root` it leaves only elements and attributes of the allow-list, no
 * comments, and no URL that is unsafe in its place; every other URL is passed through `options.resolve`.
 * Works on the tree, so it sees what browsers see.
 */
export function purify(root: Element, options: RenderOptions): void {
  replaceChildren(
    root,
    root.childNodes.flatMap((node) => purifyNode(node, options)),
  );
}

function purifyNode(node: ChildNode, options: RenderOptions): ChildNode[] {
  if (isText(node)) return [node];
  if (!isElement(node) || DROPPED.has(node.tagName)) return [];
  if (isTaskBox(node, options)) return [taskBox(node)];
  if (node.tagName === 'iframe') return embeddedPage(node, options);
  if (node.tagName === 'style') purifyStyleSheet(node, options);
  else purify(node, options);
  if (!isAllowedTag(node.tagName, options.dialect)) return node.childNodes;
  if (isVerticalSlide(node, options)) {
    const attributes = Object.entries(sectionAttributes(node, options));
    node.attrs = attributes.map(([name, value]) => ({ name, value }));
    return [node];
  }
  if (node.tagName === 'section') node.tagName = node.nodeName = 'div';
  purifyAttributes(node, options);
  return [node];
}

/** reveal.js makes slides only of sections directly in that of the slide. */
function isVerticalSlide(node: Element, { verticalSections, dialect }: RenderOptions): boolean {
  if (!verticalSections || dialect === 'hedgedoc' || node.tagName !== 'section') return false;
  return isElement(node.parentNode) && !node.parentNode.parentNode;
}

/** The only form control on a slide of reveal.js: a check box that nobody can use. HedgeDoc's come later. */
function isTaskBox(node: Element, { dialect }: RenderOptions): boolean {
  const type = getAttribute(node, 'type')?.toLowerCase();
  const isDisabled = getAttribute(node, 'disabled') !== undefined;
  return dialect !== 'hedgedoc' && node.tagName === 'input' && type === 'checkbox' && isDisabled;
}

function taskBox(node: Element): Element {
  const isChecked = getAttribute(node, 'checked') !== undefined;
  return createElement('input', { type: 'checkbox', ...(isChecked && { checked: '' }), disabled: '' });
}

/** Removes the attributes that an element may not have and purifies the others. */
export function purifyAttributes(element: Element, options: RenderOptions): void {
  element.attrs = element.attrs.flatMap((attribute) => {
    if (isInert(attribute, options)) return attribute;
    if (!isAllowedAttribute(element.tagName, attribute.name, options.dialect)) return [];
    return purifyAttribute(element.tagName, attribute, options) ?? [];
  });
}

function isInert({ name, value }: Element['attrs'][number], { dialect }: RenderOptions): boolean {
  return dialect !== 'hedgedoc' && isInertAttribute(name, value);
}

/**
 * What `.slide:` comments set, as far as a slide's `<section>` may have it, and what of its background is
 * lost. Of several videos reveal.js plays the first one it can, so one remaining video is enough.
 */
export function sectionAttributes(section: Element, options: RenderOptions): Record<string, string> {
  const attributes: Record<string, string> = {};
  const lost: Lost[] = [];
  for (const attribute of section.attrs) {
    if (attribute.name === BACKGROUND_PAGE) {
      const address = embeddedAddress(attribute.value, options.embedBehind ?? options.embed);
      if (typeof address === 'string') attributes[BACKGROUND_PAGE] = address;
      else if (address) lost.push(address);
      continue;
    }
    if (isInert(attribute, options)) attributes[attribute.name] = attribute.value;
    if (!isAllowedEverywhere(attribute.name, options.dialect)) continue;
    const lostHere: Lost[] = [];
    const purified = purifyAttribute('section', attribute, notingLost(options, lostHere));
    if (purified) attributes[purified.name] = purified.value;
    const isMissed =
      attribute.name === 'data-background-video' ? !purified : attribute.name.startsWith('data-background');
    if (isMissed) lost.push(...lostHere);
  }
  if (lost.length > 0) attributes[LOST_BACKGROUND] = lost.map(lostInWords).join('\n');
  return attributes;
}

function notingLost(options: RenderOptions, lost: Lost[]): RenderOptions {
  return {
    ...options,
    resolve(url, kind) {
      const resolved = options.resolve(url, kind);
      if (typeof resolved !== 'string') lost.push(resolved);
      return resolved;
    },
  };
}

/** HedgeDoc's filter leaves `&gt;` in style sheets, where it means `>` (docs/hedgedoc.md, 6). */
function purifyStyleSheet(style: Element, options: RenderOptions): void {
  const css = style.childNodes.map((child) => (isText(child) ? child.value : '')).join('');
  replaceChildren(style, [createText(purifyCss(css.replace(/&gt;/g, '>'), options))]);
}
