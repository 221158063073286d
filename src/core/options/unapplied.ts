/** Where a deck's look comes from: a key of its frontmatter, or a file around it. */
export type LookOrigin =
  /** Offset of the key in the document. */
  | { readonly offset: number }
  /** As `Setup.source`. */
  | { readonly file: string };

/** Something that a deck's page would have and its slides are shown without. */
export interface Unapplied {
  /** One of `UNAPPLIED`, to be translated. */
  readonly template: string;
  /** The path, address or name, as written. */
  readonly name: string;
  readonly origin: LookOrigin;
}

/** Why something is not applied, in English; `{0}` is its name. */
export const UNAPPLIED = {
  remote: 'Style sheet on another server, so not loaded: {0}',
  remoteFile: 'A style sheet names a file on another server, which is not loaded: {0}',
  missing: 'Theme or style sheet not found: {0}',
  outside: 'Style sheet outside the folder that decks may read: {0}',
  unreadable: 'Style sheet too large or not readable: {0}',
  restricted: 'Style sheets are not applied in Restricted Mode: {0}',
  highlight: 'Color scheme for code not known: {0}',
  script: 'Scripts are not run: {0}',
  template: 'Templates are not used: {0}',
} as const;

/** Of these, what can be wrong with a style sheet. */
export type SheetTrouble = 'remote' | 'missing' | 'outside' | 'unreadable' | 'restricted';
