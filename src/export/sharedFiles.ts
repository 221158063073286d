import type { Trouble } from './words';

/** The URL of a file from a page, or why it has none. */
export type Placed =
  | { readonly url: string }
  /** The reason is in the user's language. */
  | { readonly trouble: Trouble; readonly reason?: string };

/** Puts a file where the page finds it; returns its URL. Rejects with `Unreadable` if it is too large. */
export type Place = (path: string, bytes: Uint8Array) => string | Promise<string>;

/** What the pages of a site have in common, as one of these pages sees it: all URLs count from there. */
export interface SharedFiles {
  /** Puts one of the files that ship with Deckwright on the site, with this content; returns its URL. */
  shipped(path: string, content: () => Promise<string>): Promise<string>;
  /** Puts a file that the deck shows on the site. */
  readonly place: Place;
  /** Where a link leads whose target has this path, without a fragment. */
  link(path: string): Promise<Placed>;
}
