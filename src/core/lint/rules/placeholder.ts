import { blankedOut, codeSpans } from '../../markup/codeSpans';
import { htmlTexts } from '../../markup/htmlTexts';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { Markup, Piece } from '../../markup/markup';
import { perSlide } from '../../markup/perSlide';
import { visibleTexts } from '../../markup/visibleTexts';
import type { Span } from '../../text/spans';
import type { Rule, RuleDocs } from '../rule';
import { isTemplate, slidesOf, templatesFor, wordsOf } from '../templates';

/** Leaves out templates, which are made of placeholders. Nothing it finds depends on a tool. */
export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'warning',
  dialects: 'all',
  description: 'A placeholder or a whole slide is left over from a template or a snippet.',
  fixes: [],
  checkDeck({ deck, slides, files, config, isSilenced, report }) {
    const templates = templatesFor(files, config);
    if (isTemplate(files.deck) || templates.includes(files.deck)) return;
    const proposed = slidesOf(templates, files, deck);
    for (const slide of slides) {
      const left = placeholders(slide).filter(({ span }) => !isSilenced(slide.at(span)));
      const [first] = left.sort((a, b) => a.span.start - b.span.start);
      const isOwn = first || proposed.size === 0;
      const template = isOwn ? undefined : proposed.get(wordsOf(slide.slide.content));
      if (first) report({ message: messageFor(left), span: slide.at(first.span) });
      else if (template)
        report({ message: sameAs(template), span: slide.at(firstLine(slide)), severity: 'info' });
    }
  },
};

export const docs: RuleDocs = {
  why: 'The audience sees `202X-XX-XX` or `@todo` on the slide. Slides that are still word for word those of a template beside the deck, or of one in `.deckwright.json`, say nothing about this deck, unless they are meant to stay.',
  example: {
    before: '# Community Call 202X-XX-XX\n\nPresented by [@todo](https://github.com/todo)\n',
    after: '# Community Call 2024-08-22\n\nPresented by [@octocat](https://github.com/octocat)\n',
  },
  spared:
    'Files with "template" in their name, where placeholders are the point; code and comments; dots after a sentence; and slides of fewer than 60 characters that are the same in a template.',
  verdict: 'Mention it: a deck is committed before everybody has filled in their part.',
  settings: ['templates'],
};

function sameAs(template: string): string {
  const name = template.slice(template.lastIndexOf('/') + 1);
  return `This slide is still the same as in ${name}. Write your own, or remove it if it is not meant to stay.`;
}

function firstLine({ slide }: MarkedSlide): Span {
  const { text } = slide.content;
  const start = text.search(/\S/);
  return { start, end: start + /^[^\r\n]*/.exec(text.slice(start))![0].length };
}

interface Placeholder {
  readonly span: Span;
  /** As written. */
  readonly text: string;
  readonly hint: string;
}

/** How many a message names. */
const MAX_NAMED = 5;
const MAX_LENGTH = 60;

/** One message per slide: a new deck has little but placeholders. */
function messageFor(left: readonly Placeholder[]): string {
  const named = left.slice(0, MAX_NAMED).map(({ text }) => `"${shortened(text)}"`);
  if (left.length > MAX_NAMED) named.push('…');
  const list = named.join(', ');
  return left.length === 1
    ? `1 placeholder left: ${list}. Everyone will see it. ${left[0]!.hint}`
    : `${left.length} placeholders left: ${list}. Everyone will see them. Replace or remove them.`;
}

