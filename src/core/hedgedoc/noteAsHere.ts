import type { CopyStore } from '../archive/copyStore';
import { type PlannedFile, planArchive } from '../archive/plan';
import { addressOf, deckSource } from '../archive/remoteFiles';
import { rewriteReferences } from '../archive/rewrite';
import type { Config } from '../config/config';
import type { Deck } from '../deck/deck';
import { parseDeck } from '../deck/parseDeck';
import { pathFrom, pathIn } from '../files/deckFiles';
import { classifyUrl } from '../files/urls';
import { deckReferences } from '../markup/deckReferences';
import { markedSlides } from '../markup/markedSlide';
import { lineEndOf } from '../text/lineEnds';
import { applyEdits } from '../text/textEdits';
import type { NoteAddress } from './noteAddress';
import { withOrigin } from './origin';

/** A deck that a note is compared with. */
export interface DeckHere {
  readonly deck: Deck;
  /** As in `DeckFiles`. */
  readonly path: string;
  readonly config: Config;
  /** The files around it, of which none is made; null if it has no folder. */
  readonly store: CopyStore | null;
}

/**
 * A note's text as it would be in the deck's file, so that only what was really changed differs: with the note's address in
 * the frontmatter, the deck's line ends, and paths of copies in place of the addresses of pictures that have been copied, unless the
 * deck still has these addresses.
 */
export async function noteAsHere(note: string, address: NoteAddress, here: DeckHere): Promise<string> {
  const { text } = here.deck;
  const withLineEnds = withOrigin(note, address).replace(/\r\n?|\n/g, lineEndOf(text));
  const whole = withFinalLineEnd(withLineEnds, text);
  return here.store ? withCopies(whole, here, here.store) : whole;
}

/** Editors end a text with a line end, HedgeDoc does not. After dashes one would begin another slide. */
function withFinalLineEnd(note: string, here: string): string {
  const isLacking = /[\r\n]$/.test(here) && !/(?:^|[\r\n]|-)$/.test(note);
  return isLacking ? note + lineEndOf(here) : note;
}

async function withCopies(note: string, { deck, path, config }: DeckHere, store: CopyStore): Promise<string> {
  const source = deckSource(parseDeck(note, { setup: deck.setup }), path, config);
  const plan = await planArchive([source], store, config.hedgedocHosts);
  // A deck that names both a copy and its address has been archived only in part: what it says stays.
  const kept = new Set(deckSource(deck, path, config).references.map(addressOf));
  const written = writtenPaths(deck, source.base, config);
  const copies = new Map(
    plan.map((file) => [file.address, kept.has(file.address) ? undefined : copyOf(file, written)]),
  );
  const edits = rewriteReferences(source, (address) => copies.get(address)).map(({ span, newText }) => {
    const place = placeOf(newText, source.base);
    return { span, newText: (place && written.get(place)) ?? newText };
  });
  return applyEdits(note, edits);
}

/** Under a name that other files could have, too, a file is a copy if the deck names it. */
function copyOf({ copies }: PlannedFile, written: ReadonlyMap<string, string>): string | undefined {
  for (const { there, folder, name } of copies) {
    if (there !== null) return there;
    const stem = pathIn(folder, withoutEnding(name.name));
    const named = [...written.keys()].find((place) => withoutEnding(place) === stem);
    if (named !== undefined) return named;
  }
  return undefined;
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^./]*$/, '');
}

/** How the deck writes what is around it, by path and fragment. */
function writtenPaths(deck: Deck, base: string, config: Config): Map<string, string> {
  const references = deckReferences(deck, markedSlides(deck), config);
  return new Map(
    references.flatMap(({ url }): [string, string][] => {
      const place = placeOf(url, base);
      return place === null ? [] : [[place, url]];
    }),
  );
}

/** The path that a reference leads to, with its fragment; null if it leads elsewhere. */
function placeOf(url: string, base: string): string | null {
  const target = classifyUrl(url);
  const path = target.kind === 'local' ? pathFrom(base, target.path) : null;
  return path === null ? null : path + (/#.*$/s.exec(url)?.[0] ?? '');
}
