/** The block last shown of each `<pre>`: the next one starts where it is scrolled to. */
const shown = new WeakMap<Element, Element>();

/**
 * Scrolls long code to the lines that are highlighted, like reveal.js's highlight plugin: immediately when a
 * slide appears, gliding with each step. Call it once; it serves whatever comes below `root` later.
 */
export function followHighlights(root: Element): void {
  const onStep = ({ target, type }: Event) => {
    if (!(target instanceof Element)) return;
    if (target.matches('section')) {
      if (type === 'visible') scrollHighlights(target);
    } else if (target.matches('code.fragment[data-line-numbers]')) {
      const block = type === 'visible' ? target : target.previousElementSibling;
      if (block) scrollToHighlight(block, root.matches('.still') ? 'instant' : 'smooth');
    }
  };
  // reveal.js's events do not bubble.
  root.addEventListener('visible', onStep, true);
  root.addEventListener('hidden', onStep, true);
  root.addEventListener('pdf-ready', () => scrollHighlights(root));
}

/** Scrolls all code below `root` at once, whichever step it shows. */
export function scrollHighlights(root: ParentNode): void {
  for (const block of root.querySelectorAll('pre > code[data-line-numbers]')) {
    if (!block.matches('.fragment:not(.current-fragment)')) scrollToHighlight(block, 'instant');
  }
}

function scrollToHighlight(block: Element, behavior: ScrollBehavior): void {
  const pre = block.parentElement;
  if (!pre) return;
  const earlier = shown.get(pre);
  if (earlier) block.scrollTop = earlier.scrollTop;
  shown.set(pre, block);
  const lines = [...block.querySelectorAll<HTMLElement>('.highlight-line')];
  block.scrollTo({ top: topOf(lines, block), behavior });
}

/** With the lines in the middle, or from the first line if not all of them are visible at once. */
function topOf(lines: readonly HTMLElement[], block: Element): number {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return 0;
  const table = block.querySelector<HTMLElement>('.hljs-ln')?.offsetTop ?? 0;
  const height = last.offsetTop + last.offsetHeight - first.offsetTop;
  return table + first.offsetTop - Math.max(block.clientHeight - height, 0) / 2;
}
