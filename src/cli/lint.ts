import path from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import type { Config, Severity } from '../core/config/config';
import { githubReport, type Report, type ReportedFinding, textReport } from '../core/lint/report';
import { RULES } from '../core/lint/rules';
import { sarifReport } from '../core/lint/sarif';
import type { Command } from './command';
import { Configs } from './config';
import { CannotRun } from './errors';
import { LintRun } from './lintRun';
import { findTargets } from './lintTargets';
import { print, printableJson } from './output';
import { Recognizer } from './recognition';

const FORMATS: Readonly<Record<string, (report: Report) => string>> = {
  text: textReport,
  json: jsonReport,
  sarif: (report) => `${printableJson(sarifReport(report, version))}\n`,
  github: githubReport,
};

function jsonReport({ findings, files }: Report): string {
  const told = findings.map(({ fix, ...finding }) => ({ ...finding, fixable: fix === 'safe' }));
  return `${printableJson({ findings: told, files })}\n`;
}

const SEVERITIES: readonly string[] = ['off', 'hint', 'info', 'warning', 'error'];

const HELP = `deckwright lint [FILES, FOLDERS, GLOBS …] [options]

Finds problems in decks: missing pictures, broken links, separators that do not separate … Without names, checks the
working directory and all folders below it. Only decks are checked; --list shows which files are decks and why.

  --format FORMAT        ${Object.keys(FORMATS).join(', ')}; default: text
  --fix                  apply fixes that are certain and do not change how slides look
  --fix-visible          apply all fixes that are certain, even if they change how slides look
  --max-warnings N       fail if there are more warnings
  --rule ID=SEVERITY     ${SEVERITIES.join(', ')}; overrides .deckwright.json; can be repeated
  --list                 list files and whether they are decks, without linting
  --rules                list all rules
  --stdin                read one deck from standard input
  --stdin-filename NAME  the path it would have as a file

JSON is {"findings": [{"file", "line", "column", "endLine", "endColumn", "rule", "severity", "message", "fixable"}],
"files": N}. Lines and columns start at 1; columns count UTF-16 units. --fix fixes findings that are "fixable".

Exit codes: 0 no errors; 1 errors, or more warnings than allowed; 2 could not run.
`;

export const lintCommand: Command = {
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        fix: { type: 'boolean', default: false },
        'fix-visible': { type: 'boolean', default: false },
        'max-warnings': { type: 'string' },
        rule: { type: 'string', multiple: true, default: [] },
        list: { type: 'boolean', default: false },
        rules: { type: 'boolean', default: false },
        stdin: { type: 'boolean', default: false },
        'stdin-filename': { type: 'string' },
      },
    });
    const format = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format]! : null;
    if (!format)
      throw new CannotRun(
        `Unknown format "${values.format}": use one of ${Object.keys(FORMATS).join(', ')}.`,
      );
    const maxWarnings = warningLimit(values['max-warnings']);
    if (values.rules) return listRules();
    const fix = values['fix-visible'] ? 'visible' : values.fix ? 'safe' : null;
    // A name that is no folder holds no deck.
    const folders = ['.', ...positionals].map((name) => path.resolve(name));
    const run = new LintRun(new Recognizer(new Configs()), ruleOptions(values.rule), folders);
    if (values.stdin) {
      if (fix || values.list || positionals.length > 0)
        throw new CannotRun("--stdin can't be combined with files, --fix, --fix-visible or --list.");
      await run.lintStandardInput(values['stdin-filename'] ?? 'stdin.md');
    } else {
      const { files, unlistable } = await findTargets(positionals.length > 0 ? positionals : ['.']);
      if (values.list) return run.list(files, unlistable);
      for (const [folder, message] of unlistable) run.addUnreadable(folder, message);
      for (const file of files) await run.lintFile(file, fix);
    }
    const report = run.report();
    print(format(report));
    return exitCode(report.findings, maxWarnings);
  },
};

function exitCode(findings: readonly ReportedFinding[], maxWarnings: number): number {
  const number = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  return number('error') > 0 || number('warning') > maxWarnings ? 1 : 0;
}

function warningLimit(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(value)) throw new CannotRun('--max-warnings must be a number.');
  return Number(value);
}

function ruleOptions(options: readonly string[]): Config['rules'] {
  const rules: Record<string, Severity | 'off'> = {};
  for (const option of options) {
    const [id = '', severity = ''] = option.split('=');
    if (!RULES.some((rule) => rule.id === id)) throw new CannotRun(`Unknown rule "${id}".`);
    if (!SEVERITIES.includes(severity))
      throw new CannotRun(`--rule ${id} must be one of ${SEVERITIES.join(', ')}.`);
    rules[id] = severity as Severity | 'off';
  }
  return rules;
}

function listRules(): number {
  const width = Math.max(...RULES.map(({ id }) => id.length));
  for (const { id, severity, description } of RULES) {
    print(`${id.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${description}\n`);
  }
  return 0;
}
