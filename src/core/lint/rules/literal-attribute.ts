import type { Dialect } from '../../deck/deck';
import { perSlide } from '../../markup/perSlide';
import type { Reference } from '../../markup/references';
import { type VisibleText, visibleTexts } from '../../markup/visibleTexts';
import type { Span } from '../../text/spans';
import type { TextEdit } from '../../text/textEdits';
import { changeTo } from '../changeTo';
import type { Rule, RuleDocs } from '../rule';

export const literalAttribute: Rule = {
  id: 'literal-attribute',
  severity: 'warning',
  dialects: 'all',
  description: 'Attributes in braces are shown as text.',
  fixes: ['offered'],
  checkDeck({ deck, slides, report }) {
    // vscode-reveal reads them.
    if (deck.isGuess || deck.setup.tool === 'vscode-reveal') return;
    for (const slide of slides) {
      for (const found of allBraces(slide)) {
        const repair = repairOf(found, deck.dialect);
        report({
          message: `These braces are shown as text: only other tools read attributes in them. ${HINT}`,
          span: slide.at(found.span),
          fixes: repair ? [changeTo(repair.newText, slide.at(repair.span))] : [],
        });
      }
    }
  },
};

export const docs: RuleDocs = {
  why: 'Pandoc, kramdown and others read attributes in braces. HedgeDoc and reveal.js show the braces on the slide, and the item is not a fragment.',
  example: {
    before: '* First\n* Second {.fragment}\n',
    after: '* First\n* Second <!-- .element: class="fragment" -->\n',
  },
  spared:
    'Decks of vscode-reveal, which reads them, and decks whose tool is a guess. Code, and braces where no attributes would be, such as `up{job=x}`.',
  verdict: 'Mention it: the audience sees the braces.',
};

const HINT = 'Write a comment, such as <!-- .element: class="fragment" -->.';

interface Braces {
  readonly span: Span;
  readonly visible: VisibleText;
  readonly attributes: readonly Attribute[];
  /** The picture or link right before. */
  readonly reference: Reference | undefined;
  /** The source of the reference without its last parenthesis. */
  readonly opened: string;
}

interface Attribute {
  readonly name: string;
  readonly value: string;
}

const ATTRIBUTE = String.raw`(?:[.#][a-zA-Z][\w-]{0,40}|[a-zA-Z][\w-]{0,40}=(?:"[^"{}\r\n]{0,200}"|[^\s"{}]{1,200}))`;
const BRACES = new RegExp(
  String.raw`\{(:?)[ \t]{0,3}(${ATTRIBUTE}(?:[ \t]{1,3}${ATTRIBUTE}){0,9})[ \t]{0,3}\}`,
  'g',
);

const allBraces = perSlide((markup, text): Braces[] => {
  if (!/\{[ \t]?[.#:\w]/.test(text)) return [];
  const inline = markup.references.filter(({ syntax }) => syntax === 'inline');
  const byEnd = new Map(inline.map((reference) => [reference.span.end, reference]));
  return visibleTexts(markup).flatMap((visible) => bracesIn(visible, byEnd, text));
});

/** Braces are often text: they must be where attributes would be. */
function bracesIn(visible: VisibleText, byEnd: ReadonlyMap<number, Reference>, source: string): Braces[] {
  const { text, span, block } = visible;
  return [...text.matchAll(BRACES)].flatMap((match) => {
    const start = span.start + match.index;
    const place = { start, end: start + match[0].length };
    const attributes = readAttributes(match[2]!);
    const reference = byEnd.get(start);
    const isLast = /^[ \t]*(?:[\r\n]|$)/.test(source.slice(place.end, block.span.end));
    const isAttached = /[*_`]/.test(source[start - 1] ?? '') && match[2]!.startsWith('.');
    const isMeant =
      reference !== undefined ||
      (isLast &&
        (match[1] === ':' ||
          isAttached ||
          (block.kind === 'heading' && !match[2]!.includes('=')) ||
          attributes.some(({ name, value }) => name === 'class' && value.split(' ').some(isOfReveal))));
    const opened = reference ? source.slice(reference.span.start, reference.span.end - 1) : '';
    return isMeant ? [{ span: place, visible, attributes, reference, opened }] : [];
  });
}

/** Whether reveal.js knows the class. */
function isOfReveal(name: string): boolean {
  return /^(?:fragment|r-(?:stack|fit-text|stretch|hstack|vstack|frame)|stretch)$/.test(name);
}

function readAttributes(written: string): Attribute[] {
  const found = written.matchAll(/([.#])([\w-]+)|([\w-]+)=(?:"([^"]*)"|(\S+))/g);
  const all = [...found].map(([, mark, short, name, quoted, bare]) =>
    mark ? { name: mark === '.' ? 'class' : 'id', value: short! } : { name: name!, value: quoted ?? bare! },
  );
  const classes = all.filter(({ name }) => name === 'class').map(({ value }) => value);
  const rest = all.filter(({ name }) => name !== 'class');
  return classes.length > 0 ? [{ name: 'class', value: classes.join(' ') }, ...rest] : rest;
}

/** Only where a comment sets the same element: it sets the element before it, or the one around it. */
function repairOf(found: Braces, dialect: Dialect): TextEdit | null {
  const { span, visible, attributes, reference, opened } = found;
  const size = sizeOf(attributes);
  if (size && reference?.kind === 'image' && dialect === 'hedgedoc')
    return { newText: `${opened} =${size})`, span: { start: reference.span.start, end: span.end } };
  const isKept = ({ name }: Attribute) => /^(?:class|id|style|data-[\w-]+)$/.test(name);
  if (dialect === 'hedgedoc' && !attributes.every(isKept)) return null;
  if (!reference && visible.span.start !== visible.block.span.start) return null;
  const written = attributes.map(({ name, value }) => `${name}="${value}"`).join(' ');
  return { newText: `<!-- .element: ${written} -->`, span };
}

/** `300x200`, if there is nothing else. */
function sizeOf(attributes: readonly Attribute[]): string | null {
  const side = (name: string) => attributes.find((attribute) => attribute.name === name)?.value ?? '';
  const sides = [side('width'), side('height')].map((value) => value.replace(/px$/, ''));
  const areSizes = sides.every((value) => /^(?:\d+%?)?$/.test(value)) && sides.some((value) => value !== '');
  return areSizes && attributes.every(({ name }) => name === 'width' || name === 'height')
    ? sides.join('x')
    : null;
}
