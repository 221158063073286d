import { teamSections } from '../../community/teams';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { TextBlock } from '../../markup/markup';
import type { Rule, RuleDocs } from '../rule';

export const emptySection: Rule = {
  id: 'empty-section',
  severity: 'hint',
  dialects: 'hedgedoc',
  description: "A team's section has only headings, its mission or its reporter.",
  fixes: [],
  checkDeck({ slides, config, report }) {
    for (const { heading, slides: own } of teamSections(slides, config)) {
      const next = slides[own.at(-1)!.slide.index + 1];
      // A slide without a heading continues the one before it.
      if (own.some(hasContent) || (next && !hasHeading(next))) continue;
      report({
        message: `The section of "${heading.name}" has no content. Fill it in, or remove it if there is nothing to report.`,
        span: own[0]!.at(heading.span ?? heading.heading.span),
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'The section was prepared for a team that has not written anything, or has nothing to report. In the call the presenter stops at a slide that says nothing.',
  example: {
    before:
      '# Team IaaS\n\nReport by [@octocat](https://github.com/octocat)\n\n---\n\n# Team Ops\n\n* Monitoring\n',
    after:
      '# Team IaaS\n\nReport by [@octocat](https://github.com/octocat)\n\n* New release\n\n---\n\n# Team Ops\n\n* Monitoring\n',
  },
  settings: ['teams'],
  spared:
    'Sections with a list, a picture or any other text, and sections that continue on a slide without a heading.',
  verdict: 'Keep quiet: a team may have nothing to report.',
};

function hasHeading({ markup }: MarkedSlide): boolean {
  return markup.blocks.some(({ kind, plain }) => kind === 'heading' && plain !== '');
}

function hasContent({ slide, markup }: MarkedSlide): boolean {
  const { blocks, code, references, comments, tags } = markup;
  if (!markup.body || code.length > 0 || slide.content.notes) return true;
  if (references.some(({ kind }) => kind === 'image' || kind === 'media')) return true;
  if (tags.some(({ name }) => name === 'iframe' || name === 'table')) return true;
  if (comments.some(({ attributes }) => attributes?.target === 'slide')) return true;
  // Embeds, formulas and the like are content: they are none of the blocks known to say nothing.
  return blocks.some((block) => !isHeadline(block));
}

/** Headings, "Report by …" and one sentence on what the team does. */
function isHeadline({ kind, plain }: TextBlock): boolean {
  return kind === 'heading' || plain === '' || /^Rep?o?r?b?t?e?d? ?by\b/i.test(plain) || MISSION.test(plain);
}

const MISSION = /^(?:We(?:'re|’re| are)? build|The (?:Team|SIG) .* deals with)/i;
