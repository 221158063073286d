import {
  type CssNode,
  type Declaration,
  lexer,
  parse,
  type Raw,
  type Value,
  walk,
} from 'css-tree/dist/csstree.esm';
import type { Span } from '../text/spans';

export interface StyleSheet {
  readonly declarations: readonly StyleDeclaration[];
  /** What browsers skip because they can't read it, as long as it reaches. */
  readonly skipped: readonly Span[];
}

export interface StyleDeclaration {
  readonly property: string;
  readonly value: Value;
  /** Whether the value is none that the property can have. False where nobody can tell. */
  readonly isWrong: boolean;
}

/** Nobody writes more into a slide. */
const MAX_LENGTH = 50_000;
const NOTHING: StyleSheet = { declarations: [], skipped: [] };

/** Reads a style sheet as browsers do. Offsets are of the given text. */
export function readStyleSheet(css: string): StyleSheet {
  if (css.length > MAX_LENGTH) return NOTHING;
  const declarations: StyleDeclaration[] = [];
  const skipped: Span[] = [];
  try {
    const onParseError = (_: unknown, rest: CssNode) => skipped.push(spanOf(rest));
    const sheet = parse(css, { positions: true, onParseError });
    walk(sheet, (node) => {
      if (node.type === 'Declaration' && node.value.type === 'Value')
        declarations.push({ property: node.property, value: node.value, isWrong: isWrong(node) });
    });
    return { declarations, skipped };
  } catch {
    // Brackets nested deeper than the stack.
    return NOTHING;
  }
}

function isWrong({ property, value }: Declaration): boolean {
  return lexer.matchProperty(property, value as Value | Raw).error?.name === 'SyntaxMatchError';
}

/** Place of a node in the text it was read from. */
export function spanOf({ loc }: CssNode): Span {
  return { start: loc?.start.offset ?? 0, end: loc?.end.offset ?? 0 };
}

/** Whether a property can have a value; true where nobody can tell, as with variables. */
export function isValue(property: string, value: string): boolean {
  if (value.length > 1000) return true;
  try {
    return (
      lexer.matchProperty(property, parse(value, { context: 'value' })).error?.name !== 'SyntaxMatchError'
    );
  } catch {
    return false;
  }
}

export function isColor(text: string): boolean {
  return isValue('color', text);
}

/** Names of colours, `red` and the like. */
export function colorNames(): string[] {
  // The types leave this table out.
  const { types } = lexer as unknown as { types: Record<string, { syntax: { terms: CssKeyword[] } }> };
  return types['named-color']!.syntax.terms.flatMap(({ type, name }) => (type === 'Keyword' ? [name] : []));
}

interface CssKeyword {
  readonly type: string;
  readonly name: string;
}
