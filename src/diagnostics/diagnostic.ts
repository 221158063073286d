import * as vscode from 'vscode';
import type { Severity } from '../core/config/config';
import { type Finding, ruleUrl } from '../core/lint/rule';
import { LineIndex } from '../core/text/lineEnds';
import type { Span } from '../core/text/spans';

export const SOURCE = 'deckwright';

const SEVERITIES: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Findings in a text as VS Code shows them. */
export function diagnosticsOf(text: string, findings: readonly Finding[]): vscode.Diagnostic[] {
  const rangeOf = rangesIn(text);
  return findings.map(({ rule, severity, message, span }) => {
    const diagnostic = new vscode.Diagnostic(rangeOf(span), message, SEVERITIES[severity]);
    diagnostic.source = SOURCE;
    diagnostic.code = codeOf(rule);
    return diagnostic;
  });
}

/** Says that a file can't be linted. */
export function unreadable(message: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), message);
  diagnostic.source = SOURCE;
  diagnostic.code = codeOf('unreadable-file');
  return diagnostic;
}

/** What keeps the command line from reading an open deck: VS Code decodes it, HedgeDoc does not. */
export function encodingProblems({ encoding }: vscode.TextDocument): vscode.Diagnostic[] {
  if (encoding === 'utf8' || encoding === 'utf8bom') return [];
  const message = vscode.l10n.t(
    "This file is encoded in {0}, which HedgeDoc and the command line can't read. Save it as UTF-8.",
    encoding,
  );
  return [unreadable(message)];
}

/** A rule's id, which leads to the rule's page. */
export function codeOf(rule: string): { value: string; target: vscode.Uri } {
  return { value: rule, target: vscode.Uri.parse(ruleUrl(rule)) };
}

/** The rule's id again, even for what a task has found. */
export function codeText({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** Converts spans of a text to ranges. */
export function rangesIn(text: string): (span: Span) => vscode.Range {
  const lines = new LineIndex(text);
  const at = (offset: number) => {
    const { line, column } = lines.positionAt(offset);
    return new vscode.Position(line, column);
  };
  return ({ start, end }) => new vscode.Range(at(start), at(end));
}
