import type { Dialect } from '../../core/deck/deck';
import type { Highlighter } from './highlighter';

/** Milliseconds without another change after which a language is guessed. */
const PAUSE = 300;

/** What a block was last guessed to be. During typing it keeps that coloring. */
const guessed = new WeakMap<Element, string>();
/** The text that a block shows in color. */
const colored = new WeakMap<Element, string>();

/** Code blocks that the renderer left uncolored. */
export function hasCode(root: ParentNode): boolean {
  return codeIn(root).length > 0;
}

/** For code that patches a page: true if `from` shows in color what `to` has as plain text. */
export function keepsColor(from: Element, to: Element): boolean {
  const text = colored.get(textHolder(from));
  return text !== undefined && from.className === to.className && text === textHolder(to).textContent;
}

/**
 * Colors the code below `root` with the highlighter that the page has loaded. Languages that have to be
 * guessed are guessed when typing pauses.
 */
export function colorCode(root: ParentNode, dialect: Dialect): void {
  const highlighter = globalThis.deckwrightHighlighter;
  if (!highlighter) return;
  for (const code of codeIn(root)) {
    const holder = textHolder(code);
    const text = holder.textContent ?? '';
    if (colored.get(holder) === text) continue;
    const language = languageOf(code);
    if (highlighter.isGuessed(language, dialect)) guessLater(holder, text, highlighter);
    else show(holder, text, highlighter.highlight(text, language, dialect));
  }
}

function guessLater(holder: Element, text: string, highlighter: Highlighter): void {
  const earlier = guessed.get(holder);
  if (earlier) show(holder, text, highlighter.colorAs(text, earlier));
  setTimeout(() => {
    if (!holder.isConnected || holder.textContent !== text) return;
    const { language, html } = highlighter.guess(text);
    guessed.set(holder, language);
    show(holder, text, html);
  }, PAUSE);
}

/** Highlighters escape their input; their HTML contains nothing but spans with classes. */
function show(holder: Element, text: string, html: string | null): void {
  if (html !== null) holder.innerHTML = html;
  colored.set(holder, text);
}

function codeIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll('pre > code.hljs')].filter((code) => languageOf(code) !== '');
}

/** If lines are numbered, the text is beside their numbers. */
function textHolder(code: Element): Element {
  return code.querySelector(':scope > .wrapper > .code') ?? code;
}

function languageOf(code: Element): string {
  return [...code.classList].find((name) => !['wrap', 'hljs', 'raw'].includes(name)) ?? '';
}
