import type { Deck, Slide } from '../../deck/deck';
import { misplacedFrontMatter } from '../../deck/dialects';
import type { Markup } from '../../deck/markup';
import type { Fix, LintedSlide, Rule } from '../rule';

export const emptySlide: Rule = {
  id: 'empty-slide',
  severity: 'warning',
  dialects: 'all',
  description: 'A slide shows nothing.',
  fix: 'safe',
  checkDeck({ deck, slides, report }) {
    // With its frontmatter moved to the top such a deck has other slides.
    if (slides.length < 2 || (!deck.frontMatter && misplacedFrontMatter(deck.text))) return;
    for (const linted of slides) {
      const { slide, markup } = linted;
      if (showsSomething(linted)) continue;
      const { text } = slide.content;
      const isLast = slide.index === slides.length - 1;
      const where =
        slide.index === 0
          ? 'Before the first separator'
          : isLast
            ? 'Behind the last separator'
            : 'Between these separators';
      const end = slide.span.end;
      const start = slide.index > 0 ? slide.separator.start : slide.span.start;
      const isBlank = text.trim() === '';
      const hasStyle = markup.styles.length > 0;
      report({
        message: hasStyle
          ? 'Only a style sheet stands here, so an empty slide is shown. Put it on the first slide that shows something.'
          : `${where} stands nothing that is shown, so the audience sees an empty slide. Remove it.`,
        span: trimmed(deck.text, start, end),
        fixes: isBlank && deck.dialect !== 'reveal-blank-lines' ? [removal(slide, deck)] : [],
      });
    }
  },
};

/** Without the separator that stood before the slide; without the one behind it where the next one stays below. */
function removal({ index, v, span, separator }: Slide, { slides }: Deck): Fix {
  const next = slides[index + 1];
  const removed =
    index === 0 || (v === 0 && next && next.v > 0)
      ? { start: span.start, end: next?.span.start ?? span.end }
      : { start: separator.start, end: span.end };
  return { title: 'Remove the empty slide', edits: [{ span: removed, newText: '' }], safe: true };
}

/** Elements that show something without text in them. */
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

function showsSomething({ slide, markup }: LintedSlide): boolean {
  const { blocks, code, references, tags, rules, comments } = markup;
  // Notes alone are a pause that is meant; where markdown gave up, the text is shown as it is.
  if (slide.content.notes || !markup.body) return true;
  if (blocks.some(({ plain }) => plain !== '') || code.length > 0 || rules.length > 0) return true;
  if (references.some(({ kind }) => kind !== 'link' && kind !== 'css')) return true;
  if (tags.some(({ name }) => SHOWN.has(name))) return true;
  if (comments.some(({ attributes }) => attributes?.target === 'slide')) return true;
  return hasOtherText(slide.content.text, markup);
}

/** Text between tags, and what markdown makes neither text nor code of: formulas, embeds. */
function hasOtherText(text: string, { styles, tags, comments, body }: Markup): boolean {
  let rest = text;
  for (const { start, end } of [
    ...styles,
    ...tags.map(({ span }) => span),
    ...comments.map(({ span }) => span),
  ]) {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  const definitions = body?.notes.definitions ?? [];
  for (const { span } of definitions) {
    const { start, end } = body!.place(span);
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  return /[^\s#>*+`~-]/.test(rest);
}

/** The dashes rather than the blank lines around them. */
function trimmed(text: string, start: number, end: number) {
  const part = text.slice(start, end);
  const visible = part.trim();
  if (visible === '') return { start, end };
  const from = start + part.indexOf(visible);
  return { start: from, end: from + visible.length };
}
