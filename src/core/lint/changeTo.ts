import type { Span } from '../text/spans';
import type { Fix } from './rule';

/** The fix that puts another text in the place of a span, and says which in its title. */
export function changeTo(newText: string, span: Span, kind: Fix['kind'] = 'offered'): Fix {
  return { title: `Change to ${newText}`, edits: [{ span, newText }], kind };
}
