import type { Slide } from '../core/deck/deck';
import type { PageSlide } from '../core/page/page';
import type { Highlight } from '../core/render/rendered';
import type { ExportFiles, RemoteFiles } from './files';
import type { ReadRuntime } from './runtime';
import type { SharedFiles } from './sharedFiles';
import type { Translate } from './words';

/** How a deck is exported as a page. */
export interface ExportOptions {
  /**
   * `inline`: one file that needs no other files and no network. `link`: all references stay as in the deck. Else the
   * page is one of several that share their files.
   */
  readonly assets: 'inline' | 'link' | SharedFiles;
  /**
   * `card`: embedded pages are cards that open them, and those behind slides are left out and reported. `live`:
   * frames show them, loaded from their own hosts when the page is opened; what no frame can show stays a card and
   * is reported.
   */
  readonly embeds: 'card' | 'live';
  /** One of the themes that ship with Deckwright, instead of the deck's own. */
  readonly theme?: string | null;
  /** `print`: all slides one below the other, as pages to print. */
  readonly view?: 'print' | undefined;
  /** As in `RenderOptions`. Without it the page's speaker view renders the notes of HedgeDoc. */
  readonly renderedNotes?: boolean;
  /** The page's title if the deck has none. */
  readonly fileName: string;
  readonly files: ExportFiles;
  /** Files that the deck shows from other servers are fetched with it. Without it they are not in the page. */
  readonly remote?: RemoteFiles | undefined;
  readonly hedgedocHosts: readonly string[];
  /** The slide at which the page starts if its address names none. */
  readonly start?: Pick<Slide, 'index'> | undefined;
  /** Whether style sheets of the author's are applied. */
  readonly trusted: boolean;
  readonly runtime: ReadRuntime;
  readonly highlight: Highlight;
  readonly translate: Translate;
  /** What is added to the slides as they are shown, and the style sheet for it. */
  readonly retouch?: Retouch | undefined;
  readonly signal?: AbortSignal;
}

export interface Retouch {
  readonly css: string;
  /** Takes and returns the HTML of a slide as the renderer wrote it. */
  html(slide: PageSlide): string;
}

/** Something that is not in the page as the author meant it. */
export interface ExportProblem {
  readonly message: string;
  /** 0-based line of the document. */
  readonly line: number;
  /** What is not in the page; null if the problem is in the frontmatter. */
  readonly missing: Missing | null;
}

export interface Missing {
  readonly kind: 'picture' | 'video' | 'sound' | 'font' | 'file' | 'page';
  readonly url: string;
}
