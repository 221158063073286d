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

const MARK = /^\s*\[([ xX])\]\s*/;

/**
 * List items that begin with `[ ]` or `[x]` get a checkbox, as HedgeDoc gives it to them (docs/hedgedoc.md, 5.7);
 * loose items get it in their first paragraph.
 */
export function tickTaskLists(root: Element): void {
  for (const item of elementsIn(root)) {
    if (item.tagName === 'li') tickItem(item);
  }
}

function tickItem(item: Element): void {
  const box =
    item.childNodes.find((child): child is Element => isElement(child) && child.tagName === 'p') ?? item;
  const [text] = box.childNodes;
  const mark = isText(text) ? MARK.exec(text.value) : null;
  if (!mark || !isText(text)) return;
  text.value = text.value.slice(mark[0].length);
  replaceChildren(box, [...checkbox(mark[1] !== ' '), ...box.childNodes]);
  addClass(item, 'task-list-item');
}

function checkbox(checked: boolean): ChildNode[] {
  const state = { ...(checked ? { checked: '' } : {}), disabled: '' };
  return [
    createElement('input', { type: 'checkbox', class: 'task-list-item-checkbox', ...state }),
    createElement('label'),
  ];
}