function shortened(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

const placeholders = perSlide((markup, text): Placeholder[] => {
  const words = [...inWords(markup, text), ...wholeBlocks(markup, text)];
  return [...words, ...inAddresses(markup, text, words), ...ofSnippets(markup, text)];
});

/** `YYYY-MM-DD` may be the subject of a slide, but not in a heading. */
const DATE = /(?<![\w-])(?:\dX{3}|\d\dXX|\d{3}X)-XX-XX(?![\w-])/gi;
const DATE_IN_HEADING = /(?<![\w-])(?:\dX{3}|\d\dXX|\d{3}X|YYYY|JJJJ)-(?:XX|MM)-(?:XX|DD|TT)(?![\w-])/gi;
const HANDLE = /(?<![\w./@-])@todo(?![\w-])/gi;

function inWords(markup: Markup, text: string): Placeholder[] {
  if (!/@todo|-(?:XX|MM)-/i.test(text)) return [];
  const inMarkdown = visibleTexts(markup).flatMap((words) =>
    inPiece(words, words.block.kind === 'heading' ? DATE_IN_HEADING : DATE),
  );
  return [...inMarkdown, ...htmlTexts(markup, text).flatMap((words) => inPiece(words, DATE))];
}

function inPiece({ text, span }: Piece, date: RegExp): Placeholder[] {
  const find = (pattern: RegExp, hint: string) =>
    [...text.matchAll(pattern)].map((match) => {
      const start = span.start + match.index;
      return { span: { start, end: start + match[0].length }, text: match[0], hint };
    });
  return [...find(date, 'Write the date.'), ...find(HANDLE, 'Write who it is.')];
}

/** What the community's template and the snippets propose, with nothing else beside it. */
const PROPOSED =
  /^(?:Subtopic \d+|(?:.* - +)?(?:A|Another) new topic|Eventname \d+( - Topic)?|(?:First|Second|Third) aspect|What you want to say|Your name)$/i;
/** A report or a title slide that names nobody. */
export const NOBODY =
  /^(?:Re[pb]ort(?:ed)?|Presented) by:?(?: ?(?:\.{2,}|…|\(?\?+\)?|@|_+|-+|–|—|@?todo|tb[ad]|t\.b\.[ad]\.))?$/i;

/** Points below a subtopic. */
const POINT = /^(?:One|Two|Three)$/;
/** Three are an ellipsis. */
const DOTS = /^\.{7,}$/;

function wholeBlocks({ blocks }: Markup, text: string): Placeholder[] {
  const hasSubtopic = blocks.some(({ plain }) => /^Subtopic \d+$/i.test(plain));
  return blocks.flatMap(({ plain, span }) => {
    if (plain.length > 200) return [];
    const dots = plain.length < 10 && text.slice(span.start, span.end).trim();
    if (dots && DOTS.test(dots)) return [{ span, text: dots, hint: 'Write your own, or remove it.' }];
    if (PROPOSED.test(plain) || (hasSubtopic && POINT.test(plain)))
      return [{ span, text: plain, hint: 'Write your own, or remove it.' }];
    if (!NOBODY.test(plain) || /@todo/i.test(plain)) return [];
    return [{ span, text: plain, hint: 'Write who it is, or remove the line.' }];
  });
}

const NOWHERE = /^(?:https?:)?\/\/(?:(?:www\.)?github\.com\/todo\/?|yolobanana\.de\b.*)$/is;

/** If the text of the link is a placeholder too, only the text counts. */
function inAddresses({ references }: Markup, text: string, words: readonly Placeholder[]): Placeholder[] {
  return references.flatMap(({ url, urlSpan }) => {
    if (!NOWHERE.test(url)) return [];
    const isCounted = words.some(
      ({ span }) => span.start > urlSpan.end && !/[\r\n]/.test(text.slice(urlSpan.end, span.start)),
    );
    return isCounted ? [] : [{ span: urlSpan, text: url, hint: 'Write the real address.' }];
  });
}

/** `${1:text}`, as in the source of a snippet. */
function ofSnippets(markup: Markup, text: string): Placeholder[] {
  if (!text.includes('${')) return [];
  const source = blankedOut(text, codeSpans(markup, text));
  return [...source.matchAll(/\$\{\d{1,2}[:|][^{}\r\n]{0,200}\}/g)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    text: match[0],
    hint: 'Write what belongs here.',
  }));
}
