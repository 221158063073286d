import type { HtmlAttribute, HtmlTag } from '../../markup/htmlTags';
import type { Markup } from '../../markup/markup';
import { isAllowedAttribute, isAllowedTag } from '../../render/allowList';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/spans';
import { changeTo } from '../changeTo';
import type { Fix, Rule, RuleDocs, RuleFinding, SlideContext } from '../rule';
import { vanishingTag } from '../vanishingTag';

export const invalidHtml: Rule = {
  id: 'invalid-html',
  severity: 'info',
  dialects: 'all',
  description: 'HTML is wrong, or HedgeDoc shows it as text or removes it.',
  fixes: ['safe', 'offered'],
  checkSlide(context) {
    const { markup, report } = context;
    for (const tag of markup.tags) {
      for (const found of problemsOf(tag, context)) report(found);
    }
    for (const tag of unclosed(markup.tags)) report(notClosed(tag, context));
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc shows tags that it does not allow as text and removes attributes that it does not allow. An element that is not closed changes the rest of the slide. Some mistakes go unnoticed in one browser and not in another. In decks of reveal.js, `<your-name>` is an element for browsers, which show nothing of it.',
  example: {
    before: '# Sovereign Cloud Stack</br>Community Call\n',
    after: '# Sovereign Cloud Stack<br>Community Call\n',
  },
  spared:
    'Attributes that no slide needs, such as `rel` or `loading`. In decks of reveal.js, what only HedgeDoc drops, and elements of your own that are closed, have values, or have no text beside them.',
  verdict: 'Mention it in passing: most of it shows almost as intended. A word that vanishes is a warning.',
};

function problemsOf(tag: HtmlTag, { dialect, isGuess, text, markup }: SlideContext): RuleFinding[] {
  const isHedgedoc = dialect === 'hedgedoc' && !isGuess;
  const vanishing = dialect === 'reveal' && !isGuess ? vanishingTag(tag, text, markup) : null;
  if (vanishing) return [vanishing];
  if (tag.closing) return tag.name === 'br' ? [closingBreak(tag)] : [];
  if (isHedgedoc && !isAllowedTag(tag.name, dialect)) return [shownAsText(tag, text, markup)];
  return tag.attributes.flatMap((attribute) => {
    const found = wrongSize(tag, attribute) ?? unquoted(attribute, text);
    const isDropped = isHedgedoc && !isAllowedAttribute(tag.name, attribute.name, dialect);
    return [...(isDropped ? dropped(tag, attribute, text) : found ? [found] : [])];
  });
}

function closingBreak({ span }: HtmlTag): RuleFinding {
  return {
    message: 'HTML has no </br>: browsers and HedgeDoc read it as <br>, other tools drop it. Write <br>.',
    span,
    fixes: [changeTo('<br>', span, 'safe')],
  };
}

function shownAsText({ name, span }: HtmlTag, text: string, { blocks }: Markup): RuleFinding {
  const written = text.slice(span.start, span.end);
  const newText = `\`${written}\``;
  // Backticks mean nothing inside an HTML block or inside other backticks.
  const isSimple =
    !/[`\r\n]/.test(written) &&
    blocks.some((block) => block.span.start <= span.start && span.end <= block.span.end);
  return {
    message: `HedgeDoc does not know <${name}> and shows it as text. Remove it, or put it in backticks if it is meant to be read.`,
    span,
    fixes: isSimple ? [changeTo(newText, span)] : [],
  };
}

/** Font sizes are steps, not lengths. */
function wrongSize(
  { name: tag, attributes }: HtmlTag,
  { name, value, span }: HtmlAttribute,
): RuleFinding | null {
  if (tag !== 'font' || name !== 'size' || /^\s*[+-]?[1-7]\s*$/.test(value)) return null;
  const length = /^(\d{1,3})(px|pt|em|rem|%)$/.exec(value.trim());
  const newText =
    length && !attributes.some(({ name }) => name === 'style') ? `style="font-size: ${length[0]}"` : null;
  const shown = Number.parseInt(value, 10) > 7 ? ` Browsers read "${value}" as 7, the largest.` : '';
  return {
    message: `A font size is a step from 1 to 7.${shown} Write ${newText ?? 'such a number'}.`,
    span,
    fixes: newText ? [changeTo(newText, span)] : [],
  };
}

function unquoted({ name, quote, span, valueSpan }: HtmlAttribute, text: string): RuleFinding | null {
  if (quote !== '') return null;
  const value = text.slice(valueSpan.start, valueSpan.end);
  if (value === '' || /["&]/.test(value)) return null;
  const newText = `${name}="${value}"`;
  return {
    message: `The value of "${name}" has no quotes: it ends at the first space or bracket. Write ${newText}.`,
    span,
    fixes: [{ title: 'Add quotes', edits: [{ span: valueSpan, newText: `"${value}"` }], kind: 'safe' }],
  };
}

/** Attributes that no slide needs. */
const HARMLESS = /^(?:rel|role|aria-.*|lang|loading|decoding|frameborder|allow|name|on.*|srcset|sizes)$/;
const KNOWN =
  'href target title src alt width height color size face class style id align start value poster controls autoplay loop muted colspan rowspan open cite datetime dir border valign'.split(
    ' ',
  );

function dropped(tag: HtmlTag, attribute: HtmlAttribute, text: string): RuleFinding[] {
  const { name, span } = attribute;
  if (HARMLESS.test(name)) return [];
  const meant = KNOWN.includes(name)
    ? undefined
    : nearest(
        name,
        KNOWN.filter((known) => isAllowedAttribute(tag.name, known, 'hedgedoc')),
      );
  const place = { start: span.start, end: span.start + name.length };
  const hint = meant ? `Did you mean "${meant}"?` : 'Remove it, or write it as style="…".';
  const renaming: Fix[] = meant ? [changeTo(meant, place)] : [];
  const before = /\s*$/.exec(text.slice(tag.span.start, span.start))![0].length;
  const edits = [{ span: { start: span.start - before, end: span.end }, newText: '' }];
  return [
    {
      message: `HedgeDoc removes "${name}" from <${tag.name}>. ${hint}`,
      span: place,
      fixes: [...renaming, { title: `Remove ${name}`, edits, kind: 'offered' }],
    },
  ];
}

/** Elements that continue to the end of the slide, or beyond, unless they are closed. */
const PAIRED = new Set(
  'a b big center del details div em font i iframe ins mark ol s small span strike strong sub sup table tt u ul video audio'.split(
    ' ',
  ),
);

function unclosed(tags: readonly HtmlTag[]): HtmlTag[] {
  const open: HtmlTag[] = [];
  const left: HtmlTag[] = [];
  for (const tag of tags) {
    if (!PAIRED.has(tag.name) || tag.selfClosing) continue;
    if (!tag.closing) {
      open.push(tag);
      continue;
    }
    const opened = open.findLastIndex(({ name }) => name === tag.name);
    if (opened >= 0) left.push(...open.splice(opened).slice(1));
  }
  return [...left, ...open];
}

function notClosed({ name, span }: HtmlTag, context: SlideContext): RuleFinding {
  const fix = closing(name, span, context);
  return {
    message: `This <${name}> is not closed, so it also changes what follows. Add </${name}> where it should end.`,
    span,
    fixes: fix ? [fix] : [],
  };
}

/** At the end of the paragraph, where browsers close it too. */
function closing(name: string, { end }: Span, { markup }: SlideContext): Fix | null {
  const block = markup.blocks.find(({ span }) => span.start <= end && end <= span.end);
  if (!block) return null;
  const place = { start: block.span.end, end: block.span.end };
  const newText = `</${name}>`;
  return {
    title: `Add ${newText} at the end of the paragraph`,
    edits: [{ span: place, newText }],
    kind: 'offered',
  };
}
