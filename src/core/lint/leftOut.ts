import type { Span } from '../text/spans';
import type { RuleFinding } from './rule';

/** An address that other tools keep and Deckwright does not, by its scheme with the colon. */
export function leftOut(scheme: string, span: Span): RuleFinding {
  return {
    severity: 'info',
    message: `For safety, the preview and exported pages of Deckwright leave out addresses that begin with "${scheme}". Elsewhere this one may work.`,
    span,
  };
}
