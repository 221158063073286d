const gliding =
  '<!-- .slide: data-auto-animate="" data-background="#123" data-background-transition="zoom" -->';

/** Slides that glide, with backgrounds that zoom, fragments that grow and headings that move by themselves. */
export const GLIDING = `---
theme: white
revealOptions:
  transition: slide
---

# Start

---

${gliding}
# First

---

${gliding}
# First

Text that pushes it up. <!-- .element: class="fragment grow" -->

---

# Last

---

# End
`;

/** Goes one step further in the page, and returns how much of it moves then. */
export function movesAfterNext(): number {
  document.querySelector<HTMLElement>('.controls .navigate-right')!.click();
  return document.getAnimations().filter(({ playState }) => playState === 'running').length;
}
