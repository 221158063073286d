import type { Config } from '../config/config';
import type { MarkedSlide } from '../markup/markedSlide';
import type { Span } from '../text/spans';
import { handlesIn, isPlaceholder } from './handles';
import { teamSections } from './teams';

/** A team's part of a deck, in short. */
export interface TeamReport {
  /** As written in the deck. */
  readonly team: string;
  /** Place of its first heading. Offsets are of the document. */
  readonly heading: Span;
  /** All of its slides, without the separators before and after. Offsets are of the document. */
  readonly span: Span;
  readonly slides: number;
  /** Who reports: handles with `@`, or the words used instead; null if the deck does not say. */
  readonly reporter: string | null;
}

const REPORTER = /^report(?:ed)? by\b[\s:]*(\S.*)$/i;
/** No one has a longer name. */
const MAX_REPORTER = 60;

/** The teams' parts of the deck, in order; a team that occurs twice is listed twice. */
export function teamReports(slides: readonly MarkedSlide[], config: Config): TeamReport[] {
  return teamSections(slides, config).map(({ heading, slides: own }) => {
    const [first] = own;
    return {
      team: heading.name,
      heading: first!.at(heading.heading.span),
      span: { start: first!.slide.span.start, end: own.at(-1)!.slide.span.end },
      slides: own.length,
      reporter: reporterOf(own),
    };
  });
}

function reporterOf(slides: readonly MarkedSlide[]): string | null {
  for (const { markup } of slides) {
    for (const { kind, plain, inNotes } of markup.blocks) {
      const words = kind === 'heading' || inNotes ? undefined : REPORTER.exec(plain)?.[1];
      if (words === undefined) continue;
      const handles = handlesIn(words).map((handle) => `@${handle}`);
      if (handles.length > 0) return [...new Set(handles)].join(', ');
      return isPlaceholder(words.replace(/^@/, '').trim()) ? null : words.slice(0, MAX_REPORTER);
    }
  }
  return null;
}
