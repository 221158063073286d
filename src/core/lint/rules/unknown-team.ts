import { similarTeam, type TeamHeading, teamHeading } from '../../community/teams';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { Span } from '../../text/spans';
import type { Fix, Rule, RuleDocs } from '../rule';

/** Names that were right when older decks were written, so there is nothing to correct. */
const FORMER = ['Team IAM', 'SIG Monitoring', 'SIG Central API', 'SIG Central API MVP', 'SIG Release'];

/** One finding per name, however many headings have it. */
export const unknownTeam: Rule = {
  id: 'unknown-team',
  severity: 'info',
  dialects: 'hedgedoc',
  description: 'A team or group is not in the list of teams.',
  fixes: ['offered'],
  checkDeck({ slides, config, report }) {
    const listed = config.teams.map(({ name }) => name);
    for (const [name, places] of unlistedNames(slides, (slide) => teamHeading(slide.markup, config))) {
      if (FORMER.includes(name.replace(/\s*\/.*/, ''))) continue;
      const meant = similarTeam(name, listed);
      if (meant !== undefined && isOtherTopic(name, meant)) continue;
      // If no listed name is similar, only a heading that opens a column counts as a team.
      if (meant === undefined && places[0]!.slide.slide.v > 0) continue;
      const hint = meant
        ? `Did you mean "${meant}"?`
        : 'Correct it, or add a new team to "teams" in .deckwright.json.';
      report({
        message: `"${name}" is not in the list of teams, so its reports cannot be found under one name. ${hint}`,
        span: places[0]!.span,
        fixes: meant ? [renaming(meant, places)] : [],
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'Reports of a team are found under its name. A team that is spelled differently in each deck is lost in lists, snippets and searches. The fix corrects every heading with that name.',
  example: {
    before: '# Team Ias\n\n* New release\n',
    after: '# Team IaaS\n\n* New release\n',
  },
  settings: ['teams'],
  spared:
    "Former teams, teams in `teams` of the configuration, topics that only contain a team's name, and headings below the first slide of a column unless they are close to a known team.",
  verdict: 'Mention it in passing: a team may be new. Add it to `teams` once.',
};

/** Part of a name that does not begin with "Team" or "SIG" may be a topic of its own. */
function isOtherTopic(name: string, meant: string): boolean {
  const words = (text: string) => text.split(/[\s/&]+/).length;
  return !/^(?:Team|SIG)\b/.test(meant) && words(name) !== words(meant);
}

interface NamePlace {
  readonly slide: MarkedSlide;
  /** Offsets are of the document. */
  readonly span: Span;
  readonly isExact: boolean;
}

function unlistedNames(
  slides: readonly MarkedSlide[],
  headingOf: (slide: MarkedSlide) => TeamHeading | null,
): Map<string, NamePlace[]> {
  const names = new Map<string, NamePlace[]>();
  for (const slide of slides) {
    const heading = headingOf(slide);
    if (!heading || heading.listed !== undefined) continue;
    const places = names.get(heading.name) ?? [];
    places.push({
      slide,
      span: slide.at(heading.span ?? heading.heading.span),
      isExact: heading.span !== null,
    });
    names.set(heading.name, places);
  }
  return names;
}

function renaming(newText: string, places: readonly NamePlace[]): Fix {
  const edits = places.filter(({ isExact }) => isExact).map(({ span }) => ({ span, newText }));
  const where = edits.length > 1 ? ` in ${edits.length} headings` : '';
  return { title: `Change to ${newText}${where}`, edits, kind: 'offered' };
}
