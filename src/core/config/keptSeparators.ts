import { BLANK_LINES, NAMED_SETUPS, ownNameOf } from '../deck/namedSetups';
import type { SeparatorSources } from '../deck/setup';
import type { DeckChoice } from './config';
import type { FileRecognition } from './recognizeFile';

/**
 * The separators of a deck that stay when this is chosen for it: those that were guessed from its text and are not any
 * tool's own, and those that the configuration sets for the same tool. What the files around it set stays anyway.
 */
export function keptSeparators(
  choice: DeckChoice | undefined,
  detected: Pick<FileRecognition, 'setup' | 'isGuess' | 'decidedBy'>,
): SeparatorSources {
  const { setup, isGuess, decidedBy } = detected;
  const isTool = choice !== undefined && choice !== 'auto' && choice !== 'none';
  if (!isTool || choice === 'hedgedoc' || choice === 'reveal-blank-lines') return {};
  if (decidedBy === 'surroundings' || choice === ownNameOf(setup)) return {};
  const isLike = isGuess || NAMED_SETUPS[choice].tool === setup.tool;
  return isLike && setup.separators !== BLANK_LINES ? setup.separators : {};
}
