import type { ArchivedFile } from '../../core/archive/archive';
import type { PlannedFile } from '../../core/archive/plan';
import { complain, count, megabytes, print } from '../output';
import { troubleInWords } from '../remote';
import type { ArchivedText } from './archivedTexts';

/** Says what archiving will do, and what it has done. */
export class ArchiveReport {
  #toFetch = 0;
  #there = 0;
  #fetched = 0;
  #bytes = 0;
  #changed = 0;
  #changedTexts = 0;
  #problems = 0;
  /** Said once: a deck may name many files of one host. */
  readonly #said = new Set<string>();

  constructor(readonly isDryRun: boolean) {}

  planned(files: readonly PlannedFile[], texts: readonly ArchivedText[]): void {
    const placeOf = placesIn(texts);
    for (const file of files) {
      if (file.isMissing) this.#toFetch++;
      else this.#there++;
      const what = file.isMissing
        ? 'to fetch'
        : `there already as ${file.copies.map(({ there }) => there).join(', ')}`;
      print(`${placeOf(file)}: ${file.address}: ${what}\n`);
    }
  }

  archived(files: readonly ArchivedFile[], texts: readonly ArchivedText[]): void {
    const placeOf = placesIn(texts);
    for (const { file, fetched, trouble } of files) {
      if (fetched !== null) {
        this.#fetched++;
        this.#bytes += fetched;
      }
      if (!trouble) continue;
      this.#problems++;
      const words = troubleInWords(trouble);
      // That a host is not allowed is the same for all its files.
      const isOfHost = trouble.kind === 'remote' && trouble.error.fault === 'host';
      if (isOfHost && this.#said.has(words)) continue;
      this.#said.add(words);
      complain(`${placeOf(file)}: ${file.address}: ${words}`);
    }
  }

  rewritten(changed: number): void {
    this.#changed += changed;
    if (changed > 0) this.#changedTexts++;
  }

  problem(message: string): void {
    complain(message);
    this.#problems++;
  }

  /** Prints the sum of it all, and returns the exit code. */
  finish(texts: number): number {
    if (texts === 0) complain('No decks found. "deckwright lint --list" says what each file is.');
    const parts = [
      this.isDryRun
        ? `${count(this.#toFetch, 'file')} to fetch`
        : `${count(this.#fetched, 'file')} fetched (${megabytes(this.#bytes)})`,
      `${this.#there} there already`,
      ...(this.#changed > 0
        ? [`${count(this.#changed, 'reference')} changed in ${count(this.#changedTexts, 'file')}`]
        : []),
      ...(this.#problems > 0 ? [count(this.#problems, 'problem')] : []),
    ];
    print(`${parts.join(', ')}\n`);
    return this.#problems > 0 ? 1 : 0;
  }
}

/** Where a file is named first, and how often else. */
function placesIn(texts: readonly ArchivedText[]): (file: PlannedFile) => string {
  const bySource = new Map(texts.map((text) => [text.source, text]));
  return ({ places }) => {
    const [first, ...others] = places;
    const text = bySource.get(first!.source)!;
    const place = `${text.file}:${text.lineAt(first!.reference.urlSpan.start)}`;
    return others.length === 0 ? place : `${place} (and ${count(others.length, 'more place')})`;
  };
}
