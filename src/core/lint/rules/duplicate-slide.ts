import type { Rule, RuleDocs } from '../rule';

/** Shorter slides, such as dividers and thanks, may be repeated. */
const MIN_LENGTH = 60;

export const duplicateSlide: Rule = {
  id: 'duplicate-slide',
  severity: 'info',
  dialects: 'all',
  description: 'The same slide is in the deck twice.',
  fixes: [],
  checkDeck({ slides, report }) {
    const first = new Map<string, number>();
    for (const { slide } of slides) {
      const text = slide.content.text.trim();
      if (text.length < MIN_LENGTH) continue;
      const earlier = first.get(text);
      if (earlier === undefined) {
        first.set(text, slide.line + lineOf(slide.content.text));
        continue;
      }
      const start = slide.span.start + slide.content.text.search(/\S/);
      report({
        message: `This slide is the same as the one on line ${earlier + 1}. Remove one of them unless this is intended.`,
        span: { start, end: start + /^[^\r\n]*/.exec(text)![0].length },
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'Two people inserted the same slide, or a slide was copied to be changed and then forgotten.',
  example: {
    before:
      '# Release 7\n\n* All services are updated, and so is the documentation\n\n---\n\n# Release 7\n\n* All services are updated, and so is the documentation\n',
    after: '# Release 7\n\n* All services are updated, and so is the documentation\n',
  },
  spared:
    'Slides of fewer than 60 characters, such as dividers, and slides that differ in more than the white space around them.',
  verdict: 'Mention it in passing: speakers come back to a slide on purpose.',
};

/** The first line with text, counted from the start of the slide. */
function lineOf(text: string): number {
  return text.slice(0, text.search(/\S/)).match(/\r\n?|\n/g)?.length ?? 0;
}
