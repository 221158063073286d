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

/** A style sheet as browsers read it. Offsets are of its text. */
export interface StyleSheet {
  readonly declarations: readonly StyleDeclaration[];
  /** What browsers skip because they can't read it, each span in full. */
  readonly skipped: readonly Span[];
}

/** One declaration of a style sheet. */
export interface StyleDeclaration {
  readonly property: string;
  readonly value: Value;
  /** Whether the property can't have this value. False if that is unknown. */
  readonly isWrong: boolean;
}

/** In UTF-16 code units. No one writes more into a slide. */
const MAX_LENGTH = 50_000;
const NOTHING: StyleSheet = { declarations: [], skipped: [] };

/** Reads a style sheet as browsers do. Offsets are of the given text. Never throws. */
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
    // Brackets are nested deeper than the stack.
    return NOTHING;
  }
}

function isWrong({ property, value }: Declaration): boolean {
  return lexer.matchProperty(property, value as Value | Raw).error?.name === 'SyntaxMatchError';
}

/** The place of a node in the text it was read from. */
export function spanOf({ loc }: CssNode): Span {
  return { start: loc?.start.offset ?? 0, end: loc?.end.offset ?? 0 };
}

/** Whether a property can have a value; true if that is unknown, as with variables. */
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

/** Whether a text is a CSS color; true if nobody can tell. */
export function isColor(text: string): boolean {
  return isValue('color', text);
}

/** Color names such as `red`. */
export function colorNames(): string[] {
  // This table is missing from the types.
  const { types } = lexer as unknown as { types: Record<string, { syntax: { terms: CssKeyword[] } }> };
  return types['named-color']!.syntax.terms.flatMap(({ type, name }) => (type === 'Keyword' ? [name] : []));
}

interface CssKeyword {
  readonly type: string;
  readonly name: string;
}
