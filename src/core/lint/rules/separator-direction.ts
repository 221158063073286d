import { teamHeading, teamSections } from '../../community/teams';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { Span } from '../../text/spans';
import { changeTo } from '../changeTo';
import type { DeckContext, Rule, RuleDocs } from '../rule';

export const separatorDirection: Rule = {
  id: 'separator-direction',
  severity: 'hint',
  dialects: 'hedgedoc',
  description: 'A team continues in a new column, or begins in the column of another team.',
  fixes: ['offered'],
  checkDeck(context) {
    const { slides, config } = context;
    const sections = teamSections(slides, config);
    // A deck without a column for any team uses columns for something else.
    if (!sections.some(({ slides: own }) => own[0]!.slide.v === 0)) return;
    for (const section of sections) {
      const [first, ...rest] = section.slides;
      const before = slides[first!.slide.index - 1];
      if (first!.slide.v > 0 && before && !isAnnounced(first!, context)) {
        report(
          first!,
          '---',
          `"${section.heading.name}" begins in the column of another team. Use \`---\` to start a new column for each team.`,
          context,
        );
      }
      for (const slide of rest) {
        if (slide.slide.v > 0 || !teamHeading(slide.markup, config)) continue;
        report(
          slide,
          '----',
          `"${section.heading.name}" continues in a new column. Use \`----\` to keep a team's slides in one stack.`,
          context,
        );
      }
    }
  },
};

export const docs: RuleDocs = {
  why: 'In community calls each team has a column of its own: its slides are below each other, and the next team is to the right. A wrong separator breaks this order, and a presenter who goes to the right skips slides or lands in the middle of a section.',
  example: {
    before: '# Team IaaS\n\n* New release\n\n----\n\n# Team Ops\n\n* Monitoring\n',
    after: '# Team IaaS\n\n* New release\n\n---\n\n# Team Ops\n\n* Monitoring\n',
  },
  settings: ['teams'],
  spared:
    'Decks without a column for any team, teams below a slide that announces them, and slides without the heading of a team.',
  verdict: 'Keep quiet: every slide is there, only the way through them is unusual. It may be intended.',
};

/** All teams below a divider such as "Updates from the teams" are intended. */
function isAnnounced({ slide }: MarkedSlide, { slides, config }: DeckContext): boolean {
  const top = slides[slide.index - slide.v]!;
  return teamHeading(top.markup, config) === null;
}

function report(
  { slide }: MarkedSlide,
  dashes: string,
  message: string,
  { deck, report }: DeckContext,
): void {
  const span = dashesOf(slide.separator, deck.text);
  report({
    message,
    span,
    fixes: [changeTo(dashes, span)],
  });
}

function dashesOf({ start, end }: Span, text: string): Span {
  const { index, 0: dashes } = /-{3,4}/.exec(text.slice(start, end))!;
  return { start: start + index, end: start + index + dashes.length };
}
