import { misplacedFrontMatter } from '../../deck/misplacedFrontMatter';
import { slideTitle } from '../../summary/titles';
import { lineEndOf } from '../../text/lineEnds';
import { changeTo } from '../changeTo';
import { isMeantForHedgedoc, isMeantForSlides, keyInOtherCase } from '../meantForSlides';
import type { DeckContext, Fix, Rule, RuleDocs } from '../rule';

export const missingFrontmatter: Rule = {
  id: 'missing-frontmatter',
  severity: 'error',
  dialects: 'hedgedoc',
  description: 'A HedgeDoc deck has no frontmatter, no `type: slide` in it, or no title.',
  fixes: ['safe', 'offered'],
  checkDeck(context) {
    const { text, frontMatter } = context.deck;
    if (frontMatter?.problem) return;
    if (frontMatter) {
      if (isMeantForSlides(context)) checkKeys(context);
    } else if (!text.startsWith('---') && !misplacedFrontMatter(text) && isMeantForHedgedoc(context))
      reportNone(context);
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc shows a note as slides only if its frontmatter says `type: slide`; otherwise it opens as one long text. HackMD shows the slides all the same if there are `slideOptions`. For the title HedgeDoc takes the first heading of level 1; if there is none either, the browser and lists of notes show some other text.',
  example: {
    before: '---\ntitle: SCS Community Call\nslideOptions:\n  theme: white\n---\n\n# Community Call\n',
    after:
      '---\ntype: slide\ntitle: SCS Community Call\nslideOptions:\n  theme: white\n---\n\n# Community Call\n',
  },
  settings: ['decks'],
  spared:
    'Decks for other tools, and decks whose tool is a guess. A deck without `title` that has a heading of level 1, which HedgeDoc takes for the title.',
  verdict:
    'Stop the commit: without `type: slide` HedgeDoc opens the deck as one long text. Beside `slideOptions` that is `info`, and a missing title is a hint.',
};

function reportNone({ deck, report }: DeckContext): void {
  const lineEnd = lineEndOf(deck.text);
  const lines = ['---', `title: ${titleOf(deck)}`, 'type: slide', '---', ''];
  // HedgeDoc un-indents a slide that begins with more than one empty line.
  const newText = lines.join(lineEnd) + (/^\s/.test(deck.text) ? '' : lineEnd);
  report({
    message:
      'This deck has no frontmatter, so HedgeDoc opens it as text, not as slides. Begin it with a title and "type: slide".',
    span: { start: 0, end: /^[^\r\n]*/.exec(deck.text)![0].length },
    fixes: [
      { title: 'Insert frontmatter', edits: [{ span: { start: 0, end: 0 }, newText }], kind: 'offered' },
    ],
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
    return [{ title: `Insert ${line}`, edits: [{ span: { start: at, end: at }, newText }], kind: 'offered' }];
  };
  // `invalid-frontmatter` covers values that are not text.
  if (typeof values.type === 'string' && values.type !== 'slide') reportType(context);
  if (
    values.type === undefined &&
    !reportOtherCase('type', 'opens the deck as text, not as slides', context)
  ) {
    report({
      // HackMD shows slides without it.
      ...('slideOptions' in values && { severity: 'info' }),
      message: '"type: slide" is missing, so HedgeDoc opens the deck as text, not as slides. Add it.',
      span: opening,
      fixes: insert('type: slide'),
    });
  }
  const isUntitled = values.title === undefined || values.title === null || values.title === '';
  if (isUntitled && !reportOtherCase('title', 'does not find the title', context) && !hasHeading(context)) {
    report({
      severity: 'hint',
      message:
        'The deck has no title and no heading like "# …", so browsers and lists of notes show some other text. Add "title: …".',
      span: opening,
      fixes: values.title === undefined ? insert(`title: ${titleOf(deck)}`) : [],
    });
  }
}

/** Whether HedgeDoc has a title in the note itself: its first heading of level 1 (docs/hedgedoc.md, 1.2). */
function hasHeading({ slides }: DeckContext): boolean {
  return slides.some(({ markup }) =>
    markup.blocks.some(({ kind, level, plain }) => kind === 'heading' && level === 1 && plain !== ''),
  );
}

/** Reports a key that is written in other letter case; false if there is none. */
function reportOtherCase(name: string, effect: string, { deck, report }: DeckContext): boolean {
  const { values, entries } = deck.frontMatter!;
  const written = keyInOtherCase(name, values);
  if (written === undefined) return false;
  const { key, value } = entries.get(written)!;
  const text = deck.text.slice(value.start, value.end);
  const isSlide = /^['"]?slide['"]?$/i.test(text);
  const isOtherCase = name === 'type' && isSlide && values[written] !== 'slide';
  const edits = [{ span: key, newText: name }, ...(isOtherCase ? [{ span: value, newText: 'slide' }] : [])];
  report({
    message: `HedgeDoc reads "${name}" only in lower case, so it ignores "${written}" and ${effect}. Write "${name}".`,
    span: key,
    fixes: [{ title: `Change to ${name}`, edits, kind: name === 'type' && !isSlide ? 'offered' : 'safe' }],
  });
  return true;
}

/** Other near words, such as `side` or `slice`, may be types of another program. */
const MISSPELLED = /^['"]?slides?['"]?$/i;

function reportType({ deck, report }: DeckContext): void {
  const { key, value } = deck.frontMatter!.entries.get('type')!;
  const written = deck.text.slice(value.start, value.end);
  report({
    message: `HedgeDoc opens the deck as text, not as slides, because its type is "${written}". Write "type: slide".`,
    span: value.end > value.start ? value : key,
    fixes:
      value.end > value.start
        ? [changeTo('slide', value, MISSPELLED.test(written) ? 'safe' : 'offered')]
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
