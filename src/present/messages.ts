import { readTimer, type Timer } from '../core/present/timer';
import {
  type FromWebview as FromSlides,
  readMessage,
  readPersistedState,
  type SlideId,
  type ToWebview as ToSlides,
} from '../slides/messages';

/** What the audience sees. */
export type Screen = (typeof SCREENS)[number];
const SCREENS = ['slides', 'black', 'white'] as const;

/** What both panels show besides slides, and keep across a reload of the window. */
export interface PresentState {
  readonly document: string;
  readonly h: number;
  readonly v: number;
  readonly part: number;
  readonly fragment: number;
  readonly screen: Screen;
  readonly timer: Timer;
  /** Whether the mouse moves a dot over the slide. */
  readonly pointing: boolean;
  /** Of the notes, relative to the usual size. */
  readonly notesSize: number;
  /** While the talk is rehearsed: the milliseconds for which each slide was shown. */
  readonly rehearsal: readonly number[] | null;
}

/** Notes that are smaller or larger can't be read. */
const NOTES_SIZES = { min: 0.5, max: 5 } as const;

/** A place on the slide: 0 is its left or upper edge, 1 its right or lower one. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A slide in the presenter's list. */
export interface ListedSlide {
  readonly id: SlideId;
  readonly number: string;
  readonly title: string;
}

/** Messages that only the panels of a presentation take. */
export type Own =
  /** `elapsed` is what the timer shows, in milliseconds: the page's clock may be another one. */
  | { readonly type: 'state'; readonly state: PresentState; readonly elapsed: number }
  | PointMessage
  /** All slides, and the seconds planned for each if the deck plans any. */
  | {
      readonly type: 'list';
      readonly slides: readonly ListedSlide[];
      readonly timings: readonly number[] | null;
    };

export type ToPanel = ToSlides | Own;

/** Where the dot is; null if there is none. */
export interface PointMessage {
  readonly type: 'point';
  readonly at: Point | null;
}

/** What a panel reports of its slides. */
export type SlidesReport = Extract<FromSlides, { readonly type: 'ready' | 'hold' | 'shown' | 'openLink' }>;

export type FromPanel =
  | SlidesReport
  | PointMessage
  | { readonly type: 'screen'; readonly screen: Screen }
  | { readonly type: 'pointing'; readonly on: boolean }
  | { readonly type: 'notesSize'; readonly size: number }
  | { readonly type: 'endRehearsal' }
  /** Starts or pauses the timer, or sets it back. */
  | { readonly type: 'timer'; readonly action: TimerAction };

export type TimerAction = (typeof TIMER_ACTIONS)[number];
const TIMER_ACTIONS = ['toggle', 'reset'] as const;

/** A message of a panel if it is one of those above, or else null, as for `readMessage`. */
export function readPanelMessage(value: unknown): FromPanel | null {
  const message = value as Record<string, unknown> | null;
  switch (message?.type) {
    case 'point': {
      const at = readPoint(message.at);
      return at === undefined ? null : { type: 'point', at };
    }
    case 'screen': {
      const screen = SCREENS.find((each) => each === message.screen);
      return screen ? { type: 'screen', screen } : null;
    }
    case 'endRehearsal':
      return { type: 'endRehearsal' };
    case 'pointing':
      return typeof message.on === 'boolean' ? { type: 'pointing', on: message.on } : null;
    case 'notesSize': {
      const size = readNotesSize(message.size);
      return size === null ? null : { type: 'notesSize', size };
    }
    case 'timer': {
      const action = TIMER_ACTIONS.find((each) => each === message.action);
      return action ? { type: 'timer', action } : null;
    }
    default:
      return readReport(value);
  }
}

function readReport(value: unknown): SlidesReport | null {
  const message = readMessage(value);
  switch (message?.type) {
    case 'ready':
    case 'hold':
    case 'shown':
    case 'openLink':
      return message;
    default:
      return null;
  }
}

function readNotesSize(value: unknown): number | null {
  if (!Number.isFinite(value)) return null;
  return Math.min(Math.max(value as number, NOTES_SIZES.min), NOTES_SIZES.max);
}

/** Null is a place outside the slide; undefined is not a place. */
function readPoint(value: unknown): Point | null | undefined {
  if (value === null) return null;
  const { x, y } = (value ?? {}) as Partial<Point>;
  return Number.isFinite(x) && Number.isFinite(y) ? { x: x!, y: y! } : undefined;
}

/** Reads what a panel of this or an earlier version saved. */
export function readPresentState(value: unknown): PresentState | null {
  const place = readPersistedState(value);
  const timer = readTimer((value as Partial<PresentState> | null)?.timer);
  if (!place || !timer) return null;
  const { document, h, v, part, fragment } = place;
  const { screen, pointing, notesSize, rehearsal } = value as Partial<PresentState>;
  return {
    ...{ document, h, v, part, fragment, timer },
    screen: SCREENS.find((each) => each === screen) ?? 'slides',
    pointing: pointing === true,
    notesSize: readNotesSize(notesSize) ?? 1,
    rehearsal: Array.isArray(rehearsal) && rehearsal.every(Number.isFinite) ? rehearsal : null,
  };
}

/** The words of the presenter's page. `{0}` is a time. */
export type PresenterWords = Readonly<
  Record<
    | 'current'
    | 'next'
    | 'end'
    | 'notes'
    | 'noNotes'
    | 'larger'
    | 'smaller'
    | 'clock'
    | 'elapsed'
    | 'start'
    | 'pause'
    | 'reset'
    | 'left'
    | 'ahead'
    | 'behind'
    | 'planned'
    | 'back'
    | 'forward'
    | 'slides'
    | 'filter'
    | 'noMatch'
    | 'black'
    | 'white'
    | 'pointer'
    | 'rehearsal'
    | 'endRehearsal'
    | 'isBlack'
    | 'isWhite',
    string
  >
>;
