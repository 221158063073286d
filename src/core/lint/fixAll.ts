import { applyEdits, joinEdits, type TextEdit } from '../text/textEdits';
import type { Finding, Fix } from './rule';

/** Fixes can make others possible; if that takes more rounds, it never ends. */
const MAX_ROUNDS = 10;

/** The text after all fixes, and how many there were. */
export interface Fixed {
  readonly text: string;
  /** How many fixes were applied. */
  readonly count: number;
  /** The edits that lead from the original text to this one. */
  readonly edits: readonly TextEdit[];
  /** The findings that remain. */
  readonly findings: readonly Finding[];
}

/** What fix-all applies: only fixes that change nothing on the slides, or all that are certainly right. */
export type Extent = 'safe' | 'visible';

/** Whether fix-all would apply one of a finding's fixes. */
export function isFixable({ fixes }: Pick<Finding, 'fixes'>, extent: Extent): boolean {
  return fixIn(fixes, extent) !== undefined;
}

/** Applies all fixes of this extent, and those that become possible through them. */
export function fixAll(text: string, lint: (text: string) => readonly Finding[], extent: Extent): Fixed {
  const rounds: TextEdit[][] = [];
  let fixed = text;
  let findings = lint(text);
  let count = 0;
  while (rounds.length < MAX_ROUNDS) {
    const fixes = compatibleFixes(findings, extent);
    if (fixes.length === 0) break;
    count += fixes.length;
    const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => a.span.start - b.span.start);
    rounds.push(edits);
    fixed = applyEdits(fixed, edits);
    findings = lint(fixed);
  }
  return { text: fixed, count, edits: joinEdits(text, rounds), findings };
}

/** Fixes that do not overlap. The rest waits for the next round. */
function compatibleFixes(findings: readonly Finding[], extent: Extent): Fix[] {
  const accepted: Fix[] = [];
  const edits: TextEdit[] = [];
  for (const { fixes } of findings) {
    const fix = fixIn(fixes, extent);
    if (!fix || fix.edits.some((edit) => edits.some((other) => touch(edit, other)))) continue;
    accepted.push(fix);
    edits.push(...fix.edits);
  }
  return accepted;
}

function fixIn(fixes: readonly Fix[], extent: Extent): Fix | undefined {
  return fixes.find(({ kind }) => kind === 'safe' || kind === extent);
}

function touch(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
