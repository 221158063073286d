import type { Severity } from '../config/config';
import { cellsOf, endIn, startIn, wrapped } from '../text/cells';
import { getOrSet } from '../text/getOrSet';
import { printable } from '../text/printable';
import { type Paint, plain } from './paint';
import { type Report, type ReportedFinding, summary } from './report';

/** From so many findings of one rule in a file, only the first is shown in full. */
const MANY = 4;
const INDENT = '    ';
/** Further in than what is said. */
const EXCERPT_INDENT = '      ';
/** How far a line is looked at on either side of what is faulty, in characters: more than any terminal shows. */
const REACH = 1000;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** What a report is shown in. */
export interface Terminal {
  /** In cells. */
  readonly width: number;
  readonly paint: Paint;
}

/**
 * A report for people: by file, with the faulty lines, at the end a table of the rules. What it takes from decks and
 * file names has no control characters.
 */
export function terminalReport(report: Report, terminal: Terminal): string {
  const files = grouped(report.findings, ({ file }) => file);
  const parts = files.map((findings) => fileReport(findings, terminal));
  const table = tableOf(report.findings, terminal);
  const total = `${wrapped(summary(report).trimEnd(), terminal.width).join('\n')}\n`;
  return [...parts, ...(table === '' ? [] : [table]), total].join('\n');
}

function fileReport(findings: readonly ReportedFinding[], terminal: Terminal): string {
  const groups = grouped(findings, kindOf).flatMap((group) =>
    group.length < MANY ? group.map((finding) => [finding]) : [group],
  );
  const shown = groups.toSorted(([a], [b]) => findings.indexOf(a!) - findings.indexOf(b!));
  const head = terminal.paint('file', printable(findings[0]!.file));
  return `${head}\n${shown.map((group) => groupReport(group, terminal)).join('')}`;
}

/** The first finding, and the lines of the others. */
function groupReport([first, ...others]: readonly ReportedFinding[], terminal: Terminal): string {
  const { line, column, severity, message, rule } = first!;
  const { paint, width } = terminal;
  const place = `${line}:${column}`;
  const said = `  ${place} ${severity}: ${printable(message.replace(/\s+/g, ' '))} [${rule}]`;
  const lines = wrapped(said.trimStart(), width - INDENT.length);
  const painted = lines
    .join(`\n${INDENT}`)
    .replace(`${place} ${severity}`, `${paint('faint', place)} ${paint(severity, severity)}`)
    .replace(/\[[\w-]+\]$/, (name) => paint('faint', name));
  return [
    `  ${painted}`,
    ...excerpt(first!, terminal),
    ...(others.length > 0 ? alsoIn(others, terminal) : []),
  ]
    .map((text) => `${text}\n`)
    .join('');
}

/** The faulty line, cut to the width, with the faulty characters underlined. */
function excerpt(
  { source, line, column, endLine, endColumn, severity }: ReportedFinding,
  terminal: Terminal,
): string[] {
  if (source.trim() === '') return [];
  const { paint, width } = terminal;
  const room = width - EXCERPT_INDENT.length;
  const start = column - 1;
  const end = endLine === line ? endColumn - 1 : source.length;
  const shown = (from: number, to: number) => printable(source.slice(from, to).replaceAll('\t', ' '));
  const faulty = startIn(shown(start, Math.min(end, start + REACH)).trimEnd(), room);
  const left = room - cellsOf(faulty);
  const before = shown(Math.max(0, start - REACH), start).trimStart();
  const after = shown(end, end + REACH).trimEnd();
  // What one side does not need is for the other.
  const lead = endIn(before, Math.max(Math.floor(left / 2), left - cellsOf(after)));
  const rest = startIn(after, left - cellsOf(lead));
  const text = EXCERPT_INDENT + lead + paint([severity, 'faulty'], faulty) + rest;
  if (paint !== plain) return [text];
  return [text, EXCERPT_INDENT + ' '.repeat(cellsOf(lead)) + '~'.repeat(Math.max(1, cellsOf(faulty)))];
}

function alsoIn(others: readonly ReportedFinding[], { paint, width }: Terminal): string[] {
  const lines = [...new Set(others.map(({ line }) => line))].join(', ');
  return wrapped(`${others.length} more in lines ${lines}`, width - INDENT.length).map(
    (text) => INDENT + paint('faint', text),
  );
}

function tableOf(findings: readonly ReportedFinding[], { paint }: Terminal): string {
  const groups = grouped(findings, kindOf).toSorted(inTable);
  const digits = Math.max(...groups.map(({ length }) => String(length).length));
  const width = Math.max(...groups.map(([first]) => first!.rule.length));
  return groups
    .map((group) => {
      const { rule, severity } = group[0]!;
      const number = String(group.length).padStart(digits);
      return `  ${number}  ${rule.padEnd(width)}  ${paint(severity, severity)}\n`;
    })
    .join('');
}

function inTable(a: readonly ReportedFinding[], b: readonly ReportedFinding[]): number {
  const rank = (group: readonly ReportedFinding[]) => SEVERITIES.indexOf(group[0]!.severity);
  return rank(a) - rank(b) || b.length - a.length || (a[0]!.rule < b[0]!.rule ? -1 : 1);
}

function kindOf({ rule, severity }: ReportedFinding): string {
  return `${severity} ${rule}`;
}

function grouped(
  findings: readonly ReportedFinding[],
  keyOf: (finding: ReportedFinding) => string,
): ReportedFinding[][] {
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of findings) getOrSet(groups, keyOf(finding), () => []).push(finding);
  return [...groups.values()];
}
