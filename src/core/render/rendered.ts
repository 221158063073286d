/** What the renderer takes and gives: shared by the preview, the export and their tests. */
import type { Dialect } from '../deck/deck';
import type { ReferenceKind } from '../markup/referenceKind';

/** Something that can't be loaded: what is wrong, in words followed by the path. */
export interface Lost {
  readonly message: string;
  readonly path: string;
}

/** Code in color. */
export interface ColoredCode {
  /** Has no elements but `<span>`. */
  readonly html: string;
  /** The name of the language that it was taken for; empty if none could be guessed. */
  readonly language: string;
}

/**
 * Colors code: takes the text of a code block and its language, or an empty string for the reveal dialects to
 * guess it. Returns null to leave the text as it is. The real one is `highlight` in highlight.ts, which is heavy and therefore loaded separately.
 */
export type Highlight = (code: string, language: string, dialect: Dialect) => ColoredCode | null;

/** How slides are rendered. */
export interface RenderOptions {
  readonly dialect: Dialect;
  /**
   * Called with every URL that the slide's author wrote (decoded from HTML, otherwise untouched); returns the
   * URL to replace it with. An empty string removes the URL. For a lost picture, a picture is shown that says
   * so; for a lost background, `LOST_BACKGROUND` is set; elsewhere the URL is removed. Not called for what
   * HedgeDoc's filter or ours blocks, nor for `#…`, which means a place on the page.
   */
  resolve(url: string, kind: ReferenceKind): string | Lost;
  /**
   * Called with the URL of every page that the slide embeds, in a frame or as its background; returns the
   * `https:` address to show in a frame, or why there is none: then a card opens the page, and for a background
   * `LOST_BACKGROUND` is set. Without it all pages are cards, and none is a background.
   */
  embed?(url: string): string | Lost;
  /** Called instead of `embed` with the URL of a page that is the slide's background. */
  embedBehind?(url: string): string | Lost;
  /**
   * Whether to put `data-line="N"` (0-based, relative to the slide's text) on every block element that comes
   * from markdown, so that a click finds its source. Off for exported pages.
   */
  readonly sourceLines: boolean;
  /**
   * Whether a page of reveal.js has the markdown in its HTML, where `&lt;` means `<`, as reveal-md's pages do, or
   * loads it from a file. The default is true; HedgeDoc has rules of its own.
   */
  readonly markdownInHtml?: boolean | undefined;
  /**
   * By how many spaces reveal.js takes the markdown in the page's HTML to be indented. It removes them from the whole
   * deck, wherever as many follow each other. The default is 0.
   */
  readonly pageIndentation?: number | undefined;
  /** Whether a page of reveal.js loads the math plugin. In decks of HedgeDoc formulas are always typeset. */
  readonly math?: boolean | undefined;
  /**
   * Whether a `<section>` of the slide stays one, so that reveal.js makes a vertical slide of it. Only for slides of
   * reveal.js that are in no stack. Without it the section is a `<div>`.
   */
  readonly verticalSections?: boolean | undefined;
  /**
   * Whether HedgeDoc's notes are markdown throughout, for speakers. HedgeDoc's page leaves their first paragraph raw,
   * and only its speaker view parses it. The notes of reveal.js are markdown anyway.
   */
  readonly renderedNotes?: boolean | undefined;
  /** Without it code stays uncolored. */
  readonly highlight?: Highlight | undefined;
  /** URL of the picture of an emoji; without one the system's font draws it. */
  emoji?(character: string): string | undefined;
}

/**
 * Attribute of a `<section>` whose background can't be loaded, with a line for each picture or video. The
 * slide keeps the theme's background, and the page says in a corner what is missing.
 */
export const LOST_BACKGROUND = 'data-lost-background';

/** A slide as safe HTML. */
export interface RenderedSlide {
  /**
   * Content of the slide's `<section>`, already filtered by the allow-list: for HedgeDoc one `<div>` that
   * holds content and `<aside class="notes">`, for the reveal dialects the content itself.
   */
  readonly html: string;
  /** Attributes of the `<section>`, from `.slide:` comments; URLs in `data-background*` resolved. */
  readonly attributes: Readonly<Record<string, string>>;
  /** How many vertical slides the `<section>`s in `html` make of it; 0 if it is one slide. */
  readonly verticalSlides: number;
}
