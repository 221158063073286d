import { withChangedFiles } from '../../core/compare/changedFiles';
import { compareDecks } from '../../core/compare/compareDecks';
import type { DeckComparison } from '../../core/compare/comparison';
import type { Deck } from '../../core/deck/deck';
import type { SetupName } from '../../core/deck/namedSetups';
import { parseDeck } from '../../core/deck/parseDeck';
import { CannotRun } from '../errors';
import { complain } from '../output';
import { changedFilesBetween, changedInLook } from './shownFiles';
import type { ChosenFile, Version } from './versions';

/** A deck in two states, and what differs. */
export interface DeckDiff {
  readonly before: DeckVersion | null;
  readonly after: DeckVersion | null;
  readonly comparison: DeckComparison;
  /** Style sheets, and what these and the deck's options show, that are not what they were: paths from the root. */
  readonly files: readonly string[];
}

export interface DeckVersion {
  readonly version: Version;
  readonly deck: Deck;
}

/** Compares the decks among the files. Null for files that can't be read, which is reported. */
export async function compareFiles(
  files: readonly ChosenFile[],
  dialect: SetupName | undefined,
): Promise<(DeckDiff | null)[]> {
  const readOne = (version: Version | null) => version && readVersion(version, dialect);
  const found: (DeckDiff | null)[] = [];
  for (const { before, after, isNamed, isSame } of files) {
    try {
      const [earlier, later] = [await readOne(before), await readOne(after)];
      if (!isNamed && !earlier?.isDeck && !later?.isDeck) continue;
      found.push(diffOf(earlier, later));
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      // What is wrong with a file that has not changed is another command's business.
      if (isSame) continue;
      complain(error.message);
      found.push(null);
    }
  }
  const diffs: (DeckDiff | null)[] = [];
  for (const diff of withRenamed(found)) diffs.push(diff && (await withOtherFiles(diff)));
  return diffs;
}

/** What differs in files that the deck shows. */
async function withOtherFiles(diff: DeckDiff): Promise<DeckDiff> {
  const { before, after, comparison } = diff;
  if (!before || !after || before.version.repository !== after.version.repository) return diff;
  if (after.version.repository.others.size === 0) return diff;
  return {
    ...diff,
    comparison: await withChangedFiles(
      comparison,
      { before: before.deck, after: after.deck },
      await changedFilesBetween(before, after),
    ),
    files: await changedInLook(before, after),
  };
}

/** A deck that is gone, and a new one with most of its slides, are one that was renamed: git knows only once it is added. */
function withRenamed(diffs: readonly (DeckDiff | null)[]): (DeckDiff | null)[] {
  const gone = new Set(diffs.flatMap((diff) => (diff && !diff.after ? diff : [])));
  const renamed = diffs.map((diff) => {
    if (!diff || diff.before) return diff;
    const pairs = [...gone].map((each) => ({ each, pair: diffOf(each.before, diff.after) }));
    const found = pairs.find(({ pair }) => isSameDeck(pair.comparison));
    if (!found) return diff;
    gone.delete(found.each);
    return found.pair;
  });
  return renamed.filter((diff) => !diff || diff.after || gone.has(diff));
}

function isSameDeck({ slides }: DeckComparison): boolean {
  const shared = slides.filter(
    ({ before, after, isEdited }) => before !== null && after !== null && !isEdited,
  );
  return 2 * shared.length > slides.length;
}

async function readVersion(version: Version, dialect: SetupName | undefined) {
  const text = await version.read();
  if (dialect) return { version, deck: parseDeck(text, { setup: dialect }), isDeck: true };
  const recognized = await version.state.recognizer.recognize(version.file, text);
  return { version, deck: parseDeck(text, recognized), isDeck: recognized.isDeck };
}

function diffOf(before: DeckVersion | null, after: DeckVersion | null): DeckDiff {
  const comparison =
    before && after
      ? compareDecks(before.deck, after.deck)
      : ofOne(before?.deck ?? null, after?.deck ?? null);
  return { before, after, comparison, files: [] };
}

/** A deck that is new or gone, with all its slides. */
function ofOne(before: Deck | null, after: Deck | null): DeckComparison {
  const unchanged = { isMoved: false, isEdited: false, aspects: [], kin: null };
  const removed = before?.slides.map(({ index }) => ({ ...unchanged, before: index, after: null }));
  const added = after?.slides.map(({ index }) => ({ ...unchanged, before: null, after: index }));
  return {
    slides: [...(removed ?? []), ...(added ?? [])],
    settings: [],
    hasOtherStyles: false,
    dialects: null,
  };
}
