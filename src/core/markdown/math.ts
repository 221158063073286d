import type { MarkdownIt, StateInline } from 'markdown-it';

/**
 * In UTF-16 code units. As each environment may have another closing mark, this limit keeps the search
 * linear.
 */
const MAX_ENVIRONMENT = 10_000;

/**
 * The formulas of docs/hedgedoc.md, 5.2: `$…$`, `$$…$$`, `\\(…\\)`, `\\[…\\]` (two backslashes each) and
 * `\begin{x}…\end{x}`. Each becomes `<span class="mathjax raw">` with its TeX, to be typeset in the page,
 * within `\(…\)` or, if it is on a line of its own, `\[…\]`.
 */
export function mathPlugin(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'math', backslashMath);
  md.inline.ruler.push('dollar_math', dollarMath);
  md.renderer.rules.math = (tokens, index) =>
    `<span class="mathjax raw">${md.utils.escapeHtml(tokens[index]!.content)}</span>`;
}

const OPENING = /\\(?:\\\[|\\\(|begin\{([^}\n]*)\})/y;

function backslashMath(state: StateInline, silent: boolean): boolean {
  OPENING.lastIndex = state.pos;
  const opening = OPENING.exec(state.src);
  if (!opening) return false;
  const environment = opening[1];
  if (environment === '') return false;
  const start = state.pos + opening[0].length;
  const mark = environment ? `\\end{${environment}}` : opening[0] === '\\\\[' ? '\\\\]' : '\\\\)';
  const end = environment ? findNear(state, mark, start) : find(state, mark, start);
  if (end === -1) return false;
  const after = end + mark.length;
  if (environment) return accept(state, silent, state.src.slice(state.pos, after), after);
  const tex = state.src.slice(start, end);
  return accept(state, silent, mark === '\\\\]' ? `\\[${tex}\\]` : `\\(${tex}\\)`, after);
}

/** Pandoc's rule: no space inside single dollars, no digit after the closing one, so prices stay prices. */
function dollarMath(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '$') return false;
  const mark = src[pos + 1] === '$' ? '$$' : '$';
  const start = pos + mark.length;
  if (mark === '$$' ? src[start] === '$' : isBlank(src[start])) return false;
  const end = find(state, mark, start);
  if (end === -1 || src[end - 1] === '\\') return false;
  const after = end + mark.length;
  if (mark === '$' && (isBlank(src[end - 1]) || /\d/.test(src[after] ?? ''))) return false;
  const tex = src.slice(start, end);
  return accept(state, silent, mark === '$$' ? `\\[${tex}\\]` : `\\(${tex}\\)`, after);
}

/** The last occurrence of each mark searched for in the text of a state. */
const lastMarks = new WeakMap<StateInline, Map<string, number>>();

/** Avoids searching the rest of the text repeatedly for a mark that is not there. */
function find(state: StateInline, mark: string, start: number): number {
  const known = lastMarks.get(state) ?? new Map<string, number>();
  const last = known.get(mark) ?? state.src.lastIndexOf(mark);
  lastMarks.set(state, known.set(mark, last));
  return start > last ? -1 : state.src.indexOf(mark, start);
}

function findNear({ src }: StateInline, mark: string, start: number): number {
  const found = src.slice(start, start + MAX_ENVIRONMENT).indexOf(mark);
  return found === -1 ? -1 : start + found;
}

function accept(state: StateInline, silent: boolean, formula: string, after: number): true {
  if (!silent) state.push('math', '', 0).content = formula;
  state.pos = after;
  return true;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n';
}
