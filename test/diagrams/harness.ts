/** Runs in the test's page: what the preview and the exported page call. */
import morphdom from 'morphdom';
import { drawFromCache, finish, keepDrawing, kindsIn, type Mermaid } from '../../src/page/diagrams/finish';
import { scriptLoader } from '../../src/page/diagrams/loadScripts';

declare global {
  interface Window {
    diagrams: typeof diagrams;
    __pwned?: number;
  }
}

const slides = document.querySelector<HTMLElement>('.slides')!;
const load = scriptLoader((kind) => `page/${kind}.js`, document.querySelector('script')!.nonce);

const diagrams = {
  slides,
  kindsIn,
  drawFromCache: () => drawFromCache(slides, {}),
  finish: (root: HTMLElement = slides, mermaid: Mermaid = {}) => finish(root, load, mermaid),
  /** Puts HTML into the page and draws what is in it. */
  async draw(html: string): Promise<void> {
    slides.innerHTML = html;
    await finish(slides, load, {});
  },
  /** As the preview does on a keystroke. */
  patch(html: string): void {
    morphdom(slides, `<div class="slides">${html}</div>`, {
      childrenOnly: true,
      onBeforeElUpdated: (from, to) => !from.isEqualNode(to),
      onBeforeElChildrenUpdated: (from, to) => !keepDrawing(from, to),
    });
    drawFromCache(slides, {});
  },
};

window.diagrams = diagrams;
