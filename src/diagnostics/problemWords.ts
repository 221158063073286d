import * as vscode from 'vscode';
import { plainText } from '../services/plainText';
import {
  type Counts,
  countProblems,
  isFiltering,
  type Problem,
  type ProblemFilter,
  type ProblemSeverity,
  SEVERITIES,
} from './problems';

const COUNTED: Record<ProblemSeverity, (count: number) => string> = {
  error: (count) => (count === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', count)),
  warning: (count) => (count === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', count)),
  note: (count) => (count === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', count)),
};

export const SEVERITY_NAMES: Record<ProblemSeverity, () => string> = {
  error: () => vscode.l10n.t('Errors'),
  warning: () => vscode.l10n.t('Warnings'),
  note: () => vscode.l10n.t('Notes'),
};

/** "128 errors, 406 warnings, 435 notes", without those that have none. */
export function countsText(counts: Counts): string {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    COUNTED[severity](counts[severity]),
  );
  return parts.length > 0 ? parts.join(', ') : vscode.l10n.t('no problems');
}

/** What linting all decks has found. */
export function resultText(decks: number, counts: Counts): string {
  return decks === 1
    ? vscode.l10n.t('Checked 1 deck: {0}', countsText(counts))
    : vscode.l10n.t('Checked {0} decks: {1}', decks, countsText(counts));
}

/** What the list of problems shows, and by which filter. */
export function listText(all: readonly Problem[], shown: readonly Problem[], filter: ProblemFilter): string {
  if (!isFiltering(filter)) return countsText(countProblems(all));
  const words = filter.text.trim();
  const names = filter.severities.map((severity) => SEVERITY_NAMES[severity]());
  const by = [
    ...(words ? [`"${plainText(words)}"`] : []),
    ...(names.length < SEVERITIES.length ? [names.join(', ')] : []),
  ];
  return vscode.l10n.t('{0} of {1} problems. Filter: {2}', shown.length, all.length, by.join(' · '));
}
