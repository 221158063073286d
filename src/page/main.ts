/** Runs in exported pages: starts reveal.js on the slides in the page. */
import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import Notes from 'reveal.js/plugin/notes';
import type { MermaidOptions } from '../core/options/mermaidOptions';
import { playInlinedVideos } from './backgroundVideos';
import { followHighlights } from './code/scrollCode';
import { finish } from './diagrams/finish';
import { confineFrames, printFramesAsLinks, startBackgroundPage } from './frames';
import { withoutInert } from './inert';
import { labelLostBackground } from './lostBackgrounds';
import { setMotion } from './motion';
import { markPlaces } from './paper/places';
import { printNumbersOfScreen } from './printedNumbers';
import { followSpeakerView, isInSpeakerView } from './speakerView';
import { fontsAndPictures } from './whenDrawn';

const slides = document.querySelector('.reveal .slides')!;
const given = document.head.querySelector('script[type="application/json"]')?.textContent ?? '{}';
const { mermaid, start, ...config } = JSON.parse(given) as RevealConfig & {
  readonly mermaid?: MermaidOptions | null;
  readonly start?: string;
};
const isPrinted = config.view === 'print' || /[?&](?:view=print|print-pdf)\b/.test(window.location.search);

async function showSlides(): Promise<void> {
  if (start && window.location.hash === '') window.history.replaceState(null, '', start);
  playInlinedVideos();
  confineFrames();
  withoutInert(slides);
  if (/[?&]places\b/.test(window.location.search)) markPlaces();
  followHighlights(slides.closest('.reveal')!);
  if (!isInSpeakerView) followSpeakerView();
  // What draws is in the page as well: there is nothing left to load.
  const load = (kind: string) => Promise.reject(new Error(`This build does not support ${kind}.`));
  const drawn = finish(slides, load, mermaid ?? null);
  // Pages to print are laid out once and for all.
  if (isPrinted) {
    printFramesAsLinks(slides);
    await drawn;
    printNumbersOfScreen(Reveal as RevealApi);
  }
  const laidOut = isPrinted && new Promise((resolve) => Reveal.on('pdf-ready', resolve));
  await Reveal.initialize({
    ...config,
    postMessage: isInSpeakerView,
    postMessageEvents: false,
    plugins: [Notes],
  });
  if (!isInSpeakerView) startBackgroundPage(Reveal.getCurrentSlide());
  followMotion();
  labelLostBackgrounds();
  await drawn;
  Reveal.layout();
  await laidOut;
}

function followMotion(): void {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const set = () => setMotion(Reveal, reduced.matches);
  reduced.addEventListener('change', set);
  set();
}

/** reveal.js recreates all backgrounds when it changes to another view. */
function labelLostBackgrounds(): void {
  const label = () => {
    for (const section of slides.querySelectorAll<HTMLElement>('section:not(.stack)'))
      labelLostBackground(section);
  };
  label();
  new MutationObserver(label).observe(Reveal.getBackgroundsElement()!, { childList: true });
}

const shown = showSlides();
/** Resolves when the page shows all that it is going to show. */
const whenDrawn = () => shown.then(() => fontsAndPictures());
// `Reveal` as in reveal.js's own pages, for anybody who inspects or controls a page.
Object.assign(window, { Reveal, whenDrawn });
