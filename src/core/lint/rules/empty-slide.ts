import type { Deck } from '../../deck/deck';
import { misplacedFrontMatter } from '../../deck/misplacedFrontMatter';
import { splitsAtBlankLines } from '../../deck/namedSetups';
import { blankedOut } from '../../markup/codeSpans';
import type { MarkdownPart } from '../../markup/markdownPart';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { Markup } from '../../markup/markup';
import { perSlide } from '../../markup/perSlide';
import type { Fix, Rule, RuleDocs, RuleFinding } from '../rule';

export const emptySlide: Rule = {
  id: 'empty-slide',
  severity: 'warning',
  dialects: 'all',
  description: 'A slide shows nothing.',
  fixes: ['visible', 'offered'],
  checkDeck({ deck, slides, report }) {
    if (slides.length < 2) return;
    // Once the frontmatter is moved to the top, the slides before its end are different ones.
    const misplaced = deck.frontMatter ? null : misplacedFrontMatter(deck.text);
    const settled = slides.filter(({ slide }) => !misplaced || slide.span.start > misplaced.end);
    for (const run of emptyRuns(settled)) report(foundIn(run, deck));
  },
};

export const docs: RuleDocs = {
  why: 'The audience sees a blank screen and wonders whether something broke. Usually a separator was left over when slides were moved.',
  example: {
    before: '# One\n\n---\n\n---\n\n# Two\n',
    after: '# One\n\n---\n\n# Two\n',
  },
  spared:
    'Slides with notes or a background of their own, horizontal rules, pictures, and anything else that shows; decks of a single slide.',
  verdict: 'Mention it: the audience sees nothing for a moment, but the speaker may want the pause.',
};

/** Empty slides. Consecutive ones without any text make one run, and so one finding. */
function emptyRuns(slides: readonly MarkedSlide[]): MarkedSlide[][] {
  const runs: MarkedSlide[][] = [];
  for (const linted of slides) {
    // Notes alone are an intended pause.
    if (linted.slide.content.notes || showsSomething(linted)) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last?.slide.index === linted.slide.index - 1 && isBlank(last) && isBlank(linted)) run!.push(linted);
    else runs.push([linted]);
  }
  return runs;
}

function isBlank({ slide }: MarkedSlide): boolean {
  return slide.content.text.trim() === '';
}

function foundIn(run: readonly MarkedSlide[], deck: Deck): RuleFinding {
  const first = run[0]!.slide;
  const last = run.at(-1)!.slide;
  const span = trimmed(deck.text, first.index > 0 ? first.separator.start : first.span.start, last.span.end);
  if (run[0]!.markup.styles.length > 0) {
    return {
      message:
        'This slide has only a style sheet, so the audience sees an empty slide. Move the style sheet to a slide that shows something.',
      span,
    };
  }
  const where =
    first.index === 0
      ? 'before the first separator'
      : last.index === deck.slides.length - 1
        ? 'after the last separator'
        : 'between these separators';
  const seen = run.length > 1 ? `${run.length} empty slides. Remove them.` : 'an empty slide. Remove it.';
  const canGo = isBlank(run[0]!) && !splitsAtBlankLines(deck.setup);
  return {
    message: `Nothing is shown ${where}, so the audience sees ${seen}`,
    span,
    fixes: canGo ? [removal(run, deck)] : [],
  };
}

/** Removes the slides and their separators. If a vertical slide follows, it keeps the separator of its column. */
function removal(run: readonly MarkedSlide[], { slides }: Deck): Fix {
  const [first, last] = [run[0]!.slide, run.at(-1)!.slide];
  const next = slides[last.index + 1];
  const opening = run.findLast(({ slide }) => slide.v === 0)?.slide;
  const kept = next && next.v > 0 ? opening : undefined;
  const from = first.index === 0 ? first.span.start : first.separator.start;
  const removed =
    first.index === 0
      ? [{ start: from, end: next?.span.start ?? last.span.end }]
      : kept && next
        ? [
            { start: from, end: kept.separator.start },
            { start: kept.span.start, end: next.span.start },
          ]
        : [{ start: from, end: last.span.end }];
  const edits = removed.filter(({ start, end }) => end > start).map((span) => ({ span, newText: '' }));
  return {
    title: run.length > 1 ? 'Remove the empty slides' : 'Remove the empty slide',
    edits,
    // Between others it may be a pause.
    kind: first.index > 0 && !next ? 'visible' : 'offered',
  };
}

/** Elements that show something even without text. */
const SHOWN = new Set([
  'img',
  'video',
  'audio',
  'iframe',
  'hr',
  'svg',
  'table',
  'input',
  'canvas',
  'object',
  'embed',
]);

const showsSomething = perSlide((markup, text) => {
  const { blocks, body, code, references, tags, rules, comments } = markup;
  // Where markdown gave up, the text is shown as written.
  if (!body) return true;
  if (blocks.some(({ plain }) => plain !== '') || code.length > 0 || rules.length > 0) return true;
  if (references.some(({ kind }) => kind !== 'link' && kind !== 'css')) return true;
  if (tags.some(({ name }) => SHOWN.has(name))) return true;
  if (comments.some(({ attributes }) => attributes?.target === 'slide')) return true;
  return hasOtherText(text, markup, body);
});

/** Text between tags, and what is neither text nor code to markdown: formulas and embeds. */
function hasOtherText(text: string, { styles, tags, comments }: Markup, body: MarkdownPart): boolean {
  const hidden = [
    ...styles,
    ...tags.map(({ span }) => span),
    ...comments.map(({ span }) => span),
    ...body.notes.definitions.map(({ span }) => body.place(span)),
  ];
  return /[^\s#>*+`~-]/.test(blankedOut(text, hidden));
}

/** The dashes, without the empty lines around them. */
function trimmed(text: string, start: number, end: number) {
  const part = text.slice(start, end);
  const visible = part.trim();
  if (visible === '') return { start, end };
  const from = start + part.indexOf(visible);
  return { start: from, end: from + visible.length };
}
