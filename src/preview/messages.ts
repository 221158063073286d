import type { Dialect } from '../core/deck/deck';
import type { RevealOptions } from '../core/options/slideOptions';

/** A slide's number for as long as the preview lives: it stays when slides are inserted or moved around it. */
export type SlideId = number;

/** Everything about the deck but what is on its slides. */
export interface DeckMessage {
  readonly type: 'deck';
  /** Columns from left to right, each with its slides from top to bottom. */
  readonly columns: readonly (readonly SlideId[])[];
  readonly options: RevealOptions;
  readonly dialect: Dialect;
  readonly lang: string;
  readonly stylesheets: readonly string[];
  /** Sheets of the deck's own may style the slides only, nothing around them. */
  readonly confineStyles: boolean;
  /** What the reader must know about the deck; each is shown in the strip above the slide. */
  readonly notices: readonly string[];
  /** Given back when the window is reloaded. */
  readonly document: string;
  readonly locked: boolean;
}

export interface SlideMessage {
  readonly id: SlideId;
  readonly html: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Why the preview moves: the cursor moved in the editor, or an earlier place is taken up again. */
export type Origin = 'editor' | 'restore';

export type ToWebview =
  | DeckMessage
  | { readonly type: 'slides'; readonly slides: readonly SlideMessage[] }
  | { readonly type: 'show'; readonly id: SlideId; readonly fragment?: number; readonly origin: Origin };

export type FromWebview =
  /** The page runs and knows nothing yet. */
  | { readonly type: 'ready' }
  /** The slides the page has or wants to have; it is kept informed about these. */
  | { readonly type: 'hold'; readonly ids: readonly SlideId[] }
  /** Another slide is shown, or another fragment of it. Only a user's own gesture has `byUser`. */
  | { readonly type: 'shown'; readonly id: SlideId; readonly fragment: number; readonly byUser: boolean }
  /** A double click: show the source, `line` lines below the slide's first. */
  | { readonly type: 'source'; readonly id: SlideId; readonly line: number }
  /** A click on the notice with this number. */
  | { readonly type: 'notice'; readonly index: number }
  | { readonly type: 'openLink'; readonly href: string };

/** What the page keeps over a reload of the window. */
export interface PersistedState {
  readonly document: string;
  readonly locked: boolean;
  readonly h: number;
  readonly v: number;
  readonly fragment: number;
}

/**
 * A message of the page if it is one of those above, else null: a page that shows somebody else's text is not to be
 * trusted with more.
 */
export function readMessage(value: unknown): FromWebview | null {
  const message = value as Record<string, unknown> | null;
  switch (message?.type) {
    case 'ready':
      return { type: 'ready' };
    case 'hold':
      return Array.isArray(message.ids) && message.ids.every(isIndex)
        ? { type: 'hold', ids: message.ids }
        : null;
    case 'shown': {
      const { id, fragment, byUser } = message;
      const valid = isIndex(id) && Number.isSafeInteger(fragment) && typeof byUser === 'boolean';
      return valid ? { type: 'shown', id, fragment: fragment as number, byUser } : null;
    }
    case 'source':
      return isIndex(message.id) && isIndex(message.line)
        ? { type: 'source', id: message.id, line: message.line }
        : null;
    case 'notice':
      return isIndex(message.index) ? { type: 'notice', index: message.index } : null;
    case 'openLink':
      return typeof message.href === 'string' && message.href.length < 10_000
        ? { type: 'openLink', href: message.href }
        : null;
    default:
      return null;
  }
}

/** Reads what a page of this or an earlier version kept. */
export function readPersistedState(value: unknown): PersistedState | null {
  const state = value as Partial<PersistedState> | null;
  if (typeof state?.document !== 'string') return null;
  const { document, locked, h, v, fragment } = state;
  return {
    document,
    locked: locked === true,
    h: isIndex(h) ? h : 0,
    v: isIndex(v) ? v : 0,
    fragment: Number.isSafeInteger(fragment) ? (fragment as number) : -1,
  };
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
