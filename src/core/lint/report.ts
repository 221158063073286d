import type { Severity } from '../config/config';
import { endOfLine, LineIndex } from '../text/lineEnds';
import { printable } from '../text/printable';
import type { Paint } from './paint';
import type { Finding, Fix, FixKind } from './rule';

/** A finding as reported outside the editor. Lines and columns are 1-based, columns in UTF-16 code units. */
export interface ReportedFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /**
   * The surest fix: `safe` for --fix, `visible` for --fix-visible, `offered` in the editor; null if there is
   * none.
   */
  readonly fix: FixKind | null;
  /** The line on which it begins, without its line end; empty if it is not in a text. */
  readonly source: string;
}

/** All findings of a run, in the form of `lint --format json`. */
export interface Report {
  /** In file order, within a file in text order. */
  readonly findings: readonly ReportedFinding[];
  /** The number of decks read. */
  readonly files: number;
  /** The number of hints that were found and are not among the findings. */
  readonly hiddenHints: number;
}

const KINDS: readonly FixKind[] = ['safe', 'visible', 'offered'];

/** The findings of one file for a report. */
export function reported(file: string, text: string, findings: readonly Finding[]): ReportedFinding[] {
  const lines = new LineIndex(text);
  return findings.map(({ rule, severity, message, span, fixes }) => {
    const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
    return {
      file,
      line: start.line + 1,
      column: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
      rule,
      severity,
      message,
      fix: surest(fixes),
      source: text.slice(span.start - start.column, endOfLine(text, span.start)),
    };
  });
}

function surest(fixes: readonly Fix[]): FixKind | null {
  return KINDS.find((wanted) => fixes.some(({ kind }) => kind === wanted)) ?? null;
}

/** One line per finding, then a total: for people and for problem matchers. */
export function textReport(report: Report, paint: Paint): string {
  const lines = report.findings.map(({ file, line, column, severity, message, rule }) => {
    const place = `${printable(file)}:${line}:${column}`;
    return `${place}: ${paint(severity, severity)}: ${printable(oneLine(message))} [${rule}]\n`;
  });
  return lines.join('') + summary(report);
}

/** How much was read and found, in one line. */
export function summary({ findings, files, hiddenHints }: Report): string {
  const decks = count(files, 'deck');
  const hints = hiddenHints === 0 ? '' : ` (${count(hiddenHints, 'hint')} with --hints)`;
  if (findings.length === 0) return `${decks}, nothing found${hints}.\n`;
  const counts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [severity === 'info' ? `${number} info` : count(number, severity)];
  });
  return `${decks}: ${counts.join(', ')}${hints}${remedies(findings)}.\n`;
}

function remedies(findings: readonly ReportedFinding[]): string {
  const number = (kind: FixKind) => findings.filter(({ fix }) => fix === kind).length;
  const [safe, visible] = [number('safe'), number('visible')];
  if (safe === 0 && visible === 0) return '';
  if (visible === 0) return `; ${safe} can be fixed with --fix`;
  if (safe === 0) return `; ${visible} can be fixed with --fix-visible`;
  return `; ${safe} can be fixed with --fix, ${visible} more with --fix-visible`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Annotations for GitHub Actions. */
export function githubReport({ findings }: Report): string {
  const lines = findings.map(({ file, line, column, endLine, endColumn, severity, message, rule }) => {
    const command = severity === 'error' || severity === 'warning' ? severity : 'notice';
    // An end column is understood only if it is on the same line.
    const end =
      endLine === line ? `,endLine=${endLine},col=${column},endColumn=${endColumn}` : `,endLine=${endLine}`;
    return `::${command} file=${property(file)},line=${line}${end},title=${property(rule)}::${data(message)}\n`;
  });
  return lines.join('');
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
