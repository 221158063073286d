import { applyEdits, joinEdits, type TextEdit } from '../deck/textEdits';
import type { Finding } from './rule';

/** Fixes that make room for others; more rounds than this never end. */
const MAX_ROUNDS = 10;

export interface Fixed {
  readonly text: string;
  /** What leads from the text before to this one. */
  readonly edits: readonly TextEdit[];
  /** What remains. */
  readonly findings: readonly Finding[];
}

/** Applies all safe fixes, and those that become possible by them. */
export function fixAll(text: string, lint: (text: string) => readonly Finding[]): Fixed {
  const rounds: TextEdit[][] = [];
  let fixed = text;
  let findings = lint(text);
  while (rounds.length < MAX_ROUNDS) {
    const edits = safeEdits(findings);
    if (edits.length === 0) break;
    rounds.push(edits);
    fixed = applyEdits(fixed, edits);
    findings = lint(fixed);
  }
  return { text: fixed, edits: joinEdits(text, rounds), findings };
}

/** The edits of all safe fixes that do not touch each other, in the order of the text. The rest is for the next round. */
function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const accepted: TextEdit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ safe }) => safe);
    if (fix && !fix.edits.some((edit) => accepted.some((other) => touch(edit, other))))
      accepted.push(...fix.edits);
  }
  return accepted.sort((a, b) => a.span.start - b.span.start);
}

function touch(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
