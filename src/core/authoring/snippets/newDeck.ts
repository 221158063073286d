import { type Day, isoDate } from '../../community/dates';
import type { Reporting } from '../../community/earlierCall';
import { escapeSnippet, joinSnippets, propose, settle } from './snippetSyntax';
import { type Snippet, slugOf } from './snippets';

/** What a new call's deck is made of. */
export interface CallPlan {
  readonly kind: string;
  readonly day: Day;
  /** A handle without `@`; empty if it is to be filled in. */
  readonly presenter: string;
  readonly teams: readonly Reporting[];
  /** URL of a picture; null for none. */
  readonly background: string | null;
  /** List items of earlier decks, as written. */
  readonly events: readonly string[];
}

/** The section that is not a team's report. */
const EVENTS = 'Events';

/** The deck of a community call as one snippet: title slide, a section for each team, and events. */
export function writeCall(plan: CallPlan, snippets: readonly Snippet[]): string {
  const body = (prefix: string) => snippets.find((snippet) => snippet.prefix === prefix)!.body;
  const { kind, day, presenter, background, events } = plan;
  const titled = settle(body('scs-deck'), {
    1: kind,
    3: isoDate(day),
    ...set(2, background),
    ...set(4, presenter),
  });
  // The snippet writes the dot that HedgeDoc needs before pictures of its own folder.
  const title = background === null ? withoutBackground(titled) : titled.replace('"./../', '"../');
  const parts = [title];
  for (const { team, reporter } of plan.teams) {
    // The last reporter need not report again: the handle is a tab stop.
    const section = reporter ? propose(body('scs-team'), { 2: [reporter] }) : body('scs-team');
    if (team !== EVENTS) parts.push(settle(section, { 1: team }));
  }
  if (events.length > 0) parts.push(escapeSnippet(`# ${EVENTS}\n\n${events.join('\n')}`));
  else if (plan.teams.some(({ team }) => team === EVENTS)) parts.push(body('scs-events'));
  return `${joinSnippets(parts, SEPARATOR)}\n`;
}

/** A deck as a snippet, made from a whole-deck snippet whose first tab stop is the title. */
export function writeDeck({ body }: Snippet, title: string): string {
  // In frontmatter a title is YAML, and JSON is valid YAML that needs no further escaping.
  const withTitle = body.replace(
    /^title: \$\{1:[^}]*\}$/m,
    () => `title: ${escapeSnippet(JSON.stringify(title))}`,
  );
  return `${settle(withTitle, { 1: title })}\n`;
}

/** The name of the file for a deck with this title. */
export function fileNameFor(title: string): string {
  return `${slugOf(title).slice(0, 60) || 'deck'}.md`;
}

function withoutBackground(body: string): string {
  return body.replace(/^<!-- \.slide: data-background=.*\n\n/m, '');
}

function set(stop: number, text: string | null): Record<number, string> {
  return text ? { [stop]: text } : {};
}

const SEPARATOR = '\n\n---\n\n';
