import type { Config } from '../config/config';
import type { Deck, SlideContent } from '../deck/deck';
import { parseDeck } from '../deck/parseDeck';
import type { Setup } from '../deck/setup';
import { type DeckFiles, findFile } from '../files/deckFiles';
import { getOrSet } from '../text/getOrSet';

/** Whether a file is a template by its name. */
export function isTemplate(path: string): boolean {
  return /template[^/]*$/i.test(path);
}

/**
 * Paths of the markdown files that new slides of the deck are taken from: those in its folder that are templates by their name,
 * and those of the configuration. What is not known yet is missing.
 */
export function templatesFor(files: DeckFiles, { templates }: Config): string[] {
  const folder = files.deck.slice(0, files.deck.lastIndexOf('/') + 1);
  const names = [...(files.list(folder.slice(0, -1)) ?? [])];
  const beside = names.filter(([name, kind]) => kind === 'file' && /template.*\.md$/i.test(name));
  const configured = templates.map(({ file }) => fromConfig(file, files)).filter((path) => path !== null);
  return [...beside.map(([name]) => folder + name), ...configured];
}

/** The configuration is in the folder of the deck or one above it. */
function fromConfig(file: string, files: DeckFiles): string | null {
  const list = (folder: string) => files.list(folder);
  const folders = files.deck.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const from = [...folders.slice(0, depth), 'deck.md'].join('/');
    const found = findFile({ deck: from, list }, file);
    if (found?.kind === 'file') return found.path;
  }
  return null;
}

/** In UTF-16 code units. Shorter slides, such as dividers and thanks, are meant to stay. */
const MIN_LENGTH = 60;

/** The path of the template by the words of each of its slides. The templates are read as the deck is. */
export function slidesOf(
  templates: readonly string[],
  files: DeckFiles,
  deck: Deck,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of templates) {
    const text = files.text(path);
    for (const words of text ? wordsIn(path, text, deck) : []) found.set(words, path);
  }
  return found;
}

/** The templates read most recently; another text under the same path is another template. */
const lastRead = new Map<string, { text: string; setup: Setup; words: readonly string[] }>();
const MAX_KEPT = 20;

function wordsIn(path: string, text: string, { setup, isGuess }: Deck): readonly string[] {
  const kept = lastRead.get(path);
  if (kept?.text === text && kept.setup === setup) return kept.words;
  const { slides } = parseDeck(text, { setup, isGuess });
  const words = slides.map(({ content }) => wordsOf(content)).filter(({ length }) => length >= MIN_LENGTH);
  if (lastRead.size === MAX_KEPT) lastRead.clear();
  lastRead.set(path, { text, setup, words });
  return words;
}

const known = new WeakMap<SlideContent, string>();

/** A slide's text, whatever its white space. */
export function wordsOf(content: SlideContent): string {
  return getOrSet(known, content, () => content.text.replace(/\s+/g, ' ').trim());
}
