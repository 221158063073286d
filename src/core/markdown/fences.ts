import type { MarkdownIt } from 'markdown-it';
import { escapeHtml } from '../text/escapeHtml';
import { readFenceInfo } from './lineSteps';
import type { RenderEnv } from './renderEnv';

/** Class of the block in which each kind of diagram is drawn (docs/hedgedoc.md, 5.6). */
const DIAGRAMS: ReadonlyMap<string, string> = new Map([
  ['mermaid', 'mermaid'],
  ['graphviz', 'graphviz'],
  ['flow', 'flow-chart'],
  ['sequence', 'sequence-diagram'],
  ['abc', 'abc'],
]);

/**
 * HedgeDoc's code blocks: language, line numbers and `wrap` from the info string (docs/hedgedoc.md, 5.4), and
 * diagrams.
 */
export function hedgedocFences(md: MarkdownIt): void {
  md.renderer.rules.fence = (tokens, index, _options, env, renderer) => {
    const token = tokens[index]!;
    const info = md.utils.unescapeAll(token.info).trim();
    const [name = ''] = info.split(/\s+/);
    const lines = renderer.renderAttrs(token);
    const diagram = DIAGRAMS.get(name);
    if (diagram) return diagramBlock(diagram, token.content, lines);
    if (!name) return `<pre${lines}><code>${escapeHtml(token.content)}</code></pre>\n`;

    const language = name.replace(/(?:=|=\d+|=\+|!|=!)$/, '');
    const classes = [...(info.endsWith('!') ? ['wrap'] : []), language, 'hljs'].filter(Boolean).join(' ');
    const code = (env as RenderEnv).highlight(token.content, language);
    const numbered = withLineNumbers(code, token.content, name, env as RenderEnv);
    return `<pre${lines}><code class="${escapeHtml(classes)}">${numbered}</code></pre>\n`;
  };
}

/** Holds the source until the page draws it. */
function diagramBlock(className: string, source: string, attributes: string): string {
  return `<pre class="${className}"${attributes}>${escapeHtml(source)}</pre>\n`;
}

/** `=` counts from 1, `=101` from 101, `=+` continues after the slide's last numbered block. */
function withLineNumbers(code: string, text: string, name: string, env: RenderEnv): string {
  const wanted = /=(\d*|\+)$/.exec(name);
  if (!wanted || /no-?highlight|plain|text/.test(name)) return code;
  const continued = wanted[1] === '+';
  const first = continued ? env.lastLineNumber + 1 : Number(wanted[1] || 1);
  const count = text.split('\n').length - 1;
  env.lastLineNumber = first + count - 1;
  const numbers = Array.from(
    { length: count },
    (_, line) => `<span data-linenumber="${first + line}"></span>`,
  );
  const gutter = `<div class="gutter linenumber${continued ? ' continue' : ''}">${numbers.join('\n')}</div>`;
  return `<div class="wrapper">${gutter}<div class="code">${code}</div></div>`;
}

/**
 * A code block of reveal.js, which revealCode.ts completes. It may hold one of reveal-md's mermaid diagrams.
 *
 * @param info the words after the opening fence; undefined for code that is only indented
 */
export function revealCode(code: string, info: string | undefined): string {
  const { words, attributes } = readFenceInfo(info ?? '');
  const all = words ? { class: words, ...attributes } : attributes;
  const written = Object.entries(all).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  return `<pre><code${written.join('')}>${escapeHtml(code)}</code></pre>\n`;
}
