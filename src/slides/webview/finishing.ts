import { colorCode, hasCode } from '../../page/code/colorCode';
import { drawFromCache, finish, type Mermaid, scriptOf } from '../../page/diagrams/finish';
import { loadScript, scriptLoader } from '../../page/diagrams/loadScripts';
import type { DeckMessage } from '../messages';

/** Scripts are beside this one's folder, and may run with the same nonce. */
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
const urlOf = (script: string) => new URL(`../${script}`, import.meta.url).href;
const load = scriptLoader((kind) => urlOf(scriptOf(kind)), nonce);

let loadingHighlighter: Promise<void> | undefined;

/**
 * Completes what needs more than HTML: colors code, draws formulas and diagrams. What is already cached
 * appears at once; the rest when what it requires is loaded and done, which `done` then reports.
 */
export function finishSlides(
  sections: readonly HTMLElement[],
  { dialect, mermaid }: Pick<DeckMessage, 'dialect' | 'mermaid'>,
  done: () => void,
): void {
  for (const section of sections) {
    drawFromCache(section, mermaid);
    colorCode(section, dialect);
    drawn(section, mermaid)
      .then(done)
      .catch((error) => console.error(error));
  }
  if (!globalThis.deckwrightHighlighter && sections.some((section) => hasCode(section, dialect))) {
    loadingHighlighter ??= loadScript(
      urlOf('page/highlight.js'),
      nonce,
      'The code highlighter could not be loaded.',
    );
    const color = () => {
      for (const section of sections) colorCode(section, dialect);
    };
    loadingHighlighter.then(color).catch((error) => console.error(error));
  }
}

/** Resolves when everything to be drawn on a slide is drawn. */
export function drawn(section: HTMLElement, mermaid: Mermaid): Promise<void> {
  return finish(section, load, mermaid);
}
