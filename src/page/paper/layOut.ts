import type { RevealApi } from 'reveal.js';
import { linkWithin } from './links';
import { notesOf, putBelow, putOnPages } from './notes';
import type { Paper, PaperNotes, PaperOptions, Size, SlidePage } from './paper';

/** Makes each page of reveal.js's print view what a screen shows of its slide. */
export function layOutPaper(deck: RevealApi, options: PaperOptions): Paper {
  const slides = slidePages().filter((each) => {
    const { place } = each;
    const isPrinted =
      options.places === null || [place, columnOf(place)].some((name) => options.places!.includes(name));
    if (!isPrinted) each.page.remove();
    return isPrinted;
  });
  const canvas = deck.getComputedSlideSize(window.innerWidth, window.innerHeight);
  const screen = screenOf(canvas, deck.getConfig().margin ?? 0, options.ratio);
  for (const each of slides) layOutSlide(each, canvas, screen, deck.getConfig().center === true);
  linkWithin(deck, slides);
  dropInvisibleShadow();
  const texts = new Map(slides.map(({ section, page }) => [page, notesOf(section)?.innerText.trim() ?? '']));
  const screens = options.notes === 'below' ? 2 : 1;
  const size = { ...screen, height: screens * screen.height };
  const pages = slides.flatMap((each, index) => {
    const isLast = slides[index + 1]?.place !== each.place;
    const more = notesPages(each, options.notes, isLast, screen);
    return [each, ...more.map((page) => ({ ...each, page }))];
  });
  setPageSize(size);
  pages.forEach(({ page, section }, index) => {
    page.style.width = `${size.width}px`;
    page.style.height = `${size.height}px`;
    addFoot(page, section, options.footer, options.numbers ? `${index + 1}` : '');
  });
  return {
    ...size,
    screens,
    pages: pages.map(({ page, place }, index) => {
      const isFirst = pages[index - 1]?.place !== place;
      return { place, isFirst, notes: isFirst ? (texts.get(page) ?? '') : '' };
    }),
  };
}

/** All that is written within a slide without a stack has its place. */
export function columnOf(place: string): string {
  return place.replace(/\..*/, '');
}

function slidePages(): SlidePage[] {
  return [...document.querySelectorAll<HTMLElement>('.slides > .pdf-page')].flatMap((page) => {
    const section = page.querySelector<HTMLElement>(':scope > section');
    return section ? [{ page, section, place: section.dataset.place ?? '' }] : [];
  });
}

/** The smallest screen of a shape on which slides have their true size. */
export function screenOf(canvas: Size, margin: number, ratio: number | null): Size {
  const width = canvas.width / (1 - margin);
  const height = canvas.height / (1 - margin);
  if (ratio === null) return { width: Math.round(width), height: Math.round(height) };
  return {
    width: Math.round(Math.max(width, height * ratio)),
    height: Math.round(Math.max(height, width / ratio)),
  };
}

/** As reveal.js places a slide on a screen, where it may be higher than its canvas. */
function layOutSlide({ section }: SlidePage, canvas: Size, screen: Size, isCentered: boolean): void {
  const free = canvas.height - section.scrollHeight;
  const down = isCentered || section.classList.contains('center') ? Math.max(free / 2, 0) : 0;
  section.style.left = `${(screen.width - canvas.width) / 2}px`;
  section.style.top = `${(screen.height - canvas.height) / 2 + down}px`;
}

/**
 * HedgeDoc's page smooths text with a shadow that nobody sees. In a PDF it would be the text once more, and Chromium
 * takes minutes to print long decks with it.
 */
function dropInvisibleShadow(): void {
  if (/rgba\([\d, ]+, 0\.00/.test(getComputedStyle(document.body).textShadow)) {
    document.body.style.textShadow = 'none';
  }
}

function notesPages(slide: SlidePage, notes: PaperNotes, isLast: boolean, screen: Size): HTMLElement[] {
  if (notes === 'below') return putBelow(slide, screen);
  return notes === 'pages' && isLast ? putOnPages(slide, screen) : [];
}

function setPageSize({ width, height }: Size): void {
  const style = document.createElement('style');
  style.textContent = `@page { size: ${width}px ${height}px; margin: 0 }
    .pdf-page > .paper-notes :is(ul, ol) { display: block !important }
    /* Themes color these for the background of slides. */
    .pdf-page > .paper-notes :is(h1, h2, h3, h4, h5, h6) { color: inherit !important; text-shadow: none !important }
    .pdf-page > .paper-notes a { color: #0b57d0 !important }`;
  document.head.append(style);
  document.body.style.width = `${width}px`;
  document.body.style.height = `${height}px`;
}

/** In the color of the slide's text, which can be read on its background. */
function addFoot(page: HTMLElement, section: HTMLElement, footer: string, number: string): void {
  const isOfSlide = section.parentElement === page;
  const color = isOfSlide ? getComputedStyle(section).color : '#222';
  for (const [side, text] of [
    ['left: 1em', footer],
    // The deck's own number is on the right.
    ['left: 50%', number],
  ]) {
    if (text === '') continue;
    const foot = document.createElement('div');
    foot.textContent = text!;
    foot.style.cssText = `all: initial; position: absolute; bottom: 0.6em; ${side}; z-index: 1; color: ${color};
      font: 16px / 1.4 sans-serif; white-space: pre;`;
    page.append(foot);
  }
}
