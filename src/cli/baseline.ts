import path from 'node:path';
import { Baseline } from '../core/lint/baseline';
import type { Report } from '../core/lint/report';
import type { Finding } from '../core/lint/rule';
import { RULES } from '../core/lint/rules';
import { CannotRun } from './errors';
import { exists } from './nodeFiles';
import { complain } from './output';
import { readText } from './readFile';
import { writeAtomically } from './writeFile';

/** A baseline on the disk. It names decks relative to its own folder, so that it can be committed with them. */
export class BaselineFile {
  private constructor(
    readonly file: string,
    /** Null if it is yet to be written. */
    readonly known: Baseline | null,
  ) {}

  static async open(file: string): Promise<BaselineFile> {
    if (!(await exists(file))) return new BaselineFile(file, null);
    const known = Baseline.read(await readText(file));
    if (known) return new BaselineFile(file, known);
    throw new CannotRun(`${file} is not a baseline. Delete it to have a new one written.`);
  }

  newIn(deck: string, text: string, findings: readonly Finding[]): readonly Finding[] {
    return this.known ? this.known.newIn(this.#nameOf(deck), text, findings) : findings;
  }

  /** Writes what was found, if there is no file yet, and returns what is left to report. */
  async settle(report: Report): Promise<Report> {
    if (this.known) return report;
    const baseline = new Baseline();
    const inDecks = report.findings.filter(({ rule }) => RULES.some(({ id }) => id === rule));
    for (const finding of inDecks) baseline.add(this.#nameOf(finding.file), finding);
    await writeAtomically(this.file, baseline.toString(), false);
    complain(
      `${this.file} was written with ${inDecks.length} findings. From now on only others are reported.`,
    );
    return { ...report, findings: report.findings.filter((finding) => !inDecks.includes(finding)) };
  }

  #nameOf(deck: string): string {
    return path.relative(path.dirname(path.resolve(this.file)), path.resolve(deck)).replaceAll(path.sep, '/');
  }
}
