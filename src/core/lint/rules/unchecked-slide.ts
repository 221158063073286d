import { MAX_SLIDE_LENGTH } from '../../deck/limits';
import type { Rule, RuleDocs } from '../rule';

export const uncheckedSlide: Rule = {
  id: 'unchecked-slide',
  severity: 'warning',
  dialects: 'all',
  description: 'A slide is too large or too complex to be checked.',
  fixes: [],
  checkSlide({ text, markup, report }) {
    if (markup.body) return;
    const reason =
      text.length > MAX_SLIDE_LENGTH
        ? `It has ${text.length} characters, more than ${MAX_SLIDE_LENGTH}.`
        : 'Its markdown is nested too deeply or too complex.';
    const start = Math.max(0, text.search(/\S/));
    const end = start + /^[^\r\n]{0,200}/.exec(text.slice(start, start + 200))![0].length;
    report({
      message: `Deckwright has not checked this slide. ${reason} Split it, or see whether a separator is missing.`,
      span: { start, end },
    });
  },
};

export const docs: RuleDocs = {
  why: 'Most rules find nothing on such a slide, whatever is wrong with it, and the preview shows it as text. Usually a separator is missing, or data was pasted into the deck.',
  example: {
    given: 'Slides with more than 500 footnotes or 200,000 characters are not read.',
    before: `# Data\n\n${'^[1] '.repeat(501)}\n`,
  },
  spared: 'Slides that are long, but can still be read.',
  verdict: 'Mention it: everything may be right, but nothing has been checked.',
};
