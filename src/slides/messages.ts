import type { Dialect } from '../core/deck/deck';
import type { SlideId } from '../core/deck/slideIds';
import { DIRECTIONS, type Direction } from '../core/edit/places';
import { type Culprit, MAX_EXCERPT, type Overflow, PARTS } from '../core/lint/height/overflow';
import type { MermaidOptions } from '../core/options/mermaidOptions';
import type { RevealOptions } from '../core/options/slideOptions';
import type { SlideShape } from '../core/options/slideShape';

export type { SlideId };

/** Everything about the deck except what is on its slides. */
export interface DeckMessage {
  readonly type: 'deck';
  /** Columns from left to right, each with its slides from top to bottom. */
  readonly columns: readonly (readonly SlideId[])[];
  /** The slides that consist of vertical slides, made by `<section>`s, and how many these are. */
  readonly verticalSlides: readonly (readonly [SlideId, number])[];
  readonly options: RevealOptions;
  /** As `Look.mermaid`. */
  readonly mermaid: MermaidOptions | null;
  readonly shape: SlideShape;
  /** What is wrong with the picture behind all slides; empty if nothing is. */
  readonly lostBackground: string;
  readonly dialect: Dialect;
  /** The page's name, in the user's language. */
  readonly title: string;
  /** Language of the slides, empty if not known. */
  readonly lang: string;
  readonly stylesheets: readonly PageStyleSheet[];
  /** The deck's own sheets may style only the slides, nothing around them. */
  readonly confineStyles: boolean;
  /** What the reader must know about the deck; each is shown in the strip above the slide. */
  readonly notices: readonly string[];
  /** Address of the deck's folder in the page; empty if the deck can't name any files. */
  readonly folder: string;
  /** Shown above these if the deck's file is gone. */
  readonly lost: LostNotice | null;
  /** Returned when the window is reloaded. */
  readonly document: string;
  readonly locked: boolean;
}

/** The address of a style sheet of ours, or the text of one of the author's. */
export type PageStyleSheet = string | { readonly css: string };

export interface LostNotice {
  readonly text: string;
  /** The label of the button that saves the text. */
  readonly save: string;
}

