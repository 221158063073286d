import type { Dialect } from '../../core/deck/deck';
import { htmlLines } from '../../core/render/htmlLines';
import type { Highlighter } from './highlighter';

/** Milliseconds without another change after which a language is guessed. */
const PAUSE = 300;

/** What a block was last guessed to be. During typing it keeps that coloring. */
const guessed = new WeakMap<Element, string>();
/** The language and text by which a block was colored: the color of a line depends on those around it. */
const blocks = new WeakMap<Element, string>();
/** The text that an element shows in color: a block, or one of its lines if they are numbered. */
const colored = new WeakMap<Element, string>();

/** Code blocks that the renderer left uncolored. */
export function hasCode(root: ParentNode, dialect: Dialect): boolean {
  return codeIn(root, dialect).length > 0;
}

/**
 * For code that patches a page: true if `from` shows in color what `to` has as plain text. If not, `from` is
 * taken for plain from now on.
 */
export function keepsColor(from: Element, to: Element): boolean {
  if (to.childElementCount === 0 && colored.get(from) === to.textContent) return true;
  colored.delete(from);
  return false;
}

/**
 * Colors the code below `root` with the highlighter that the page has loaded. Languages that have to be
 * guessed are guessed when typing pauses.
 */
export function colorCode(root: ParentNode, dialect: Dialect): void {
  const highlighter = globalThis.deckwrightHighlighter;
  if (!highlighter) return;
  for (const code of codeIn(root, dialect)) {
    const language = languageOf(code, dialect);
    const text = textOf(code);
    const isColored = textHolders(code).every((holder) => colored.has(holder));
    if (isColored && blocks.get(code) === key(language, text)) continue;
    if (highlighter.isGuessed(language, dialect)) guessLater(code, language, text, highlighter);
    else show(code, language, text, highlighter.highlight(text, language, dialect)?.html);
  }
}

function guessLater(code: Element, name: string, text: string, highlighter: Highlighter): void {
  const earlier = guessed.get(code);
  if (earlier) show(code, name, text, highlighter.colorAs(text, earlier));
  setTimeout(() => {
    if (!code.isConnected || textOf(code) !== text) return;
    const { language, html } = highlighter.guess(text);
    guessed.set(code, language);
    show(code, name, text, html);
  }, PAUSE);
}

/** Highlighters escape their input; their HTML contains nothing but spans with classes. */
function show(code: Element, language: string, text: string, html: string | undefined): void {
  const holders = textHolders(code);
  const parts = html === undefined ? null : isNumbered(code) ? htmlLines(html) : [html];
  for (const [index, holder] of holders.entries()) {
    const part = parts?.[index];
    if (part !== undefined) holder.innerHTML = part;
    colored.set(holder, holder.textContent ?? '');
  }
  blocks.set(code, key(language, text));
}

function key(language: string, text: string): string {
  return `${language}\n${text}`;
}

function codeIn(root: ParentNode, dialect: Dialect): Element[] {
  const all = [...root.querySelectorAll('pre code.hljs')];
  return dialect === 'hedgedoc' ? all.filter((code) => languageOf(code, dialect) !== '') : all;
}

function textOf(code: Element): string {
  const texts = textHolders(code).map(({ textContent }) => textContent ?? '');
  return isNumbered(code) ? texts.map((text) => (text === ' ' ? '' : text)).join('\n') : texts.join('');
}

/** Where lines are numbered, the text is beside their numbers: in HedgeDoc as a whole, in reveal.js by line. */
function textHolders(code: Element): Element[] {
  if (isNumbered(code)) return [...code.querySelectorAll('.hljs-ln-code')];
  return [code.querySelector(':scope > .wrapper > .code') ?? code];
}

function isNumbered(code: Element): boolean {
  return code.firstElementChild?.matches('table.hljs-ln') ?? false;
}

function languageOf(code: Element, dialect: Dialect): string {
  const names = [...code.classList];
  if (dialect === 'hedgedoc') return names.find((name) => !['wrap', 'hljs', 'raw'].includes(name)) ?? '';
  return names.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? '';
}
