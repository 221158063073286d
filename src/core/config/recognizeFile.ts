import {
  hasTitledSlides,
  isDecidedByFrontMatter,
  isUndecided,
  REASONS,
  type Recognition,
  recognizeDeck,
} from '../deck/dialects';
import { parseFrontMatter } from '../deck/frontMatter';
import { dialectOf, NAMED_SETUPS } from '../deck/namedSetups';
import { separatorsFor } from '../deck/separators';
import type { Setup } from '../deck/setup';
import { splitSlides } from '../deck/splitSlides';
import { getOrSet } from '../text/getOrSet';
import { type Config, type DeckEntry, deckEntry, type FileChoice } from './config';
import { entrySeparators, entrySetup } from './entrySetup';

/** What is known about a file besides its text. */
export interface FileFacts {
  readonly config: Config;
  /** Relative to the configuration's folder; undefined if there is no configuration. */
  readonly path: string | undefined;
  /** What the user chose for this particular file. */
  readonly choice?: FileChoice | undefined;
  /** What the files around it set up, if anything. Called only if the frontmatter does not decide. */
  readonly setup?: () => Setup | null | undefined;
  /** How most decks of its folder are read. Called only if the text does not say by itself. */
  readonly neighbors?: () => Setup | null | undefined;
  readonly fileName?: string;
}

/** A text from where its slides start. */
interface Body {
  readonly text: string;
  readonly start: number;
}

type Facts = Omit<FileFacts, 'config' | 'path'>;

/** Files about their folder: they are decks only if they look like one themselves. */
const ABOUT_FOLDER =
  /^(?:readme|changelog|changes|contributing|license|licence|security|code_of_conduct|index)\b/i;

/** Whether a file is a deck, of which dialect, and who decided so. */
export interface FileRecognition extends Recognition {
  /** Who decided; the reason always comes from the text. */
  readonly decidedBy: 'user' | 'configuration' | 'surroundings' | 'text';
}

/**
 * Whether a file is a deck and of which dialect: by the user's choice, else by the configuration, else by its
 * text. Everything that needs to know calls this, so that editor, command line and searches agree.
 */
export function recognizeFile(
  text: string,
  { config, path, ...facts }: FileFacts,
  frontMatter = parseFrontMatter(text),
): FileRecognition {
  const found = recognizeDeck(text, frontMatter);
  const body = { text, start: frontMatter?.span.end ?? 0 };
  const recognized =
    fromSurroundings(body, found, facts) ??
    fromNeighbors(body, found, facts) ??
    ({ ...found, decidedBy: 'text' } as const);
  const { choice } = facts;
  if (choice !== undefined)
    return { ...decided(choiceEntry(choice), '', recognized, facts), decidedBy: 'user' };
  const entry = path === undefined ? undefined : deckEntry(config, path);
  if (!entry) return recognized;
  return { ...decided(entry, path!, recognized, facts), decidedBy: 'configuration' };
}

/** By choice as JSON: what is equal is not always the same object. */
const choices = new Map<string, DeckEntry>();

/** The user's choice as an entry of a configuration. */
function choiceEntry(choice: FileChoice): DeckEntry {
  const said = typeof choice === 'string' ? { dialect: choice } : choice;
  return getOrSet(choices, JSON.stringify(said), () => ({ ...said, files: [] }));
}

function decided(
  entry: DeckEntry,
  path: string,
  recognized: Recognition,
  { setup: surroundings }: Facts,
): Recognition {
  const { dialect } = entry;
  if (dialect === 'none') return { ...recognized, isDeck: false, isGuess: false };
  if (dialect === 'auto') {
    const read = entrySetup(
      entry,
      isForOthers(entry, recognized) ? NAMED_SETUPS.reveal : recognized.setup,
      path,
    );
    return { ...recognized, isDeck: true, setup: read, dialect: dialectOf(read) };
  }
  const named = NAMED_SETUPS[dialect];
  const setup = dialect === 'hedgedoc' ? null : surroundings?.();
  const base = setup?.tool === named.tool ? setup : named;
  return { ...recognized, isDeck: true, ...asRead(entrySetup(entry, base, path)) };
}

/** HedgeDoc has no separators to set. */
function isForOthers(entry: DeckEntry, { isGuess, dialect }: Recognition): boolean {
  return isGuess && dialect === 'hedgedoc' && Object.keys(entrySeparators(entry)).length > 0;
}

function asRead(setup: Setup): Pick<Recognition, 'dialect' | 'setup' | 'isGuess'> {
  return { dialect: dialectOf(setup), setup, isGuess: false };
}

/** What the files around a file say of it; null if they say nothing, or its frontmatter decides. */
function fromSurroundings(body: Body, found: Recognition, facts: Facts): FileRecognition | null {
  if (isDecidedByFrontMatter(found) || found.reason === 'marp: true') return null;
  const { setup: surroundings, fileName = '' } = facts;
  const setup = surroundings?.();
  if (!setup) return null;
  const isMeant = () => !ABOUT_FOLDER.test(fileName) && isSplit(body, setup);
  const isDeck = setup.namesDeck || found.isDeck || isMeant();
  return { ...asRead(setup), isDeck, reason: setup.source, decidedBy: 'surroundings' };
}

/** What most decks of the folder say of a text that does not say it itself; null if that is nothing. */
function fromNeighbors(
  body: Body,
  found: Recognition,
  { neighbors, fileName = '' }: Facts,
): FileRecognition | null {
  if (!neighbors || !isUndecided(found)) return null;
  const isMeant = () => !ABOUT_FOLDER.test(fileName) && hasTitledSlides(body.text, body.start);
  if (!found.isDeck && !isMeant()) return null;
  const setup = neighbors();
  if (!setup || setup === found.setup || !isSplit(body, setup)) return null;
  const reading = { ...asRead(setup), isGuess: true, reason: REASONS.neighbors };
  return { ...reading, isDeck: true, decidedBy: 'text' };
}

/** Whether the text has a separator of the set-up. */
function isSplit({ text, start }: Body, setup: Setup): boolean {
  return splitSlides(text, start, separatorsFor(setup, null, true).separators).length > 1;
}