export interface SlideMessage {
  readonly id: SlideId;
  readonly html: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Why the preview moves: the cursor moved in the editor, or an earlier position is restored. */
export type Origin = 'editor' | 'restore';

export type ToWebview =
  | DeckMessage
  | { readonly type: 'slides'; readonly slides: readonly SlideMessage[] }
  | ShowMessage
  /** Opens the overview of all slides, or closes it. */
  | { readonly type: 'overview' }
  | MeasureMessage
  /** What is shown about the slide's size while the slide is shown, for each of its parts; empty if it fits. */
  | { readonly type: 'overflow'; readonly id: SlideId; readonly notices: readonly string[] }
  /** What screen readers say about the slide that is shown now. */
  | { readonly type: 'announce'; readonly text: string };

/**
 * `part` counts the vertical slides that `<section>`s make of one slide, here and in other messages; it is 0 for slides
 * that are whole.
 */
export interface ShowMessage {
  readonly type: 'show';
  readonly id: SlideId;
  readonly part: number;
  readonly fragment?: number;
  readonly origin: Origin;
}

/** Asks for the size of slides: some that the page holds, and some that it should not show anywhere. */
export interface MeasureMessage {
  readonly type: 'measure';
  /** A later run invalidates an earlier one. */
  readonly run: number;
  readonly held: readonly SlideId[];
  readonly slides: readonly SlideMessage[];
}

/**
 * Where a slide goes relative to another: into its stack above or below it, or as a column of its own beside
 * its column.
 */
export type MovePlace = (typeof MOVE_PLACES)[number];
const MOVE_PLACES = ['above', 'below', 'left', 'right'] as const;

/** How a part of a slide fits: height and width are 0 if it does. */
export interface MeasuredSlide extends Overflow {
  readonly id: SlideId;
  readonly part: number;
}

export type FromWebview =
  /** The page runs and knows nothing yet. */
  | { readonly type: 'ready' }
  /** The slides the page has or wants; it is kept informed about these. */
  | { readonly type: 'hold'; readonly ids: readonly SlideId[] }
  | ShownMessage
  /** A double click: show the source, `line` lines below the slide's first. */
  | { readonly type: 'source'; readonly id: SlideId; readonly line: number }
  /** A click on the notice with this number. */
  | { readonly type: 'notice'; readonly index: number }
  /** A click on the button that saves the text of a deck whose file is gone. */
  | { readonly type: 'save' }
  | { readonly type: 'openLink'; readonly href: string }
  /** The size of a screen that is as large as the panel has changed. */
  | { readonly type: 'resized' }
  | MoveMessage
  | StepMessage
  | { readonly type: 'measured'; readonly run: number; readonly slides: readonly MeasuredSlide[] };

/** Another slide is shown, or another part or fragment of it. Only a gesture by the user has `byUser`. */
export interface ShownMessage {
  readonly type: 'shown';
  readonly id: SlideId;
  readonly part: number;
  readonly fragment: number;
  readonly byUser: boolean;
}

/** A thumbnail was dropped. */
export interface MoveMessage {
  readonly type: 'move';
  readonly id: SlideId;
  readonly target: SlideId;
  readonly where: MovePlace;
}

/** A thumbnail was moved by a key. */
export interface StepMessage {
  readonly type: 'step';
  readonly id: SlideId;
  readonly direction: Direction;
}

/** What the page keeps across a reload of the window. */
export interface PersistedState {
  readonly document: string;
  readonly locked: boolean;
  readonly h: number;
  readonly v: number;
  readonly part: number;
  readonly fragment: number;
}

/**
 * A message of the page if it is one of those above, or else null: a page that shows somebody else's text
 * must not be trusted with more.
 */
export function readMessage(value: unknown): FromWebview | null {
  const message = value as Record<string, unknown> | null;
  switch (message?.type) {
    case 'ready':
    case 'resized':
    case 'save':
      return { type: message.type };
    case 'hold':
      return Array.isArray(message.ids) && message.ids.every(isIndex)
        ? { type: 'hold', ids: message.ids }
        : null;
    case 'shown': {
      const { id, part, fragment, byUser } = message;
      const isPlace = isIndex(id) && isIndex(part) && Number.isSafeInteger(fragment);
      return isPlace && typeof byUser === 'boolean'
        ? { type: 'shown', id, part, fragment: fragment as number, byUser }
        : null;
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
    case 'move': {
      const { id, target } = message;
      const where = MOVE_PLACES.find((place) => place === message.where);
      return isIndex(id) && isIndex(target) && where ? { type: 'move', id, target, where } : null;
    }
    case 'step': {
      const direction = DIRECTIONS.find((each) => each === message.direction);
      return isIndex(message.id) && direction ? { type: 'step', id: message.id, direction } : null;
    }
    case 'measured': {
      const { run, slides } = message;
      const valid = isIndex(run) && Array.isArray(slides) && slides.every(isMeasured);
      return valid ? { type: 'measured', run, slides } : null;
    }
    default:
      return null;
  }
}

function isMeasured(value: unknown): value is MeasuredSlide {
  const slide = value as Partial<MeasuredSlide> | null;
  const isPlace = isIndex(slide?.id) && isIndex(slide.part);
  const hasSize = isPlace && isIndex(slide.height) && isIndex(slide.width);
  return hasSize && isCulprit(slide.tooTall) && isCulprit(slide.tooWide);
}

function isCulprit(value: unknown): boolean {
  if (value === null) return true;
  const { part, excerpt } = (value ?? {}) as Partial<Culprit>;
  return (
    PARTS.some((known) => known === part) && typeof excerpt === 'string' && excerpt.length <= MAX_EXCERPT
  );
}

/** Reads what a page of this or an earlier version saved. */
export function readPersistedState(value: unknown): PersistedState | null {
  const state = value as Partial<PersistedState> | null;
  if (typeof state?.document !== 'string') return null;
  const { document, locked, h, v, part, fragment } = state;
  return {
    document,
    locked: locked === true,
    h: isIndex(h) ? h : 0,
    v: isIndex(v) ? v : 0,
    part: isIndex(part) ? part : 0,
    fragment: Number.isSafeInteger(fragment) ? (fragment as number) : -1,
  };
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
