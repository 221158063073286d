export interface Formula {
  readonly tex: string;
  /** On a line of its own, as `$$…$$` and environments are. */
  readonly display: boolean;
}

/**
 * What a `span.mathjax` holds: `\(…\)`, `\[…\]`, `\begin{x}…\end{x}` or the bare TeX of an inline formula.
 */
export function readFormula(source: string): Formula {
  const inline = /^\\\(([\s\S]*)\\\)$/.exec(source);
  if (inline) return { tex: inline[1]!, display: false };
  const display = /^\\\[([\s\S]*)\\\]$/.exec(source);
  if (display) return { tex: display[1]!, display: true };
  return { tex: source, display: source.startsWith('\\begin{') };
}

const DEFINITION =
  /\\(?:def|let|(?:re|provide)?newcommand|(?:re)?newenvironment|DeclareMathOperator)\*?\s*\{?\s*\\?([a-zA-Z]+|.)/g;

/** The macros that a formula defines for later ones. */
export function macrosDefinedIn(source: string): string[] {
  return Array.from(source.matchAll(DEFINITION), ([, name]) => name!);
}
