import { isRecord } from '../text/isRecord';
import type { Deck, YamlValue } from './deck';

/** The author's options for reveal.js: HedgeDoc reads `slideOptions`, reveal-md `revealOptions`. */
export function authoredOptions({
  frontMatter,
  dialect,
}: Pick<Deck, 'frontMatter' | 'dialect'>): Readonly<Record<string, YamlValue>> {
  const { slideOptions, revealOptions } = frontMatter?.values ?? {};
  const options = dialect === 'hedgedoc' ? slideOptions : revealOptions;
  return isRecord(options) ? options : {};
}
