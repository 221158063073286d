import type * as vscode from 'vscode';
import type * as Renderer from '../bundles/renderer';
import type { Deck, SlideContent } from '../core/deck/deck';
import type { RenderedSlide } from '../core/render/rendered';
import { type RenderRules, renderRules } from '../core/render/renderRules';
import { loadBundle } from '../services/loadBundle';
import { EmojiPictures } from './emojiPictures';
import type { Pictures } from './pictures';

export type Render = (content: SlideContent) => RenderedSlide;

/** Renders the slides of a preview: each text once, and again when what it shows was looked up. */
export class SlideRenderer {
  readonly #emoji: EmojiPictures;
  #pictures: Pictures;
  /** What the rendered slides depend on besides their text, as text. */
  #rules = '';
  #rendered = new WeakMap<SlideContent, RenderedSlide>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly extensionUri: vscode.Uri,
    pictures: Pictures,
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
    this.#rendered = new WeakMap();
  }

  /** The last rendered version of a slide. */
  known(content: SlideContent): RenderedSlide | undefined {
    return this.#rendered.get(content);
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
    if (key !== this.#rules) this.#rendered = new WeakMap();
    this.#rules = key;
    this.#pictures.readAs(deck.setup);
    let result: T;
    do result = make((content) => this.#render(content, rules, renderSlide));
    while (await this.#lookUp());
    return result;
  }

  async #lookUp(): Promise<boolean> {
    const settled = await Promise.all([this.#pictures.settle(), this.#emoji.settle()]);
    const renderAnew = settled.includes(true);
    if (renderAnew) this.#rendered = new WeakMap();
    return renderAnew;
  }

  #render(
    content: SlideContent,
    rules: RenderRules,
    renderSlide: typeof Renderer.renderSlide,
  ): RenderedSlide {
    let rendered = this.#rendered.get(content);
    if (!rendered) {
      const { resolve } = this.#pictures;
      rendered = renderSlide(content, { ...rules, resolve, sourceLines: true, emoji: this.#emoji.url });
      this.#rendered.set(content, rendered);
    }
    return rendered;
  }
}
