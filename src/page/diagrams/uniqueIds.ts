let copies = 0;

/**
 * Gives the ids in a copy of a drawing a unique suffix, and updates the references to them. Otherwise two
 * copies of a diagram in a page would share markers and styles, and a hidden slide would take its markers
 * with it. It also keeps an id chosen by an author from being mistaken for one of the page's.
 */
export function makeIdsUnique(drawing: DocumentFragment): void {
  const ids = new Map<string, string>();
  const ending = `-d${++copies}`;
  for (const element of drawing.querySelectorAll('[id]')) {
    ids.set(element.id, element.id + ending);
    element.id += ending;
  }
  if (ids.size === 0) return;
  const rename = (text: string) =>
    text.replace(/#([\w-]+)/g, (reference, id) => (ids.has(id) ? reference + ending : reference));
  for (const element of drawing.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (name === 'href' ? value.startsWith('#') : value.includes('url('))
        element.setAttribute(name, rename(value));
      else if (/^aria-(?:labelledby|describedby)$/.test(name))
        element.setAttribute(name, ids.get(value) ?? value);
    }
    if (element.localName === 'style') element.textContent = rename(element.textContent);
  }
}
