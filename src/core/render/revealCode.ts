import { revealCodeLanguage } from '../markdown/codeLanguages';
import { type LineRange, readLineSteps, writeLineStep } from '../markdown/lineSteps';
import { TooComplex } from '../markdown/tooComplex';
import { parseAttributeComment } from '../markup/attributes';
import { escapeHtml } from '../text/escapeHtml';
import { htmlLines } from './htmlLines';
import type { RenderOptions } from './rendered';
import {
  addClass,
  type ChildNode,
  createElement,
  type Element,
  elementsIn,
  getAttribute,
  hasClass,
  innerHtml,
  isComment,
  isElement,
  isText,
  parseInto,
  replaceChildren,
  setAttribute,
} from './tree';

/** Every step repeats all text and lines of its block, so that a little markdown can produce a lot of HTML. */
const MAX_REPEATED = 3_000_000;
/** Roughly the HTML around the text of a line, in UTF-16 code units. */
const LINE = 250;

/**
 * What reveal.js's highlight plugin does to every code block: colors it, numbers its lines if it has
 * `data-line-numbers`, and for each step but the first adds a copy of the block as a fragment that covers it.
 * Without `options.highlight` code stays uncolored, and so do the mermaid diagrams that reveal-md draws in code
 * blocks. Throws `TooComplex` for too many lines and steps.
 */
export function applyRevealCode(root: Element, options: RenderOptions): void {
  let left = MAX_REPEATED;
  for (const code of codeIn(root)) {
    const parent = code.parentNode as Element;
    if (!hasClass(parent, 'code-wrapper')) addClass(parent, 'code-wrapper');
    const text = codeText(code, options);
    const isDiagram = hasClass(code, 'mermaid');
    const html = isDiagram ? escapeHtml(text) : color(code, text, options);
    const numbers = getAttribute(code, 'data-line-numbers');
    if (isDiagram || numbers === undefined || text.trim() === '') {
      replaceChildren(code, parseInto('code', html).childNodes);
      continue;
    }
    const steps = readLineSteps(numbers);
    const lines = htmlLines(html.replace(/\n[^\S\n]*$/, ''));
    for (const step of steps) left -= text.length + lines.length * (LINE + step.length);
    if (left < 0) throw new TooComplex();
    numberLines(code, lines, steps);
  }
}

function codeIn(root: Element): Element[] {
  const blocks = [...elementsIn(root)].filter(({ tagName }) => tagName === 'pre');
  return [
    ...new Set(blocks.flatMap((pre) => [...elementsIn(pre)].filter(({ tagName }) => tagName === 'code'))),
  ];
}

/** Tags within code are shown as text, or left out with `data-noescape`. */
function codeText(code: Element, options: RenderOptions): string {
  const template = [...elementsIn(code)].find(
    (element) => element.tagName === 'script' && getAttribute(element, 'type') === 'text/template',
  );
  const children = (template ?? code).childNodes.filter((node) => !isAttributeComment(node, options));
  const isPlain = children.every(isText);
  replaceChildren(code, children);
  const written = isPlain ? textOf(code) : innerHtml(code);
  const trimmed = getAttribute(code, 'data-trim') === undefined ? written : trim(written);
  if (isPlain) return trimmed;
  const isEscaped = getAttribute(code, 'data-noescape') === undefined;
  return textOf(parseInto('code', isEscaped ? trimmed.replace(/</g, '&lt;').replace(/>/g, '&gt;') : trimmed));
}

function isAttributeComment(node: ChildNode, { dialect }: RenderOptions): boolean {
  return isComment(node) && parseAttributeComment(node.data, dialect) !== null;
}

function textOf(element: Element): string {
  return element.childNodes
    .map((node) => (isText(node) ? node.value : isElement(node) ? textOf(node) : ''))
    .join('');
}

/** Without empty lines around it, and without the indentation that all lines have. */
function trim(text: string): string {
  const lines = text.split('\n');
  const isWritten = (line: string) => line.trim() !== '';
  const written = lines.slice(lines.findIndex(isWritten), lines.findLastIndex(isWritten) + 1);
  const indents = written.filter(isWritten).map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  return written.map((line) => line.slice(indent)).join('\n');
}

function color(code: Element, text: string, { highlight, dialect }: RenderOptions): string {
  const classes = `${getAttribute(code, 'class') ?? ''} ${getAttribute(code.parentNode as Element, 'class') ?? ''}`;
  const language = revealCodeLanguage(classes);
  if (language === null) return escapeHtml(text);
  const colored = highlight?.(text, language, dialect);
  const shownAs = language || colored?.language;
  if (!hasClass(code, 'hljs')) addClass(code, 'hljs');
  if (shownAs && !hasClass(code, `language-${shownAs}`)) addClass(code, `language-${shownAs}`);
  return colored?.html ?? escapeHtml(text);
}

function numberLines(code: Element, lines: readonly string[], steps: readonly LineRange[][]): void {
  const parent = code.parentNode as Element;
  const index = Number.parseInt(getAttribute(code, 'data-fragment-index') ?? '', 10);
  const copies = steps.slice(1).map((step, at) => {
    const copy = createElement('code');
    copy.attrs = code.attrs
      .filter(({ name }) => name !== 'id' && name !== 'data-fragment-index')
      .map((attribute) => ({ ...attribute }));
    addClass(copy, 'fragment');
    setAttribute(copy, 'data-line-numbers', writeLineStep(step));
    if (!Number.isNaN(index)) setAttribute(copy, 'data-fragment-index', `${index + at}`);
    showLines(copy, lines, step);
    return copy;
  });
  const [first = []] = steps;
  if (copies.length > 0) {
    code.attrs = code.attrs.filter(({ name }) => name !== 'data-fragment-index');
    setAttribute(code, 'data-line-numbers', writeLineStep(first));
  }
  showLines(code, lines, first);
  replaceChildren(parent, [...parent.childNodes, ...copies]);
}

function showLines(code: Element, lines: readonly string[], highlighted: readonly LineRange[]): void {
  const start = Number(getAttribute(code, 'data-ln-start-from') || 1);
  const isHighlighted = (line: number) =>
    highlighted.some(({ first, last }) => first <= line && line <= last);
  const rows = lines.map((html, index) => {
    const number = `data-line-number="${index + (Number.isFinite(start) ? start : 1)}"`;
    const row = isHighlighted(index + 1) ? ' class="highlight-line"' : '';
    return `<tr${row}><td class="hljs-ln-line hljs-ln-numbers" ${number}><div class="hljs-ln-n" ${number}></div></td><td class="hljs-ln-line hljs-ln-code" ${number}>${html}</td></tr>`;
  });
  if (lines.some((_, index) => isHighlighted(index + 1))) addClass(code, 'has-highlights');
  const table = parseInto('code', `<table class="hljs-ln"><tbody>${rows.join('')}</tbody></table>`);
  replaceChildren(code, table.childNodes);
}
