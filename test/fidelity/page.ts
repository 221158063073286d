import type { Deck } from '../../src/core/deck/deck';
import type { Highlight, RenderedSlide } from '../../src/core/render/rendered';
import { renderSlide } from '../../src/core/render/renderSlide';

/**
 * Numbers a slide's fragments as reveal.js does when it starts: those with an index by index, then the others one by
 * one. reveal.js itself is left out of the page because it also writes what it knows of a slide onto the slide.
 */
const NUMBER_FRAGMENTS = `
for (const section of document.querySelectorAll('section')) {
  if (section.querySelector('section')) continue;
  const groups = new Map();
  const single = [];
  for (const fragment of section.querySelectorAll('.fragment')) {
    if (!fragment.hasAttribute('data-fragment-index')) single.push([fragment]);
    else {
      const index = parseInt(fragment.getAttribute('data-fragment-index'), 10);
      groups.set(index, [...(groups.get(index) ?? []), fragment]);
    }
  }
  const ordered = [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
  [...ordered, ...single].forEach((group, index) => {
    for (const fragment of group) fragment.setAttribute('data-fragment-index', index);
  });
}`;

/** A bare page of a deck in reveal.js's form, with nothing of the look: enough to compare what is on the slides. */
export function plainPage(deck: Deck, highlight: Highlight): string {
  const columns: RenderedSlide[][] = [];
  for (const slide of deck.slides) {
    const rendered = renderSlide(slide.content, {
      dialect: deck.dialect,
      resolve: (url) => url,
      sourceLines: false,
      highlight,
    });
    if (slide.v === 0) columns.push([rendered]);
    else columns.at(-1)?.push(rendered);
  }
  const slides = columns.map((column) => {
    const sections = column.map(section).join('\n');
    return column.length > 1 ? `<section>${sections}</section>` : sections;
  });
  return `<!doctype html><meta charset="utf-8"><div class="reveal"><div class="slides">${slides.join('\n')}</div></div>
<script>${NUMBER_FRAGMENTS}</script>`;
}

function section({ attributes, html }: RenderedSlide): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  return `<section${written.join('')}>${html}</section>`;
}

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
}
