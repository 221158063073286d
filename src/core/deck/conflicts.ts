import { startOfLine } from '../text/lineEnds';
import type { Span } from '../text/spans';

/** Whose change: that of the branch one is on, or that of what is merged into it. As VS Code calls them. */
export type Side = 'current' | 'incoming';

/** One side of a merge conflict. */
export interface ConflictSide {
  /** What git calls it: a branch, a commit. Empty if it has no name. */
  readonly label: string;
  /** Its lines with their line ends; empty if the side has none. */
  readonly span: Span;
}

/** Lines of which git has left two versions, one after the other between its markers. */
export interface Conflict extends Readonly<Record<Side, ConflictSide>> {
  /** From the first marker to the end of the last one's line. */
  readonly span: Span;
  /** The first marker, without its line end. */
  readonly marker: Span;
}

/** What git's markers in a text are. */
export interface Markers {
  readonly conflicts: readonly Conflict[];
  /** Markers that were left when a conflict was resolved: the first or the last of one without the others. */
  readonly strays: readonly Span[];
}

const NONE: Markers = { conflicts: [], strays: [] };

/** The merge conflicts in a text, in its order. Where there are none, the text is only searched for the first marker. */
export function conflictsIn(text: string): readonly Conflict[] {
  return text.includes('<<<<<<<') ? readMarkers(text).conflicts : NONE.conflicts;
}

/** The same, with markers that were left over. */
export function markersIn(text: string): Markers {
  return text.includes('<<<<<<<') || text.includes('>>>>>>>') ? readMarkers(text) : NONE;
}

/**
 * Lines that matter here: markers, which have exactly seven characters, and after `=` nothing else; fences; separators
 * as nearly all decks have them. `^` would also match after U+2028.
 */
const LINES =
  /(?<=^|[\r\n])(?:(?<marker><{7}|\|{7}|>{7})(?: (?<label>[^\r\n]*))?|(?<middle>={7})|[ \t]*(?<fence>`{3,}|~{3,})(?<info>[^\r\n]*)|(?<dashes>-{3,4}))(?=\r?\n|\r|$)/g;

/** A fenced code block, and what is wholly in it. */
interface Fence {
  readonly mark: string;
  readonly conflicts: Conflict[];
  readonly strays: Span[];
}

/** A conflict of which not all markers have been read. */
interface Begun {
  readonly marker: Span;
  readonly label: string;
  /** The fence around its first marker. */
  readonly fence: Fence | null;
  /** Whether that fence ends in the conflict. */
  endsFence: boolean;
  /** Where the lines of the current side end. */
  currentEnd?: number;
  /** Where those of the incoming side begin. */
  incomingStart?: number;
}

function readMarkers(text: string): Markers {
  const reader = new MarkerReader(text);
  for (const match of text.matchAll(LINES)) {
    const { middle, marker = middle, label = '', fence, info = '' } = match.groups!;
    const start = match.index;
    if (fence) reader.takeFence(fence, info);
    else if (marker) reader.takeMarker(marker[0]!, label, { start, end: start + match[0].length });
    else if (/(?:^|[\r\n])(?:\r\n?|\n)$/.test(text.slice(Math.max(start - 3, 0), start))) reader.leaveFence();
  }
  return reader.finish();
}

/** Takes the lines that matter, one after the other. */
class MarkerReader {
  readonly #conflicts: Conflict[] = [];
  readonly #strays: Span[] = [];
  readonly #examples: Conflict[] = [];
  #fence: Fence | null = null;
  #begun: Begun | null = null;

  constructor(readonly text: string) {}

  takeFence(mark: string, info: string): void {
    if (!this.#fence) {
      const isInline = mark.startsWith('`') && info.includes('`');
      if (!isInline) this.#fence = { mark, conflicts: [], strays: [] };
    } else if (mark.startsWith(this.#fence.mark) && info.trim() === '') {
      this.#examples.push(...this.#fence.conflicts.splice(0));
      if (this.#begun?.fence === this.#fence) this.#begun.endsFence = true;
      this.#fence = null;
    }
  }

  /** A fence that is not closed ends with its slide, and what is in it is no example. */
  leaveFence(): void {
    this.#conflicts.push(...(this.#fence?.conflicts ?? []));
    this.#strays.push(...(this.#fence?.strays ?? []));
    this.#fence = null;
  }

  takeMarker(sign: string, label: string, marker: Span): void {
    if (sign === '<') this.#begin(label, marker);
    else if (sign === '>') this.#end(label, marker);
    else if (this.#begun && this.#begun.incomingStart === undefined) {
      // Both sides follow the same lines: a fence that one of them opens is not open in the other.
      this.#fence = this.#begun.endsFence ? null : this.#begun.fence;
      this.#begun.currentEnd ??= marker.start;
      if (sign === '=') this.#begun.incomingStart = lineAfter(this.text, marker.end);
    }
  }

  #begin(label: string, marker: Span): void {
    this.#abandon();
    if (label) this.#begun = { marker, label, fence: this.#fence, endsFence: false };
  }

  #end(label: string, marker: Span): void {
    const { text } = this;
    const begun = this.#begun;
    if (begun?.currentEnd !== undefined && begun.incomingStart !== undefined) {
      const isWithin = begun.fence === this.#fence && !begun.endsFence;
      const list = (isWithin && this.#fence?.conflicts) || this.#conflicts;
      list.push({
        span: { start: begun.marker.start, end: lineAfter(text, marker.end) },
        marker: begun.marker,
        current: {
          label: begun.label,
          span: { start: lineAfter(text, begun.marker.end), end: begun.currentEnd },
        },
        incoming: { label, span: { start: begun.incomingStart, end: marker.start } },
      });
      this.#begun = null;
    } else if (!begun && GIT_LABEL.test(label) && !isInQuote(text, marker.start)) {
      (this.#fence?.strays ?? this.#strays).push(marker);
    }
  }

  /** What has begun does not go on. */
  #abandon(): void {
    if (this.#begun) (this.#begun.fence?.strays ?? this.#strays).push(this.#begun.marker);
    this.#begun = null;
  }

  /**
   * Decks explain git: what is in a complete fence is an example, unless another conflict of the text has the same
   * labels.
   */
  finish(): Markers {
    this.#abandon();
    this.leaveFence();
    const labels = new Set(this.#conflicts.map(labelsOf));
    const conflicts = [...this.#conflicts, ...this.#examples.filter((each) => labels.has(labelsOf(each)))];
    return {
      conflicts: conflicts.sort((a, b) => a.span.start - b.span.start),
      strays: this.#strays.sort((a, b) => a.start - b.start),
    };
  }
}

/** What git writes after the last marker: a branch, a commit with its subject, or what `git stash` has. */
const GIT_LABEL = /^(?:[\w./-]+|[\da-f]{7,40} \([^\r\n]*\)|Stashed changes)$/;

/** Whether the line above is a quote: one in the seventh level may begin like a marker. */
function isInQuote(text: string, lineStart: number): boolean {
  const end = text.slice(Math.max(lineStart - 2, 0), lineStart) === '\r\n' ? lineStart - 2 : lineStart - 1;
  return text.startsWith('>', startOfLine(text, end));
}

function lineAfter(text: string, lineEnd: number): number {
  return lineEnd + (/^(?:\r\n?|\n)/.exec(text.slice(lineEnd, lineEnd + 2))?.[0].length ?? 0);
}

function labelsOf({ current, incoming }: Conflict): string {
  return `${current.label}\n${incoming.label}`;
}
