import path from 'node:path';
import { CONFIG_FILE, type Config } from '../core/config/config';
import type { Deck } from '../core/deck/deck';
import { parseDeck } from '../core/deck/parseDeck';
import type { DeckFiles } from '../core/files/deckFiles';
import { onChangedSlides } from '../core/lint/changedSlides';
import { type Extent, fixAll } from '../core/lint/fixAll';
import { lintDeck } from '../core/lint/lintDeck';
import type { LinkRecord } from '../core/lint/remote/linkRecord';
import { linksIn, type RemoteLink } from '../core/lint/remote/linksIn';
import { type ReportedFinding, reported } from '../core/lint/report';
import type { Finding } from '../core/lint/rule';
import { hasByteOrderMark } from '../core/text/byteOrderMark';
import { decodeLoosely } from '../core/text/utf8';
import type { BaselineFile } from './baseline';
import type { Since, StagedFile } from './changes';
import type { Seen, Watch } from './disk';
import { CannotRun } from './errors';
import type { GitTree } from './gitTree';
import type { Linted, Outcome } from './outcome';
import { decode, readRegularFile } from './readFile';
import type { RecognizedFile, Recognizer } from './recognition';
import { Roots } from './roots';

/** What findings have in common that are not about the text of a deck. */
export const OF_NO_RULE = { severity: 'error', fix: null, source: '' } as const;

/** What a run is to do. */
export interface LintOptions {
  /** Severities from the command line. */
  readonly rules: Config['rules'];
  readonly fix: Extent | null;
  /** The revision since which a slide must have changed to be of interest. */
  readonly since: Since | null;
  /** What was there already. */
  readonly baseline: BaselineFile | null;
  /** Absolute: the working directory and the folders on the command line. */
  readonly folders: readonly string[];
  /** The index of git, if what is staged is linted. */
  readonly index: GitTree | null;
  /** Hosts that may be in a private network, besides those of the configurations. */
  readonly allow: readonly string[];
  /** Null if nothing is kept for further runs. */
  readonly watch: Watch | null;
  /** What servers answered, by address; null if they were not asked. */
  readonly answers: ReadonlyMap<string, LinkRecord> | null;
}

/** What of a deck needs the answers of servers, and the hosts that its configuration names. */
export interface DeckLinks {
  readonly links: readonly RemoteLink[];
  readonly allow: readonly string[];
}

/** One run over some files: everything read along the way is read once. */
export class LintRun {
  readonly #roots: Roots;
  readonly #merged = new Map<Config, Config>();
  /** Decks of a series share slides, each of which is checked once. */
  #previous: Deck | undefined;

  constructor(
    readonly recognizer: Recognizer,
    readonly options: LintOptions,
  ) {
    this.#roots = new Roots(options.folders);
  }

  /** Lints a file if it is a deck; a deck that can't be read is itself a finding. */
  async lintFile(file: string): Promise<Linted> {
    const earlier = await this.options.since?.earlierTexts(file);
    return orUnreadable(file, async (found) => {
      if (earlier !== null) await this.#lintFile(file, earlier, found);
    });
  }

  async #lintFile(file: string, earlier: ReadDeck['earlier'], found: Found): Promise<void> {
    const { fix, watch } = this.options;
    const seen = watch?.look();
    if (seen) lookAround(path.resolve(file), seen, watch!.surroundings);
    const deck = await this.#readDeck(file, await readRegularFile(file), seen);
    if (deck) {
      // A link may lead out of the repository, where nothing is changed.
      const mayFix = fix !== null && (await this.#roots.of(path.resolve(file))).holds(file);
      const after = await this.#lintDeck(file, { ...deck, earlier, seen }, mayFix ? fix : null, found);
      if (after !== deck.text) {
        const { replaceText } = await import('./writeFile');
        await replaceText(file, (deck.hasBom ? '\ufeff' : '') + after);
      }
    }
    found.answers = seen?.answers ?? null;
  }

  /** The links that servers are asked for to lint a file; null if it is not a deck or can't be read. */
  async linksIn(file: string): Promise<DeckLinks | null> {
    try {
      const earlier = await this.options.since?.earlierTexts(file);
      if (earlier === null) return null;
      const read = await this.#readDeck(file, await readRegularFile(file));
      if (!read) return null;
      const deck = parseDeck(read.text, read.recognized);
      const config = this.#withOptions((await this.recognizer.configs.of(file)).config);
      const before = earlier?.map((other) => parseDeck(other, read.recognized));
      const links = linksIn(deck, config);
      const ofInterest = before ? links.filter(onChangedSlides(deck, before)) : links;
      return { links: ofInterest, allow: config.remote.allow };
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      return null;
    }
  }

  /** Lints a file as it is staged: only slides that are not in the last commit. */
  async lintStaged({ file, ...staged }: StagedFile): Promise<Outcome> {
    const earlier = await staged.earlierTexts();
    return orUnreadable(file, async (found) => {
      const deck = await this.#readDeck(file, staged.read());
      if (deck) await this.#lintDeck(file, { ...deck, earlier }, null, found);
    });
  }

