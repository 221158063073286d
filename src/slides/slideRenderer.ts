import type * as vscode from 'vscode';
import type * as Renderer from '../bundles/renderer';
import type { Deck, Slide, SlideContent } from '../core/deck/deck';
import type { RenderedSlide } from '../core/render/rendered';
import { type RenderRules, renderRules } from '../core/render/renderRules';
import { loadBundle } from '../services/loadBundle';
import { EmojiPictures } from './emojiPictures';
import type { Pictures } from './pictures';

export type Render = (slide: Slide) => RenderedSlide;

/** What is known of slides that are in a stack, and of the others, whose sections may be vertical slides. */
interface Renderings {
  readonly stacked: WeakMap<SlideContent, RenderedSlide>;
  readonly alone: WeakMap<SlideContent, RenderedSlide>;
}

/** Renders the slides of a preview: each text once, and again when what it shows was looked up. */
export class SlideRenderer {
  readonly #emoji: EmojiPictures;
  #pictures: Pictures;
  /** What the rendered slides depend on besides their text, as text. */
  #rules = '';
  #rendered = noRenderings();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly extensionUri: vscode.Uri,
    pictures: Pictures,
    /** As in `RenderOptions`. */
    readonly renderedNotes: boolean,
  ) {
    this.#emoji = new EmojiPictures(extensionUri);
    this.#pictures = pictures;
  }

  get pictures(): Pictures {
    return this.#pictures;
  }

  /** Settings, trust or files changed: nothing rendered so far is valid. */
  renderingsStale(pictures: Pictures): void {
    this.#pictures = pictures;
    this.#rendered = noRenderings();
  }

  /** The last rendered version of a slide. */
  known({ content, stacked }: Slide): RenderedSlide | undefined {
    return this.#of(stacked).get(content);
  }

  #of(stacked: boolean): WeakMap<SlideContent, RenderedSlide> {
    return stacked ? this.#rendered.stacked : this.#rendered.alone;
  }

  /** What `make` makes of rendered slides. It runs again until all pictures it needs are looked up. */
  settled<T>(deck: Deck, make: (render: Render) => T): Promise<T> {
    // One after the other: a call must not take for looked up what another is still waiting for.
    const result = this.#queue.then(() => this.#settle(deck, make));
    this.#queue = result.catch(() => {});
    return result;
  }

  async #settle<T>(deck: Deck, make: (render: Render) => T): Promise<T> {
    // Its libraries are heavy, and users who only edit markdown never need them.
    const { renderSlide } = await loadBundle<typeof Renderer>(this.extensionUri, 'renderer.js');
    const rules = renderRules(deck);
    const key = JSON.stringify([rules, deck.setup.page?.file]);
    if (key !== this.#rules) this.#rendered = noRenderings();
    this.#rules = key;
    this.#pictures.readAs(deck.setup);
    let result: T;
    do result = make((slide) => this.#render(slide, rules, renderSlide));
    while (await this.#lookUp());
    return result;
  }

  async #lookUp(): Promise<boolean> {
    const settled = await Promise.all([this.#pictures.settle(), this.#emoji.settle()]);
    const renderAnew = settled.includes(true);
    if (renderAnew) this.#rendered = noRenderings();
    return renderAnew;
  }

  #render(slide: Slide, rules: RenderRules, renderSlide: typeof Renderer.renderSlide): RenderedSlide {
    let rendered = this.known(slide);
    if (!rendered) {
      const { content, stacked } = slide;
      rendered = renderSlide(content, {
        ...rules,
        resolve: this.#pictures.resolve,
        sourceLines: true,
        emoji: this.#emoji.url,
        verticalSections: !stacked,
        renderedNotes: this.renderedNotes,
      });
      this.#of(stacked).set(content, rendered);
    }
    return rendered;
  }
}

function noRenderings(): Renderings {
  return { stacked: new WeakMap(), alone: new WeakMap() };
}
