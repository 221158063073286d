import type { Span } from '../text/spans';
import type { Fix } from './rule';

/** The fix that replaces a span with another text, which its title names. */
export function changeTo(newText: string, span: Span, kind: Fix['kind'] = 'offered'): Fix {
  return { title: `Change to ${newText}`, edits: [{ span, newText }], kind };
}
