import type { Fix } from './rule';

/** The fix that inserts a space at each of the places. */
export function insertSpaces(places: readonly number[]): Fix {
  const edits = places.map((at) => ({ span: { start: at, end: at }, newText: ' ' }));
  return { title: places.length > 1 ? 'Insert spaces' : 'Insert a space', edits, kind: 'offered' };
}
