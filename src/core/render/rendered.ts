/** What the renderer takes and gives: shared by the preview, the export and their tests. */
import type { Dialect } from '../deck/deck';
import type { ReferenceKind } from '../markup/referenceKind';

/** Something that can't be had: what is wrong, in words that the path follows. */
export interface Lost {
  readonly message: string;
  readonly path: string;
}

/**
 * Colours code: takes the text of a code block and its language, gives HTML, or null where it leaves the text as it
 * is. The real one is `highlight` in highlight.ts, which is heavy and therefore loaded apart.
 */
export type Highlight = (code: string, language: string, dialect: Dialect) => string | null;

export interface RenderOptions {
  readonly dialect: Dialect;
  /**
   * Called with every URL the slide's author wrote (decoded from HTML, otherwise untouched), returns the URL to put
   * in its place. An empty string takes the URL out. For what is lost a picture is shown that says so, and for a
   * background `LOST_BACKGROUND` is set; elsewhere the URL is taken out. Not called with what HedgeDoc's filter or
   * ours does not let through, nor with `#…`, which means a place on the page.
   */
  resolve(url: string, kind: ReferenceKind): string | Lost;
  /**
   * Puts `data-line="N"` (0-based, relative to the slide's text) on every block element that comes from markdown,
   * so that a click finds its source. Off for exported pages.
   */
  readonly sourceLines: boolean;
  /** Without it code stays uncoloured. */
  readonly highlight?: Highlight | undefined;
  /** URL of the picture of an emoji; without one the system's font draws it. */
  emoji?(character: string): string | undefined;
}

/**
 * Attribute of a `<section>` whose background can't be had, with a line for each picture or video. The slide keeps the
 * theme's background, and the page says in a corner what is missing.
 */
export const LOST_BACKGROUND = 'data-lost-background';

export interface RenderedSlide {
  /**
   * What goes into the slide's `<section>`, already filtered by the allow-list: for HedgeDoc one `<div>` that holds
   * content and `<aside class="notes">`, for the reveal dialects the content itself.
   */
  readonly html: string;
  /** Attributes of the `<section>`, from `.slide:` comments; URLs in `data-background*` resolved. */
  readonly attributes: Readonly<Record<string, string>>;
}
