import { type DeckFiles, type FoundFile, findFile } from '../files/deckFiles';

/**
 * Whether a site has a page at a path in a deck that leads to no file here: the start page of a folder, or what is
 * exported from a deck, `talk.html` from `talk.md`. True also while the folder is not known yet.
 */
export function isServedPage(path: string, found: FoundFile, files: DeckFiles): boolean {
  if (found.kind === 'folder') return files.list(found.path)?.has('index.html') ?? true;
  const stem = /^(.+)\.html$/i.exec(path)?.[1];
  if (found.kind !== 'missing' || stem === undefined) return false;
  return ['md', 'markdown'].some((ending) => findFile(files, `${stem}.${ending}`)?.kind === 'file');
}
