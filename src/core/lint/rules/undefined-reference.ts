import type { Deck, Slide } from '../../deck/deck';
import { slideNumber } from '../../deck/slideNumber';
import type { MarkedSlide } from '../../markup/markedSlide';
import { isUnclosed } from '../../markup/openFence';
import { perSlide } from '../../markup/perSlide';
import { visibleTexts } from '../../markup/visibleTexts';
import { lineEndOf } from '../../text/lineEnds';
import { nearest } from '../../text/nearest';
import { type Span, spanAt } from '../../text/spans';
import { changeTo } from '../changeTo';
import type { Fix, Rule, RuleDocs, RuleFinding } from '../rule';

/** `[label]` alone is more often just a word in brackets. */
export const undefinedReference: Rule = {
  id: 'undefined-reference',
  severity: 'error',
  dialects: 'all',
  description: 'A link or picture refers to a definition that its slide does not have.',
  fixes: ['offered'],
  checkDeck({ deck, slides, report }) {
    let known: Definitions | undefined;
    for (const slide of slides) {
      for (const use of uses(slide)) {
        known ??= allDefinitions(slides);
        const found = findingFor(use, slide, known, deck);
        if (found) report(found);
      }
    }
  },
};

export const docs: RuleDocs = {
  why: 'The slide shows the source, `[text][label]`, and no link or picture. Each slide is rendered by itself, so a definition (`[label]: address`) counts only on its own slide, not in the whole file as on GitHub.',
  example: {
    before:
      '# Links\n\nSee [our blog][blog].\n\n---\n\n# More\n\nThe [blog][] again.\n\n[blog]: https://scs.community/blog\n',
    after:
      '# Links\n\nSee [our blog][blog].\n\n[blog]: https://scs.community/blog\n\n---\n\n# More\n\nThe [blog][] again.\n\n[blog]: https://scs.community/blog\n',
  },
  spared:
    '`[label]`, `[label](address)`, `[x][]`, speaker notes and code; also numbers, pairs of single letters, footnotes and indexes such as `list[i][j]`, unless the deck defines the label.',
  verdict:
    'Stop the commit if a definition of that name is somewhere in the deck or near: the audience sees the source. Otherwise it is a warning, since the brackets may be meant.',
};

/** `[text][label]` that is shown as text. Offsets are relative to the slide's text. */
interface Use {
  readonly span: Span;
  readonly labelSpan: Span;
  readonly label: string;
  /** Whether it is hardly anything but a link or picture. */
  readonly isCertain: boolean;
}

/** Of a label, more is not looked at. */
const MAX_LABEL = 200;

const uses = perSlide((markup, text): Use[] => {
  if (!text.includes('][')) return [];
  const shown = visibleTexts(markup).map(({ span }) => span);
  return markup.blocks.flatMap(({ span: block, inNotes }) => {
    if (inNotes) return [];
    const source = text.slice(block.start, block.end);
    return [...source.matchAll(/!?\[([^[\]]{0,500})\]\[([^[\]]{0,200})\]/g)].flatMap((match) => {
      const [whole, words = '', second = ''] = match;
      const start = block.start + match.index;
      const end = start + whole.length;
      const middle = end - second.length - 2;
      if (![start, middle - 1, middle, end - 1].every((at) => spanAt(shown, at))) return [];
      const label = second.trim() === '' ? words : second;
      if (label.trim() === '' || label.startsWith('^') || label.length > MAX_LABEL) return [];
      const labelEnd = label === second ? end - 1 : middle - 1;
      const isPicture = whole.startsWith('!');
      const isIndex = /[\p{L}\d_)\]]/u.test(text[start - 1] ?? '');
      const isCertain = isPicture || (!isIndex && isLink(words, second));
      return [
        {
          span: { start, end },
          labelSpan: { start: labelEnd - label.length, end: labelEnd },
          label,
          isCertain,
        },
      ];
    });
  });
});

