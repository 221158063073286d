import type { Position, Range, Uri } from 'vscode';

/** The distinctions of the Problems panel, which does not show hints. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type ProblemSeverity = (typeof SEVERITIES)[number];

/** A problem of a deck as it is listed. */
export interface Problem {
  readonly uri: Uri;
  /** The file as named from the workspace. */
  readonly path: string;
  readonly rule: string;
  readonly severity: ProblemSeverity;
  readonly message: string;
  readonly range: Range;
}

export type Counts = Readonly<Record<ProblemSeverity, number>>;

export function countProblems(problems: readonly Pick<Problem, 'severity'>[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}

export interface ProblemFilter {
  /** Words that must all be in the rule's id, the message or the file's path; case is ignored. */
  readonly text: string;
  readonly severities: readonly ProblemSeverity[];
}

export const NO_FILTER: ProblemFilter = { text: '', severities: SEVERITIES };

export function isFiltering({ text, severities }: ProblemFilter): boolean {
  return text.trim() !== '' || severities.length < SEVERITIES.length;
}

export function filterProblems(
  problems: readonly Problem[],
  { text, severities }: ProblemFilter,
): readonly Problem[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return problems.filter(({ rule, message, path, severity }) => {
    const searched = `${rule}\n${message}\n${path}`.toLowerCase();
    return severities.includes(severity) && words.every((word) => searched.includes(word));
  });
}

export type Grouping = 'rule' | 'deck';

/** Problems of one rule or of one deck. */
export interface ProblemGroup {
  readonly grouping: Grouping;
  /** The same for the same group when problems change. */
  readonly id: string;
  readonly problems: readonly Problem[];
  readonly children: readonly ProblemNode[];
}

export interface ProblemEntry {
  readonly id: string;
  readonly problem: Problem;
  /** What the groups around it do not say. */
  readonly namesRule: boolean;
}

export type ProblemNode = ProblemGroup | ProblemEntry;

/** By rule, the worst and most frequent first, then by deck; or by deck, in the order of their paths. */
export function groupProblems(problems: readonly Problem[], grouping: Grouping): ProblemGroup[] {
  if (grouping === 'deck') return byDeck(problems, '', true);
  return [...groupBy(problems, ({ rule }) => rule)]
    .map(([rule, own]): ProblemGroup => {
      const id = `rule ${rule}`;
      return { grouping: 'rule', id, problems: own, children: byDeck(own, `${id} `, false) };
    })
    .sort(
      (a, b) =>
        rank(worst(a.problems)) - rank(worst(b.problems)) ||
        b.problems.length - a.problems.length ||
        compare(a.id, b.id),
    );
}

function byDeck(problems: readonly Problem[], prefix: string, namesRule: boolean): ProblemGroup[] {
  return [...groupBy(problems, ({ uri }) => uri.toString())]
    .map(([deck, own]): ProblemGroup => {
      const id = `${prefix}deck ${deck}`;
      return { grouping: 'deck', id, problems: own, children: entries(own, id, namesRule) };
    })
    .sort((a, b) => compare(a.problems[0]!.path, b.problems[0]!.path));
}

function entries(problems: readonly Problem[], group: string, namesRule: boolean): ProblemEntry[] {
  const seen = new Map<string, number>();
  return problems
    .toSorted((a, b) => byPlace(a.range.start, b.range.start) || compare(a.rule, b.rule))
    .map((problem) => {
      const place = `${group} ${problem.rule} ${problem.message}`;
      const number = seen.get(place) ?? 0;
      seen.set(place, number + 1);
      return { id: `${place} ${number}`, problem, namesRule };
    });
}

function groupBy(
  problems: readonly Problem[],
  keyOf: (problem: Problem) => string,
): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = keyOf(problem);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return groups;
}

export function worst(problems: readonly Problem[]): ProblemSeverity {
  return SEVERITIES.find((severity) => problems.some((problem) => problem.severity === severity)) ?? 'note';
}

function rank(severity: ProblemSeverity): number {
  return SEVERITIES.indexOf(severity);
}

function byPlace(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
