import type { CssNode } from 'css-tree';
import { walk } from 'css-tree/dist/csstree.esm';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/spans';
import { changeTo } from '../changeTo';
import type { Fix, Rule, RuleDocs, RuleFinding } from '../rule';
import { colorNames, isColor, isValue, readStyleSheet, type StyleDeclaration, spanOf } from '../styleSheet';

/** Reports only what is certain: browsers know more properties and values than any list. */
export const invalidCss: Rule = {
  id: 'invalid-css',
  severity: 'info',
  dialects: 'all',
  description: 'Browsers drop part of a style sheet.',
  fixes: ['visible', 'offered'],
  checkSlide({ text, markup, report }) {
    for (const { start, end } of markup.styles) {
      for (const found of problemsIn(text.slice(start, end))) report(moved(found, start));
    }
  },
};

export const docs: RuleDocs = {
  why: 'Browsers drop what they cannot read in a style sheet, often together with the rule after it. The slide has the wrong look, and nothing says why. Only mistakes that are certain are reported.',
  example: {
    before: '<style>\nh1 { color: "red"; }\n</style>\n\n# Community Call\n',
    after: '<style>\nh1 { color: red; }\n</style>\n\n# Community Call\n',
  },
  spared:
    'Properties and values that are not known here: browsers know more than any list. Variables, functions, nested rules, and style sheets in files of their own.',
  verdict:
    'Mention it in passing: the look is not as intended, but decks live with it for years, and often share the style sheet.',
};

/** Decks of a community share a style sheet. */
const known = new Map<string, readonly RuleFinding[]>();
const MAX_KNOWN = 50;

function problemsIn(css: string): readonly RuleFinding[] {
  let problems = known.get(css);
  if (!problems) {
    problems = findProblems(css);
    if (known.size === MAX_KNOWN) known.clear();
    known.set(css, problems);
  }
  return problems;
}

function findProblems(css: string): RuleFinding[] {
  const { declarations, skipped } = readStyleSheet(css);
  return [
    ...declarations.filter(({ isWrong }) => isWrong).flatMap((declaration) => wrongValues(declaration, css)),
    ...skipped.flatMap((span) => unreadable(span, css)),
  ];
}

function moved({ message, span, fixes = [] }: RuleFinding, by: number): RuleFinding {
  const at = ({ start, end }: Span) => ({ start: by + start, end: by + end });
  return {
    message,
    span: at(span),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ span, newText }) => ({ span: at(span), newText })),
    })),
  };
}

function wrongValues(declaration: StyleDeclaration, css: string): RuleFinding[] {
  const quoted = quotedValues(declaration, css);
  return quoted.length > 0 ? quoted : wrongColors(declaration, css);
}

/** Strings that would be valid values without their quotes. */
function quotedValues({ property, value }: StyleDeclaration, css: string): RuleFinding[] {
  const strings: { span: Span; inner: string }[] = [];
  walk(value, (node: CssNode) => {
    if (node.type === 'String') strings.push({ span: spanOf(node), inner: node.value.trim() });
  });
  if (strings.length === 0) return [];
  const { start, end } = spanOf(value);
  let unquoted = css.slice(start, end);
  for (const { span, inner } of strings.toReversed())
    unquoted = unquoted.slice(0, span.start - start) + inner + unquoted.slice(span.end - start);
  if (!isValue(property, unquoted)) return [];
  return strings.map(({ span, inner }) => ({
    message: `In quotes this is text${isColor(inner) ? ', not a color' : ''}: browsers drop "${property}" here. Remove the quotes.`,
    span,
    fixes: [{ title: 'Remove the quotes', edits: [{ span, newText: inner }], kind: 'visible' }],
  }));
}

const HEX = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;

/** Color codes with wrong digits, and anything else where only a color is allowed. */
function wrongColors({ property, value }: StyleDeclaration, css: string): RuleFinding[] {
  const found: RuleFinding[] = [];
  const alone = value.children.size === 1 && /(?:^|-)color$/i.test(property);
  walk(value, (node: CssNode) => {
    const span = spanOf(node);
    const written = css.slice(span.start, span.end);
    const isWrong =
      node.type === 'Hash'
        ? !HEX.test(written)
        : alone && /^(?:Identifier|Number|Dimension)$/.test(node.type) && !written.startsWith('-');
    if (!isWrong) return;
    const fix = correction(written, span);
    const hint = fix ? `Did you mean ${fix.edits[0]!.newText}?` : 'Write # with 3 or 6 digits, or a name.';
    found.push({
      message: `"${written}" is not a color: browsers drop "${property}" here. ${hint}`,
      span,
      fixes: fix ? [fix] : [],
    });
  });
  return found;
}

function correction(written: string, span: Span): Fix | null {
  const newText = HEX.test(`#${written}`) ? `#${written}` : nearest(written, colorNames());
  if (newText === undefined || !isColor(newText)) return null;
  return changeTo(newText, span);
}

function unreadable({ start, end }: Span, css: string): RuleFinding[] {
  const rest = css.slice(start, end);
  const line = /^[^\r\n]*/.exec(rest)![0].trimEnd();
  const span = { start, end: start + line.length };
  if (/^(?:\/\/|#)/.test(line)) return [notAComment(line, span, css)];
  if (line.startsWith('}')) {
    const brace = { start, end: start + 1 };
    return [
      {
        message: 'This } closes nothing: browsers drop the rule after it. Remove it.',
        span: brace,
        fixes: [{ title: 'Remove }', edits: [{ span: brace, newText: '' }], kind: 'offered' }],
      },
    ];
  }
  // Not all nested rules are known here.
  if (line === '' || rest.includes('{')) return [];
  return [
    {
      message: 'Browsers cannot read this and drop it. Is a colon, a semicolon or a bracket missing?',
      span,
    },
  ];
}

function notAComment(line: string, span: Span, css: string): RuleFinding {
  const mark = line.startsWith('#') ? '#' : '//';
  const words = line.slice(mark.length).trim();
  const newText = `/* ${words} */`;
  return {
    message: `${mark} does not start a comment in CSS: browsers drop it and everything up to the next semicolon or bracket. Write /* … */.`,
    span,
    // A comment in place of the selector would leave its rule without one.
    fixes: words.includes('*/') || /^\s*\{/.test(css.slice(span.end)) ? [] : [changeTo(newText, span)],
  };
}
