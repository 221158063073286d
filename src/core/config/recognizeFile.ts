import { type Recognition, recognizeDeck } from '../deck/dialects';
import { parseFrontMatter } from '../deck/frontMatter';
import { type Config, type DeckChoice, deckChoice } from './config';

/** What is known about a file besides its text. */
export interface FileFacts {
  readonly config: Config;
  /** Relative to the configuration's folder; undefined if there is no configuration. */
  readonly path: string | undefined;
  /** What the user chose for this particular file. */
  readonly choice?: DeckChoice | undefined;
}

/** Whether a file is a deck, of which dialect, and who decided so. */
export interface FileRecognition extends Recognition {
  /** Who decided; the reason always comes from the text. */
  readonly decidedBy: 'user' | 'configuration' | 'text';
}

/**
 * Whether a file is a deck and of which dialect: by the user's choice, else by the configuration, else by its
 * text. Everything that needs to know calls this, so that editor, command line and searches agree.
 */
export function recognizeFile(
  text: string,
  { config, path, choice }: FileFacts,
  frontMatter = parseFrontMatter(text),
): FileRecognition {
  const found = recognizeDeck(text, frontMatter);
  const chosen = choice ?? (path === undefined ? undefined : deckChoice(config, path));
  if (chosen === undefined) return { ...found, decidedBy: 'text' };
  const decidedBy = choice ? 'user' : 'configuration';
  if (chosen === 'none') return { ...found, isDeck: false, decidedBy };
  return { ...found, isDeck: true, dialect: chosen === 'auto' ? found.dialect : chosen, decidedBy };
}
