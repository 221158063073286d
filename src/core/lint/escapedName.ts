import { type DeckFiles, findFile } from '../files/deckFiles';
import { classifyUrl } from '../files/urls';

/** The URL with the `#` and `?` of a file's name escaped; undefined if there is no such file. */
export function escapedName(url: string, files: DeckFiles): string | undefined {
  const escaped = url.replaceAll('#', '%23').replaceAll('?', '%3F');
  const target = classifyUrl(escaped);
  if (escaped === url || target.kind !== 'local') return undefined;
  return findFile(files, target.path)?.kind === 'file' ? escaped : undefined;
}
