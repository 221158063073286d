import { codeLanguages } from '../../markdown/codeLanguages';
import { blankedOut } from '../../markup/codeSpans';
import type { CodeBlock, Markup } from '../../markup/markup';
import { changeTo } from '../changeTo';
import type { Rule, RuleDocs, RuleFinding } from '../rule';

export const unsupportedSyntax: Rule = {
  id: 'unsupported-syntax',
  severity: 'info',
  dialects: 'hedgedoc',
  description: 'HedgeDoc 1 does not support this markdown, or it breaks the slide.',
  fixes: ['offered'],
  checkSlide({ text, markup, report }) {
    const all = [
      ...inlineThings(markup),
      ...containers(markup, text),
      ...markup.code.flatMap((code) => fences(code, text)),
    ];
    for (const found of all) report(found);
  },
  checkDeck({ deck: { frontMatter }, report }) {
    const entry = frontMatter?.entries.get('breaks');
    if (!entry || frontMatter?.values.breaks !== false) return;
    report({
      message:
        'HedgeDoc ignores "breaks: false" on slides and keeps every line break. Join the lines where you want none.',
      span: { start: entry.key.start, end: entry.value.end },
    });
  },
};

export const docs: RuleDocs = {
  why: 'HackMD, GitHub and HedgeDoc 2 know more markdown than HedgeDoc 1. What it does not know, it shows as text or leaves out.',
  example: {
    before: ':::spoiler More\nDetails\n:::\n',
    after: ':::info More\nDetails\n:::\n',
  },
  spared: 'Code and comments, and decks for other tools, which know other markdown.',
  verdict: 'Mention it in passing: the deck may be written for another server as well.',
};

/** Footnotes break a slide once, however many there are. */
function inlineThings({ body }: Markup): RuleFinding[] {
  const found: RuleFinding[] = [];
  let hasFootnote = false;
  for (const block of body?.tokens ?? []) {
    for (const token of block.children ?? []) {
      if (token.type !== 'toc' && token.type !== 'footnote_ref') continue;
      const span = body!.notes.spans.get(token);
      if (!span) continue;
      const place = body!.inContent(block, span);
      if (token.type === 'toc')
        found.push({
          message: 'HedgeDoc leaves [TOC] empty on slides. Remove it, or write the list yourself.',
          span: place,
        });
      if (token.type !== 'footnote_ref' || hasFootnote) continue;
      hasFootnote = true;
      found.push({
        message:
          'HedgeDoc puts footnotes on a slide of their own, and then shows the source of code, diagrams and task lists on this one. Write the note in the text.',
        span: place,
      });
    }
  }
  return found;
}

const CONTAINERS = ['success', 'info', 'warning', 'danger'];

/** `:::spoiler` and the like are shown as text. */
function containers({ blocks, literal }: Markup, text: string): RuleFinding[] {
  if (!text.includes(':::')) return [];
  const source = blankedOut(text, literal);
  return blocks.flatMap(({ kind, span }) => {
    if (kind !== 'paragraph') return [];
    const lines = source.slice(span.start, span.end).matchAll(/^[ \t]*(::: ?([a-z][\w-]*))/gim);
    return [...lines].flatMap((match) => {
      if (CONTAINERS.includes(match[2]!.toLowerCase())) return [];
      const start = span.start + match.index + match[0].length - match[1]!.length;
      const place = { start, end: start + match[1]!.length };
      return [
        {
          message: `HedgeDoc 1 does not know ${match[1]} and shows it as text. Write :::info, :::success, :::warning or :::danger.`,
          span: place,
          fixes: [changeTo(':::info', place)],
        },
      ];
    });
  });
}

const OTHER_TOOLS = [
  'vega',
  'vega-lite',
  'plantuml',
  'geo',
  'csvpreview',
  'markmap',
  'fretboard',
  'wavedrom',
  'd2',
];

function fences({ info, infoSpan }: CodeBlock, text: string): RuleFinding[] {
  const written = text.slice(infoSpan.start, infoSpan.end);
  const word = /^\s*([\w+#.-]+?)(?==|!|\s|$)/.exec(written);
  if (info === null || !word) return [];
  const language = word[1]!;
  const start = infoSpan.start + word[0].length - language.length;
  const span = { start, end: start + language.length };
  if (OTHER_TOOLS.includes(language.toLowerCase())) {
    const message = `HedgeDoc 1 does not draw ${language}: the slide shows its source. Use mermaid, graphviz, flow, sequence or abc, or a picture.`;
    return [{ message, span }];
  }
  if (languages().has(language)) return [];
  const newText = names().get(language.toLowerCase());
  return [
    {
      message: `HedgeDoc does not know "${language}" and guesses the language, often wrongly.${newText ? ` Write "${newText}".` : ' Write a language it knows.'}`,
      span,
      fixes: newText ? [changeTo(newText, span)] : [],
    },
  ];
}

let known: Set<string> | undefined;
let canonical: Map<string, string> | undefined;

function languages(): ReadonlySet<string> {
  known ??= new Set(codeLanguages('hedgedoc').map(({ name }) => name));
  return known;
}

/** Names by alias, and by themselves in lower case. */
function names(): ReadonlyMap<string, string> {
  canonical ??= new Map(
    codeLanguages('hedgedoc').flatMap(({ name, aliases }) => [
      ...aliases.map((alias) => [alias, name] as const),
      [name, name] as const,
    ]),
  );
  return canonical;
}
