/** Replaces the parser with which pdf-lib reads SVG and forms: what a browser prints has neither. */
export const NodeType = {};

export function parse(): never {
  throw new Error('This build does not read markup.');
}