/** Not `[1][2]`, `[i][j]`, `[x][]`, `[a-z][0-9]`, `[name=A][time=B]`, `[x][--flag]`. */
function isLink(words: string, label: string): boolean {
  if (/=|^-|^\W*$/.test(label === '' ? words : label)) return false;
  if (/^(?:[^\s\w]?\w-\w)+$/.test(words) || !/\p{L}/u.test(words)) return false;
  if (label.trim() === '' && !/^x$/i.test(words)) return true;
  return /\p{L}.*\p{L}/su.test(words) || /\p{L}.*[\p{L}\d]/su.test(label);
}

interface Definition {
  readonly slide: Slide;
  readonly inNotes: boolean;
  readonly label: string;
  /** The definition as written. */
  readonly source: string;
}

/** The first of each label, by its name. */
type Definitions = ReadonlyMap<string, Definition>;

function allDefinitions(slides: readonly MarkedSlide[]): Definitions {
  const found = new Map<string, Definition>();
  for (const { slide, markup } of slides) {
    const { text, body } = slide.content;
    for (const { syntax, labelSpan, span } of markup.references) {
      if (syntax !== 'definition' || !labelSpan) continue;
      const label = text.slice(labelSpan.start, labelSpan.end);
      const name = nameOf(label);
      if (found.has(name)) continue;
      const source = text.slice(span.start, span.end).trimEnd();
      found.set(name, { slide, inNotes: span.start >= body.end, label, source });
    }
  }
  return found;
}

/** As markdown compares labels. */
function nameOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

function findingFor(use: Use, marked: MarkedSlide, known: Definitions, deck: Deck): RuleFinding | null {
  const { slide, at } = marked;
  const definition = known.get(nameOf(use.label));
  const span = at(use.span);
  if (definition) {
    const isHere = definition.slide === slide;
    // HedgeDoc reads notes and slide as one text.
    if (isHere && (!definition.inNotes || deck.dialect === 'hedgedoc' || deck.isGuess)) return null;
    const where = isHere
      ? 'in the notes, which are read apart from the slide'
      : `on slide ${slideNumber(definition.slide, deck)}, and counts only there`;
    const fix = copyOf(definition, marked);
    return {
      message: `"${use.label}" is defined ${where}, so this is shown as text. Copy the definition to this slide.`,
      span,
      fixes: fix ? [fix] : [],
    };
  }
  const others = [...known.values()];
  const meant = nearest(
    use.label,
    others.map(({ label }) => label),
  );
  if (meant === undefined && !use.isCertain) return null;
  const isHere = others.some(({ label, slide: other }) => label === meant && other === slide);
  const hint =
    meant === undefined ? 'Define it or write the address in parentheses.' : `Did you mean "${meant}"?`;
  return {
    message: `"${use.label}" is not defined, so this is shown as text. ${hint}`,
    span,
    fixes: meant !== undefined && isHere ? [changeTo(meant, at(use.labelSpan))] : [],
    ...(meant === undefined && { severity: 'warning' }),
  };
}

/** At the end of the slide's text, where it shows nothing and separates nothing. */
function copyOf({ source }: Definition, { slide, markup, at }: MarkedSlide): Fix | null {
  if (/[\r\n]/.test(source)) return null;
  const { text, body } = slide.content;
  if (markup.code.some((code) => !code.inNotes && isUnclosed(code, text))) return null;
  const end = text.slice(0, body.end).trimEnd().length;
  const last = markup.references.findLast(({ syntax, span }) => syntax === 'definition' && span.start < end);
  const lineEnd = lineEndOf(text);
  const gap = last && text.slice(last.span.end, end).trim() === '' ? lineEnd : lineEnd + lineEnd;
  const edits = [{ span: at({ start: end, end }), newText: gap + source.trimStart() }];
  return { title: 'Copy the definition to this slide', edits, kind: 'offered' };
}
