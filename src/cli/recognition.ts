import path from 'node:path';
import { isIgnored } from '../core/config/config';
import { type FileFacts, type FileRecognition, recognizeFile } from '../core/config/recognizeFile';
import { isUndecided } from '../core/deck/dialects';
import type { ConfigProblem, Configs } from './config';
import { Neighbors } from './neighbors';
import { Setups } from './setups';

/** What each file is, by all that is around it. Everything is read once. */
export class Recognizer {
  readonly #setups: Setups;
  readonly #neighbors = new Neighbors();

  constructor(readonly configs: Configs) {
    this.#setups = new Setups(configs.rootOf, configs.tree);
  }

  /** What is wrong in the files around the decks that were read so far, each reported once. */
  get problems(): readonly ConfigProblem[] {
    return [...this.configs.problems, ...this.#setups.problems];
  }

  /** A file that the configuration ignores is not a deck. */
  async recognize(file: string, text: string): Promise<FileRecognition> {
    const known = await this.configs.of(file);
    await this.#setups.ready(file);
    const facts: FileFacts = {
      ...known,
      setup: () => this.#setups.of(file),
      fileName: path.basename(file),
    };
    let found = recognizeFile(text, facts);
    if (isUndecided(found)) {
      const usual = await this.#neighbors.of(file);
      found = recognizeFile(text, { ...facts, neighbors: () => usual });
    }
    if (known.path !== undefined && isIgnored(known.config, known.path)) {
      return { ...found, isDeck: false, reason: 'ignored by .deckwright.json' };
    }
    return found.decidedBy === 'configuration' ? { ...found, reason: 'named in .deckwright.json' } : found;
  }
}
