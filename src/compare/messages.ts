import {
  type FromWebview as FromSlides,
  readMessage,
  type SlideId,
  type ToWebview as ToSlides,
} from '../slides/messages';

/** The two decks that are compared: the earlier version and the later one. */
export type SideName = (typeof SIDES)[number];
export const SIDES = ['before', 'after'] as const;

/** What happened to a slide. A changed one may have moved, too. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

/** A slide of one deck, or of both, that differs. */
export interface ListedChange {
  readonly before: SlideId | null;
  readonly after: SlideId | null;
  readonly kind: ChangeKind;
  /** The number in the later deck, or in the earlier one if the slide was removed. */
  readonly number: string;
  readonly title: string;
  /** What changed, in the user's language. */
  readonly said: string;
  /** The notes of both, if they differ. */
  readonly notes: Readonly<Record<SideName, string>> | null;
  /** What Restore does to it, in the user's language; empty if it can't be restored. */
  readonly restore: string;
}

/** What finds a version of a deck again after a reload of the window. */
export interface SavedVersion {
  /** The address of the deck. */
  readonly uri: string;
  /** What VS Code's git calls the version; null for the document as it is. */
  readonly ref: string | null;
  /** What the user knows a commit by, such as the name of a branch. */
  readonly name: string;
}

/** Both versions. */
export type SavedVersions = Readonly<Record<SideName, SavedVersion>>;

/** What differs between the decks. */
export interface ChangesMessage {
  readonly type: 'changes';
  /** What the two versions are called. */
  readonly names: Readonly<Record<SideName, string>>;
  /** To be kept across a reload of the window; null if the comparison can't be. */
  readonly saved: SavedVersions | null;
  readonly changes: readonly ListedChange[];
  /** What differs that is not on a slide, in the user's language; empty if nothing does. */
  readonly deck: string;
}

export type ToPage =
  | { readonly type: 'side'; readonly side: SideName; readonly message: ToSlides }
  | ChangesMessage
  /** Shows the change of a slide of the earlier deck. */
  | { readonly type: 'choose'; readonly before: SlideId }
  /** Restores the slide that is shown. */
  | { readonly type: 'restoreShown' };

/** What a side of the page reports of its slides. */
export type SideReport = Extract<FromSlides, { readonly type: 'hold' | 'shown' | 'openLink' }>;

/** Which change is meant, by the slides that it is about. */
export type ChosenChange = Pick<ListedChange, 'before' | 'after'>;

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'side'; readonly side: SideName; readonly message: SideReport }
  | ({ readonly type: 'restore' } & ChosenChange)
  /** Shows a slide of the later deck in its editor. */
  | { readonly type: 'source'; readonly id: SlideId };

/** A message of the page if it is one of those above, or else null, as for `readMessage`. */
export function readPageMessage(value: unknown): FromPage | null {
  const message = value as Record<string, unknown> | null;
  switch (message?.type) {
    case 'ready':
      return { type: 'ready' };
    case 'side': {
      const side = SIDES.find((each) => each === message.side);
      const report = readReport(message.message);
      return side && report ? { type: 'side', side, message: report } : null;
    }
    case 'restore': {
      const { before, after } = message;
      return isIdOrNull(before) && isIdOrNull(after) ? { type: 'restore', before, after } : null;
    }
    case 'source':
      return isIdOrNull(message.id) && message.id !== null ? { type: 'source', id: message.id } : null;
    default:
      return null;
  }
}

/** Reads from what the page keeps, of this or an earlier version, which decks it compares. */
export function readSavedVersions(value: unknown): SavedVersions | null {
  const { saved } = (value ?? {}) as { readonly saved?: Partial<Record<SideName, unknown>> | null };
  const [before, after] = SIDES.map((side) => readSavedVersion(saved?.[side]));
  return before && after ? { before, after } : null;
}

function readSavedVersion(value: unknown): SavedVersion | null {
  const { uri, ref, name } = (value ?? {}) as Partial<SavedVersion>;
  const isVersion = typeof uri === 'string' && (ref === null || typeof ref === 'string');
  return isVersion && typeof name === 'string' ? { uri, ref, name } : null;
}

function readReport(value: unknown): SideReport | null {
  const message = readMessage(value);
  switch (message?.type) {
    case 'hold':
    case 'shown':
    case 'openLink':
      return message;
    default:
      return null;
  }
}

function isIdOrNull(value: unknown): value is SlideId | null {
  return value === null || (Number.isSafeInteger(value) && (value as number) >= 0);
}

/** The words of the page. */
export type CompareWords = Readonly<
  Record<
    | 'list'
    | 'absentBefore'
    | 'absentAfter'
    | 'notes'
    | 'none'
    | 'next'
    | 'previous'
    | 'overlay'
    | 'sideBySide'
    | 'slider'
    | 'source'
    | ChangeKind,
    string
  >
>;
