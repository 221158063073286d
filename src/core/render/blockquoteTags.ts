import {
  addClass,
  type ChildNode,
  closest,
  createElement,
  createText,
  type Element,
  elementsIn,
  getAttribute,
  isText,
  replaceChildren,
  setAttribute,
} from './tree';

const TAG =
  /\[name=([^\]\n]{0,200})\](?:\s*\[time=([:,+\-()\s\w]*)\])?|\[time=([:,+\-()\s\w]*)\]|\[color=([#(),\s\w]*)\]/g;

/** `[name=…]`, `[time=…]`, `[color=…]` in blockquote paragraphs and list items (docs/hedgedoc.md, 5.8). */
export function applyBlockquoteTags(root: Element): void {
  for (const element of [...elementsIn(root)]) {
    if (isTagged(element)) {
      replaceChildren(
        element,
        element.childNodes.flatMap((child) => (isText(child) ? splitText(child.value) : [child])),
      );
    }
  }
  for (const element of elementsIn(root)) {
    const color = element.tagName === 'span' ? getAttribute(element, 'data-color') : undefined;
    if (color !== undefined && getAttribute(element, 'class') === 'color') applyColor(element, color);
  }
}

function isTagged(element: Element): boolean {
  if (element.tagName === 'li') return true;
  return (
    element.tagName === 'p' && (closest(element, 'blockquote') !== null || closest(element, 'li') !== null)
  );
}

function splitText(text: string): ChildNode[] {
  if (!text.includes('[')) return [createText(text)];
  const parts: ChildNode[] = [];
  let done = 0;
  for (const match of text.matchAll(TAG)) {
    const [all, name, timeOfName, time, color] = match;
    if (match.index > done) parts.push(createText(text.slice(done, match.index)));
    parts.push(
      color === undefined
        ? signature(name, time ?? timeOfName)
        : createElement('span', { class: 'color', 'data-color': color }),
    );
    done = match.index + all.length;
  }
  if (done < text.length) parts.push(createText(text.slice(done)));
  return parts;
}

function signature(name: string | undefined, time: string | undefined): Element {
  const parts: ChildNode[] = [];
  if (name !== undefined) parts.push(createElement('i', { class: 'fa fa-user' }), createText(` ${name}`));
  if (name !== undefined && time !== undefined) parts.push(createText(' '));
  if (time !== undefined) parts.push(createElement('i', { class: 'fa fa-clock-o' }), createText(` ${time}`));
  const small = createElement('small');
  replaceChildren(small, parts);
  return small;
}

/** The blockquote uses the color for its left border; in a list there is a colored tag. */
function applyColor(mark: Element, color: string): void {
  const css = asCssom(color);
  const blockquote = closest(mark, 'blockquote');
  if (blockquote) addDeclaration(blockquote, 'border-left-color', css);
  if (!closest(mark, 'li')) return;
  addClass(mark, 'fa fa-tag');
  addDeclaration(mark, 'color', css);
}

function addDeclaration(element: Element, property: string, value: string): void {
  const others = (getAttribute(element, 'style') ?? '')
    .split(';')
    .filter((declaration) => declaration.trim() && declaration.split(':')[0]?.trim() !== property);
  setAttribute(
    element,
    'style',
    [...others, `${property}: ${value}`].map((part) => `${part.trim()};`).join(' '),
  );
}

/** Hexadecimal colors as browsers write them in a `style` attribute. */
function asCssom(color: string): string {
  const hex = /^#(?:([\da-f])([\da-f])([\da-f])|([\da-f]{2})([\da-f]{2})([\da-f]{2}))$/i.exec(color);
  if (!hex) return color;
  const channels = hex.slice(1).filter((digits) => digits !== undefined);
  return `rgb(${channels.map((digits) => Number.parseInt(digits.padStart(2, digits), 16)).join(', ')})`;
}
