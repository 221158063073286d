import type { Dialect } from '../deck/deck';
import {
  addClass,
  type ChildNode,
  createElement,
  type Element,
  elementsIn,
  isElement,
  isText,
  replaceChildren,
} from './tree';

const HEDGEDOC_MARK = /^\s*\[([ xX])\]\s*/;
const GFM_MARK = /^\s*\[([ xX])\](?=\s)/;

/**
 * List items that begin with `[ ]` or `[x]` get a checkbox (docs/hedgedoc.md, 5.7); loose items get it in
 * their first paragraph.
 */
export function tickTaskLists(root: Element, dialect: Dialect): void {
  for (const item of elementsIn(root)) {
    if (item.tagName === 'li') tickItem(item, dialect);
  }
}

function tickItem(item: Element, dialect: Dialect): void {
  const box =
    item.childNodes.find((child): child is Element => isElement(child) && child.tagName === 'p') ?? item;
  const [text] = box.childNodes;
  const mark = isText(text) ? (dialect === 'hedgedoc' ? HEDGEDOC_MARK : GFM_MARK).exec(text.value) : null;
  if (!mark || !isText(text)) return;
  text.value = text.value.slice(mark[0].length);
  const checked = mark[1] !== ' ';
  replaceChildren(box, [...checkbox(checked, dialect), ...box.childNodes]);
  if (dialect === 'hedgedoc') addClass(item, 'task-list-item');
}

function checkbox(checked: boolean, dialect: Dialect): ChildNode[] {
  const state = { ...(checked ? { checked: '' } : {}), disabled: '' };
  if (dialect !== 'hedgedoc') return [createElement('input', { type: 'checkbox', ...state })];
  return [
    createElement('input', { type: 'checkbox', class: 'task-list-item-checkbox', ...state }),
    createElement('label'),
  ];
}