  /** Null if the file is not a deck: other files may have any encoding. */
  async #readDeck(file: string, bytes: Uint8Array, seen?: Seen): Promise<ReadDeck | null> {
    const recognized = await this.recognizer.recognize(file, decodeLoosely(bytes), seen);
    if (!recognized.isDeck) return null;
    return { text: decode(file, bytes), hasBom: hasByteOrderMark(bytes), recognized };
  }

  async lintStandardInput(name: string): Promise<Outcome> {
    const { buffer } = await import('node:stream/consumers');
    const bytes = await buffer(process.stdin);
    const text = decode(name, bytes);
    const recognized = await this.recognizer.recognize(name, text);
    const found = nothingFound();
    if (recognized.isDeck)
      await this.#lintDeck(name, { text, hasBom: hasByteOrderMark(bytes), recognized }, null, found);
    return found;
  }

  /** Returns the text after all repairs, and adds what is left to find in it. */
  async #lintDeck(
    file: string,
    { text, hasBom, recognized, earlier, seen }: ReadDeck,
    fix: Extent | null,
    found: Found,
  ): Promise<string> {
    found.isDeck = true;
    const { config } = await this.recognizer.configs.of(file);
    const { answers } = this.options;
    const input = {
      config: this.#withOptions(config),
      environment: {
        hasBom,
        isConfigured: recognized.decidedBy === 'configuration',
        ...(answers && { remoteLink: (address: string) => answers.get(address) }),
      },
    };
    const places = await this.#placesOf(path.resolve(file), seen);
    const before = earlier?.map((other) => parseDeck(other, recognized));
    const lint = (of: string) => {
      const deck = parseDeck(of, recognized, this.#previous);
      this.#previous = deck;
      const all = wrongEverywhere(places.map((files) => lintDeck(deck, { ...input, files })));
      const ofInterest = before ? all.filter(onChangedSlides(deck, before)) : all;
      return this.options.baseline?.newIn(file, of, ofInterest) ?? ofInterest;
    };
    const look = () => (fix ? fixAll(text, lint, fix) : { text, findings: lint(text) });
    const after = await (this.options.index?.settled(look) ?? look());
    found.findings.push(...reported(file, after.text, after.findings));
    return after.text;
  }

  /** The same object for the same configuration: the rules' findings are cached by it. */
  #withOptions(config: Config): Config {
    let merged = this.#merged.get(config);
    if (!merged) {
      const { rules, allow } = this.options;
      merged = {
        ...config,
        rules: { ...config.rules, ...rules },
        remote: { allow: [...config.remote.allow, ...allow] },
      };
      this.#merged.set(config, merged);
    }
    return merged;
  }

  /** The deck's place, and the one that a link leads to: tools take paths from either. */
  async #placesOf(file: string, seen: Seen | undefined): Promise<DeckFiles[]> {
    const { index } = this.options;
    // There a link is not a deck, but a path.
    if (index) return [index.around(file)];
    const root = await this.#roots.of(file);
    const target = root.targetOf(file);
    if (target === null) return [root.around(file, seen)];
    if (seen) lookAround(target, seen, this.options.watch!.surroundings);
    return [root.around(file, seen), (await this.#roots.of(target)).around(target, seen)];
  }
}

/** What is found in a file, while it is linted. */
interface Found extends Linted {
  isDeck: boolean;
  readonly findings: ReportedFinding[];
  answers: Linted['answers'];
}

function nothingFound(): Found {
  return { isDeck: false, findings: [], answers: null };
}

async function orUnreadable(file: string, lint: (found: Found) => Promise<void>): Promise<Linted> {
  const found = nothingFound();
  try {
    await lint(found);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    found.findings.push(unreadable(file, error.message));
  }
  return found;
}

/** The finding for a file or folder that can't be read. */
export function unreadable(file: string, message: string): ReportedFinding {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { file, ...place, rule: 'unreadable-file', message, ...OF_NO_RULE };
}

/** A deck as it was read. */
interface ReadDeck {
  readonly text: string;
  readonly hasBom: boolean;
  readonly recognized: RecognizedFile;
  /** Other texts, whose slides are of no interest. */
  readonly earlier?: readonly string[] | undefined;
  /** Takes note of what is looked up for it. */
  readonly seen?: Seen | undefined;
}

/** Takes note of the file, of where it really is, and of what decides which repository and configuration it has. */
function lookAround(file: string, seen: Seen, surroundings: Seen): void {
  seen.saw('text', file);
  seen.saw('place', file);
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    surroundings.saw('presence', path.join(folder, '.git'));
    surroundings.saw('text', path.join(folder, CONFIG_FILE));
    if (folder === path.dirname(folder)) return;
  }
}

/** What is found in all places. */
function wrongEverywhere([findings = [], ...others]: readonly Finding[][]): Finding[] {
  return findings.filter(({ rule, span }) =>
    others.every((other) =>
      other.some(
        (same) => same.rule === rule && same.span.start === span.start && same.span.end === span.end,
      ),
    ),
  );
}
