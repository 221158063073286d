import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Report, ReportedFinding } from '../core/lint/report';
import { Disk, type Question, Watch } from './disk';
import { isCannotRun } from './errors';
import { type Linted, type Outcome, reportOf } from './outcome';

/** An outcome, and on which answers it rests. */
interface Kept extends Outcome {
  readonly answers: ReadonlyMap<string, string>;
}

/** How an answer is written: with its question, once for all files that rest on it. */
type WrittenAnswer = readonly [asked: string, answer: string];

interface WrittenCache {
  readonly key: string;
  readonly answers: readonly WrittenAnswer[];
  /** Answers by their index. */
  readonly surroundings: readonly number[];
  readonly files: Readonly<Record<string, Outcome & { readonly answers: readonly number[] }>>;
}

/** An answer that no question has. */
const CHANGED = '';

/**
 * What was found in files, for as long as nothing has changed of what was looked at for it. What decides how any
 * file is read, such as configurations, counts for all of them: its slightest change empties the cache.
 */
export class LintCache {
  readonly watch: Watch;
  readonly #kept: Map<string, Kept>;
  readonly #known = new Map<string, Outcome | null>();
  #isChanged = false;

  /** The key stands for everything that matters besides files. A file that can't be used counts as empty. */
  constructor(
    readonly file: string,
    readonly key: string,
  ) {
    this.watch = new Watch(new Disk(file));
    const written = readCache(file);
    const kept = written?.key === key ? written : null;
    this.#kept = kept && this.#areSame(kept.surroundings) ? kept.files : new Map();
    if (this.#kept.size === 0) return;
    this.addSurroundings(kept!.surroundings);
  }

  /** What linting the file would lead to; null if that is not known. */
  outcomeOf(file: string): Outcome | null {
    let outcome = this.#known.get(file);
    if (outcome === undefined) {
      const kept = this.#kept.get(file);
      outcome = kept && this.#areSame(kept.answers) ? kept : null;
      this.#known.set(file, outcome);
    }
    return outcome;
  }

  /** The report on files of which all is known, else null. */
  reportOn(files: readonly string[]): Report | null {
    const outcomes: Outcome[] = [];
    for (const file of files) {
      const outcome = this.outcomeOf(file);
      if (!outcome) return null;
      outcomes.push(outcome);
    }
    return reportOf(outcomes);
  }

  /** What was not looked at to the end, such as an unreadable file, is not kept. */
  keep(file: string, { answers, ...outcome }: Linted): void {
    if (!answers) return;
    this.#kept.set(file, { ...outcome, answers });
    this.#isChanged = true;
  }

  /** What another run or another thread has seen. What has changed meanwhile is not the same as anything. */
  addSurroundings(seen: ReadonlyMap<string, string>): void {
    const { answers } = this.watch.surroundings;
    for (const [asked, answer] of seen)
      answers.set(asked, (answers.get(asked) ?? answer) === answer ? answer : CHANGED);
  }

  async write(): Promise<void> {
    if (!this.#isChanged) return;
    await writeCache(this.file, this.#written());
  }

  #areSame(answers: ReadonlyMap<string, string>): boolean {
    for (const [asked, answer] of answers) {
      const space = asked.indexOf(' ');
      if (this.watch.disk.answer(asked.slice(0, space) as Question, asked.slice(space + 1)) !== answer)
        return false;
    }
    return true;
  }

  #written(): string {
    const indexes = new Map<string, number>();
    const answers: WrittenAnswer[] = [];
    const indexesOf = (all: ReadonlyMap<string, string>) =>
      [...all].map((written) => {
        const text = JSON.stringify(written);
        const index = indexes.get(text) ?? answers.push(written) - 1;
        indexes.set(text, index);
        return index;
      });
    const surroundings = indexesOf(this.watch.surroundings.answers);
    const there = [...this.#kept].filter(([file]) => this.watch.disk.answer('presence', file) === 'there');
    const files = there.map(([file, kept]) => [file, { ...kept, answers: indexesOf(kept.answers) }]);
    const cache: WrittenCache = { key: this.key, answers, surroundings, files: Object.fromEntries(files) };
    return JSON.stringify(cache);
  }
}

/** Nothing is lost if the file can't be written: the next run takes longer. */
export async function writeCache(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const { writeAtomically } = await import('./writeFile');
    // It quotes from the decks, which others may not be allowed to read.
    await writeAtomically(file, text, true, 0o600);
  } catch (error) {
    if (!isCannotRun(error) && !(error as NodeJS.ErrnoException).code) throw error;
  }
}

interface ReadCache {
  readonly key: string;
  readonly surroundings: ReadonlyMap<string, string>;
  readonly files: Map<string, Kept>;
}

/** Null if there is no such file, or it is not such a cache: nothing that it says is printed unchecked. */
function readCache(file: string): ReadCache | null {
  try {
    const { key, answers, surroundings, files } = JSON.parse(readFileSync(file, 'utf8')) as WrittenCache;
    const answersAt = (indexes: readonly number[]) => new Map(indexes.map((index) => answers[index]!));
    const kept = Object.entries(files).map(([name, { isDeck, findings, ...rest }]): [string, Kept] => {
      if (!findings.every(isFinding)) throw new TypeError();
      return [name, { isDeck, findings, answers: answersAt(rest.answers) }];
    });
    return { key, surroundings: answersAt(surroundings), files: new Map(kept) };
  } catch {
    return null;
  }
}

const SEVERITY = /^(?:hint|info|warning|error)$/;
const RULE = /^[a-z-]+$/;

function isFinding({ rule, severity, file, message, source, ...rest }: ReportedFinding): boolean {
  const { line, column, endLine, endColumn } = rest;
  return (
    RULE.test(rule) &&
    SEVERITY.test(severity) &&
    [file, message, source].every((text) => typeof text === 'string') &&
    [line, column, endLine, endColumn].every(Number.isInteger)
  );
}
