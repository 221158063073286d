import { getOrSet } from '../text/getOrSet';
import { isRecord } from '../text/isRecord';
import { type ReportedFinding, reported } from './report';
import type { Finding } from './rule';

const VERSION = 1;
/** In UTF-16 code units: enough to tell findings apart. */
const MAX_TEXT = 100;

/** How many there are of each faulty text, by rule, by file. */
type Counts = Map<string, Map<string, Map<string, number>>>;

/**
 * Findings that were there at some time and are not reported. They are the same by file, rule and faulty text, so that
 * lines may move.
 */
export class Baseline {
  readonly #counts: Counts = new Map();

  /** Null if the text is not that of a baseline. */
  static read(text: string): Baseline | null {
    const baseline = new Baseline();
    const parsed = parse(text);
    if (parsed?.version !== VERSION || !isRecord(parsed.findings)) return null;
    for (const [file, rules] of Object.entries(parsed.findings)) {
      if (!isRecord(rules)) return null;
      for (const [rule, texts] of Object.entries(rules)) {
        if (!isRecord(texts)) return null;
        for (const [faulty, count] of Object.entries(texts)) {
          if (typeof count !== 'number') return null;
          baseline.#textsOf(file, rule).set(faulty, count);
        }
      }
    }
    return baseline;
  }

  add(file: string, { rule, ...finding }: ReportedFinding): void {
    const texts = this.#textsOf(file, rule);
    const text = faultyText(finding);
    texts.set(text, (texts.get(text) ?? 0) + 1);
  }

  /** What of all that is found in a file's text is not in the baseline: of several the last ones. */
  newIn(file: string, text: string, findings: readonly Finding[]): Finding[] {
    const seen = new Baseline();
    const told = reported(file, text, findings);
    return findings.filter((_, index) => {
      const { rule, ...finding } = told[index]!;
      seen.add(file, told[index]!);
      const faulty = faultyText(finding);
      return seen.#count(file, rule, faulty) > this.#count(file, rule, faulty);
    });
  }

  /** As JSON, in an order that does not depend on the run. */
  toString(): string {
    const findings = sorted(this.#counts, (rules) =>
      sorted(rules, (texts) => sorted(texts, (count) => count)),
    );
    return `${JSON.stringify({ version: VERSION, findings }, null, 2)}\n`;
  }

  #textsOf(file: string, rule: string): Map<string, number> {
    const rules = getOrSet(this.#counts, file, () => new Map<string, Map<string, number>>());
    return getOrSet(rules, rule, () => new Map());
  }

  #count(file: string, rule: string, text: string): number {
    return this.#counts.get(file)?.get(rule)?.get(text) ?? 0;
  }
}

/** The faulty characters on the first of their lines. */
function faultyText(finding: Omit<ReportedFinding, 'rule'>): string {
  const { source, line, column, endLine, endColumn } = finding;
  const end = endLine === line ? endColumn - 1 : source.length;
  return source
    .slice(column - 1, end)
    .slice(0, MAX_TEXT)
    .trim();
}

function sorted<Value>(map: ReadonlyMap<string, Value>, toJson: (value: Value) => unknown): object {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, toJson(value)]));
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
