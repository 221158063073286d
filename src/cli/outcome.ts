import type { Report, ReportedFinding } from '../core/lint/report';

/** What linting a file has led to. */
export interface Outcome {
  readonly isDeck: boolean;
  readonly findings: readonly ReportedFinding[];
}

/** An outcome, and on which answers of the disk it rests; null if they are not known. */
export interface Linted extends Outcome {
  readonly answers: ReadonlyMap<string, string> | null;
}

/** The report on files, in their order. */
export function reportOf(outcomes: readonly Outcome[]): Report {
  return {
    findings: outcomes.flatMap(({ findings }) => findings),
    files: outcomes.filter(({ isDeck }) => isDeck).length,
    hiddenHints: 0,
  };
}
