/**
 * Colors code. Heavy (all of highlight.js) and slow to start, so it is imported only by what loads it when a
 * deck has code: the bundle that is loaded when the extension is activated must not contain it.
 */
import hljs from 'highlight.js';
import cmake from 'refractor/cmake';
import { refractor } from 'refractor/core';
import gherkin from 'refractor/gherkin';
import go from 'refractor/go';
import haskell from 'refractor/haskell';
import jsx from 'refractor/jsx';
import typescript from 'refractor/typescript';
import wiki from 'refractor/wiki';
import type { Dialect } from '../deck/deck';
import { escapeHtml } from '../text/escapeHtml';
import type { ColoredCode, Highlight } from './rendered';

for (const syntax of [cmake, gherkin, go, haskell, jsx, typescript, wiki]) refractor.register(syntax);

/** The languages that HedgeDoc passes to Prism, by the name of Prism's grammar. */
const PRISM: ReadonlyMap<string, string> = new Map([
  ['haskell', 'haskell'],
  ['go', 'go'],
  ['typescript', 'typescript'],
  ['jsx', 'jsx'],
  ['gherkin', 'gherkin'],
  ['tiddlywiki', 'wiki'],
  ['mediawiki', 'wiki'],
  ['cmake', 'cmake'],
]);

/** highlight.js's own names; HedgeDoc does not know the aliases (docs/hedgedoc.md, Q11). */
const CANONICAL = new Set(hljs.listLanguages());

/** In UTF-16 code units. Guessing among 193 languages takes a tenth of a second even for a few lines. */
const MAX_GUESSED = 5_000;
const MAX_COLORED = 50_000;
const CACHED = 200;
const cache = new Map<string, ColoredCode>();

/**
 * As in docs/hedgedoc.md, 5.5: some languages by Prism, others by highlight.js, and what highlight.js does
 * not know by that exact name is guessed from the code. The reveal dialects know aliases as well. Results are
 * cached by language and text.
 */
export const highlight: Highlight = (code, language, dialect) => {
  const isNamed = language !== '' || dialect !== 'hedgedoc';
  if (!isNamed || code.length > MAX_COLORED) return null;
  const key = `${dialect === 'hedgedoc'} ${language} ${code}`;
  const colored = cache.get(key) ?? color(code, language, dialect);
  cache.delete(key);
  cache.set(key, colored);
  if (cache.size > CACHED) cache.delete(cache.keys().next().value!);
  return colored;
};

function color(code: string, language: string, dialect: Dialect): ColoredCode {
  if (isGuessed(language, dialect)) return guess(code);
  const grammar = dialect === 'hedgedoc' ? PRISM.get(language) : undefined;
  if (grammar) return { html: refractor.highlight(code, grammar).children.map(toHtml).join(''), language };
  return { html: colorAs(code, language), language };
}

/** Whether the dialect does not know a language, so that it is guessed from the code, which takes time. */
export function isGuessed(language: string, dialect: Dialect): boolean {
  if (dialect !== 'hedgedoc') return !hljs.getLanguage(language);
  return !PRISM.has(language) && !CANONICAL.has(language);
}

/** Colors code in the language that its text most likely is. */
export function guess(code: string): ColoredCode {
  if (code.length > MAX_GUESSED) return { language: '', html: escapeHtml(code) };
  const { language = '', value } = hljs.highlightAuto(code);
  return { language, html: value };
}

/** Colors code as highlight.js colors this one of its languages. */
export function colorAs(code: string, language: string): string {
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}

type SyntaxNode = ReturnType<typeof refractor.highlight>['children'][number];

function toHtml(node: SyntaxNode): string {
  if (node.type === 'text') return escapeHtml(node.value);
  if (node.type !== 'element') return '';
  const classes = Array.isArray(node.properties.className) ? node.properties.className.join(' ') : '';
  return `<span class="${escapeHtml(classes)}">${node.children.map(toHtml).join('')}</span>`;
}
