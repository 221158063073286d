/**
 * A `<section>` directly in a slide's section makes a vertical slide, and of the slide a stack. It is one slide of the
 * deck all the same: all its parts have its number.
 */

/** The vertical slides directly in an element. */
export function verticalSlidesIn(parent: ParentNode): HTMLElement[] {
  return [...parent.children].filter((child): child is HTMLElement => child.matches('section'));
}

/** What reveal.js shows of a slide one after the other: its vertical slides, or else itself. */
export function partsOf(section: HTMLElement): HTMLElement[] {
  const vertical = verticalSlidesIn(section);
  return vertical.length > 0 ? vertical : [section];
}

/** A slide's section and those in it. */
export function sectionsOf(section: HTMLElement): HTMLElement[] {
  return [section, ...verticalSlidesIn(section)];
}

/**
 * For each vertical slide of now, the index of the one it was before, by their HTML: those that are the same at the
 * head and at the end stay, and those between them in order.
 */
export function matched(before: readonly string[], now: readonly string[]): (number | undefined)[] {
  const shortest = Math.min(before.length, now.length);
  let head = 0;
  while (head < shortest && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return now.map((_, index) => {
    if (index >= now.length - tail) return index + before.length - now.length;
    return index < before.length - tail ? index : undefined;
  });
}

/** Gives an empty section as many vertical slides as its slide will have. True if it had others. */
export function setVerticalSlides(section: HTMLElement, count: number): boolean {
  const present = verticalSlidesIn(section);
  if (present.length === count) return false;
  for (const surplus of present.slice(count)) surplus.remove();
  for (let left = count - present.length; left > 0; left--) section.append(document.createElement('section'));
  markStack(section);
  return true;
}

/** Makes a slide whole that joins a stack. True if it was not. */
export function dissolve(section: HTMLElement): boolean {
  const vertical = verticalSlidesIn(section);
  for (const each of vertical) {
    const block = document.createElement('div');
    block.append(...each.childNodes);
    each.replaceWith(block);
  }
  markStack(section);
  return vertical.length > 0;
}

/**
 * Marks a slide's section as a stack or as none. reveal.js does the former when it next looks at the section, the latter
 * never.
 */
export function markStack(section: HTMLElement): void {
  const vertical = verticalSlidesIn(section);
  const isStack = vertical.length > 0;
  if (section.classList.contains('has-sections') !== isStack) {
    for (const name of ['stack', 'has-sections']) section.classList.toggle(name, isStack);
    for (const name of ['data-previous-indexv', 'data-fragment']) section.removeAttribute(name);
    for (const name of ['top', '--slide-top']) section.style.removeProperty(name);
  }
  // As reveal.js does once, when it starts. Otherwise they would leave when their stack is entered.
  for (const each of vertical.slice(1)) {
    if (each.matches('.past, .present, .future')) continue;
    each.classList.add('future');
    each.ariaHidden = 'true';
  }
}
