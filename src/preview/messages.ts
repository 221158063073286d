import type { SlideId } from '../slides/messages';

/** What the preview's page takes besides what every page that shows slides does. */
export type ToPreview =
  | NotesMessage
  | ConflictMessage
  /** What the page sent is in the deck, where the notes are now these; null if the deck was left as it is. */
  | { readonly type: 'noted'; readonly id: SlideId; readonly text: string | null }
  /** Gives the notes the keyboard focus. */
  | { readonly type: 'editNotes' }
  /** Begins to put a picture onto the clipboard, which comes with the same number. */
  | { readonly type: 'copyPicture'; readonly copy: number }
  /** A PNG file; null if there is none after all. */
  | { readonly type: 'picture'; readonly copy: number; readonly png: Uint8Array | null };

/** The slides in merge conflicts. */
export interface ConflictMessage {
  readonly type: 'conflict';
  /** Each slide that is in one, and whose change it is, in words. */
  readonly sides: readonly (readonly [SlideId, string])[];
  readonly words: ConflictWords;
}

/** The labels of the buttons, in the user's language. */
export interface ConflictWords {
  readonly take: string;
  readonly takeBoth: string;
}

/** A click on one of them: the slide is to stay, or both sides. */
export interface TakeMessage {
  readonly type: 'take';
  readonly id: SlideId;
  readonly taken: 'this' | 'both';
}

/** The notes below the slide. */
export interface NotesMessage {
  readonly type: 'notes';
  readonly isShown: boolean;
  /** The notes that have changed. */
  readonly notes: readonly (readonly [SlideId, SlideNotes])[];
  readonly words: NotesWords;
}

export interface SlideNotes {
  readonly text: string;
  /** Where they begin, in lines of the slide, if they can be edited only in the deck. */
  readonly line: number | null;
}

/** In the user's language. */
export interface NotesWords {
  readonly label: string;
  readonly height: string;
  readonly none: string;
  readonly elsewhere: string;
  readonly showSource: string;
  readonly changed: string;
  readonly unsaved: string;
}

/** Notes that the user has written. */
export interface WrittenNotes {
  readonly type: 'notes';
  /** Address of the deck that they are in. */
  readonly document: string;
  readonly id: SlideId;
  /** The notes as the user found them. */
  readonly base: string;
  readonly text: string;
  /** False while the user is still typing. */
  readonly isDone: boolean;
}

/** How far a picture is on its way to the clipboard. */
export type CopyMessage =
  /** The page may lose the keyboard focus from now on. */
  | { readonly type: 'copying'; readonly copy: number }
  /** `error` is empty if the picture is on the clipboard, or else the name of the DOM exception. */
  | { readonly type: 'copied'; readonly copy: number; readonly error: string };

/** No one writes longer notes. */
const MAX_LENGTH = 1_000_000;

/** The message if it has this form, or else null. */
export function readWrittenNotes(value: unknown): WrittenNotes | null {
  const { type, document, id, base, text, isDone } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (type !== 'notes' || typeof document !== 'string' || typeof isDone !== 'boolean') return null;
  const isText = (each: unknown): each is string => typeof each === 'string' && each.length <= MAX_LENGTH;
  if (!Number.isSafeInteger(id) || !isText(base) || !isText(text)) return null;
  return { type, document, id: id as SlideId, base, text, isDone };
}

/** The message if it has this form, or else null. */
export function readTakeMessage(value: unknown): TakeMessage | null {
  const { type, id, taken } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (type !== 'take' || !Number.isSafeInteger(id)) return null;
  return taken === 'this' || taken === 'both' ? { type, id: id as SlideId, taken } : null;
}

/** The message if it has this form, or else null. */
export function readCopyMessage(value: unknown): CopyMessage | null {
  const { type, copy, error } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (!Number.isSafeInteger(copy)) return null;
  if (type === 'copying') return { type, copy: copy as number };
  return type === 'copied' && typeof error === 'string' && /^\w{0,100}$/.test(error)
    ? { type, copy: copy as number, error }
    : null;
}
