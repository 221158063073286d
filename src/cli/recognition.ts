import path from 'node:path';
import { isIgnored } from '../core/config/config';
import { type FileFacts, type FileRecognition, recognizeFile } from '../core/config/recognizeFile';
import type { FrontMatter } from '../core/deck/deck';
import { isUndecided } from '../core/deck/dialects';
import { parseFrontMatter } from '../core/deck/frontMatter';
import type { ConfigProblem, Configs } from './config';
import type { Seen } from './disk';
import { Neighbors } from './neighbors';
import { Setups } from './setups';

/** What a file is, and the frontmatter by which it was recognized: parsing the text again need not read it again. */
export interface RecognizedFile extends FileRecognition {
  readonly frontMatter: FrontMatter | null;
}

/** What each file is, by all that is around it. Everything is read once. */
export class Recognizer {
  readonly #setups: Setups;
  readonly #neighbors: Neighbors;

  constructor(readonly configs: Configs) {
    this.#setups = new Setups(configs.rootOf, configs.tree);
    this.#neighbors = new Neighbors(configs.tree);
  }

  /** What is wrong in the files around the decks that were read so far, each reported once. */
  get problems(): readonly ConfigProblem[] {
    return [...this.configs.problems, ...this.#setups.problems];
  }

  /** A file that the configuration ignores is not a deck. Takes note of other files that matter for this one. */
  async recognize(file: string, text: string, seen?: Seen): Promise<RecognizedFile> {
    const known = await this.configs.of(file);
    await this.#setups.ready(file);
    const facts: FileFacts = {
      ...known,
      setup: () => this.#setups.of(file),
      fileName: path.basename(file),
    };
    const frontMatter = parseFrontMatter(text);
    let found = recognizeFile(text, facts, frontMatter);
    if (isUndecided(found)) {
      const usual = await this.#neighbors.of(file, seen);
      found = recognizeFile(text, { ...facts, neighbors: () => usual }, frontMatter);
    }
    if (known.path !== undefined && isIgnored(known.config, known.path)) {
      return { ...found, frontMatter, isDeck: false, reason: 'ignored by .deckwright.json' };
    }
    const { reason } = found;
    const isNamed = found.decidedBy === 'configuration';
    return { ...found, frontMatter, reason: isNamed ? 'named in .deckwright.json' : reason };
  }
}
