import { misplacedFrontMatter } from '../../deck/misplacedFrontMatter';
import { slideTitle } from '../../summary/titles';
import { lineEndOf } from '../../text/lineEnds';
import { nearest } from '../../text/nearest';
import { changeTo } from '../changeTo';
import type { DeckContext, Fix, Rule, RuleDocs } from '../rule';

export const missingFrontmatter: Rule = {
  id: 'missing-frontmatter',
  severity: 'error',
  dialects: 'hedgedoc',
  description: 'A HedgeDoc deck has no frontmatter, or its frontmatter lacks a title or `type: slide`.',
  fixes: ['safe', 'offered'],
  checkDeck(context) {
    const { text, frontMatter } = context.deck;
    if (frontMatter?.problem) return;
    if (frontMatter) {
      const { type } = frontMatter.values;
      if (type === 'slide' || 'slideOptions' in frontMatter.values || isMeantForHedgedoc(context))
        checkKeys(context);
    } else if (!text.startsWith('---') && !misplacedFrontMatter(text) && isMeantForHedgedoc(context))
      reportNone(context);
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc shows a note as slides only if its frontmatter says `type: slide`; otherwise it opens as one long text. Without a title, lists of notes and the browser show another text for it.',
  example: {
    before: '---\ntitle: SCS Community Call\nslideOptions:\n  theme: white\n---\n\n# Community Call\n',
    after:
      '---\ntype: slide\ntitle: SCS Community Call\nslideOptions:\n  theme: white\n---\n\n# Community Call\n',
  },
  settings: ['decks'],
};

/** Separators alone could just as well be reveal-md's. */
function isMeantForHedgedoc({ deck, slides, environment }: DeckContext): boolean {
  if (environment.isConfigured) return true;
  const { tags, comments } = slides[0]!.markup;
  const hasTitleBlock =
    tags.some(({ name }) => name === 'style' || name === 'font') ||
    comments.some(({ attributes }) => attributes?.target === 'slide');
  const hasBoth = deck.slides.some(({ h }) => h > 0) && deck.slides.some(({ v }) => v > 0);
  return hasTitleBlock && hasBoth;
}

function reportNone({ deck, report }: DeckContext): void {
  const lineEnd = lineEndOf(deck.text);
  const lines = ['---', `title: ${titleOf(deck)}`, 'type: slide', '---', ''];
  // HedgeDoc un-indents a slide that begins with more than one empty line.
  const newText = lines.join(lineEnd) + (/^\s/.test(deck.text) ? '' : lineEnd);
  report({
    message:
      'This deck has no frontmatter, so HedgeDoc opens it as text, not as slides. Begin it with a title and "type: slide".',
    span: { start: 0, end: /^[^\r\n]*/.exec(deck.text)![0].length },
    fixes: [{ title: 'Insert frontmatter', edits: [{ span: { start: 0, end: 0 }, newText }], kind: 'safe' }],
  });
}

function checkKeys(context: DeckContext): void {
  const { deck, report } = context;
  const { text, frontMatter } = deck;
  const { values, span } = frontMatter!;
  const opening = { start: span.start, end: span.start + 3 };
  const insert = (line: string): Fix[] => {
    const at = span.start + /^[^\r\n]*(?:\r\n?|\n)/.exec(text.slice(span.start))![0].length;
    const newText = line + lineEndOf(text);
    return [{ title: `Insert ${line}`, edits: [{ span: { start: at, end: at }, newText }], kind: 'safe' }];
  };
  // `invalid-frontmatter` covers values that are not text.
  if (typeof values.type === 'string' && values.type !== 'slide') reportType(context);
  if (values.type === undefined) {
    report({
      message: '"type: slide" is missing, so HedgeDoc opens the deck as text, not as slides. Add it.',
      span: opening,
      fixes: insert('type: slide'),
    });
  }
  if (values.title === undefined || values.title === null || values.title === '') {
    report({
      message: 'The deck has no title: browsers and lists of notes show some other text. Add "title: …".',
      span: opening,
      fixes: values.title === undefined ? insert(`title: ${titleOf(deck)}`) : [],
    });
  }
}

function reportType({ deck, report }: DeckContext): void {
  const { key, value } = deck.frontMatter!.entries.get('type')!;
  const written = deck.text.slice(value.start, value.end);
  report({
    message: `HedgeDoc opens the deck as text, not as slides, because its type is "${written}". Write "type: slide".`,
    span: value.end > value.start ? value : key,
    fixes:
      value.end > value.start
        ? [changeTo('slide', value, nearest(written, ['slide']) === undefined ? 'offered' : 'safe')]
        : [],
  });
}

/** The first slide's heading, as YAML. */
function titleOf({ slides }: DeckContext['deck']): string {
  const title = slideTitle(slides[0]!.content);
  const text = 'text' in title && title.text !== '' ? title.text : 'Slides';
  return /^[\p{L}\p{N}][\p{L}\p{N} .,()/_–-]*$/u.test(text) && !/^[\d.]+$/.test(text)
    ? text
    : JSON.stringify(text);
}
