import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import type { Severity } from '../core/config/config';
import { inColor, type Paint, plain } from '../core/lint/paint';
import { githubReport, type Report, type ReportedFinding, textReport } from '../core/lint/report';
import { terminalReport } from '../core/lint/terminalReport';
import { type Command, commandLine } from './command';
import { CannotRun, unknownFormat } from './errors';
import type { LintRequest } from './linting';
import { findTargets } from './lintTargets';
import { hasColors, outputWidth, print, printableJson, printStyled } from './output';
import { SEVERITIES } from './severities';

const FORMATS: Readonly<Record<string, (report: Report) => void>> = {
  terminal: (report) => printStyled(terminalReport(report, { width: outputWidth(), paint: paint() })),
  text: (report) => printStyled(textReport(report, paint())),
  json: (report) => print(jsonReport(report)),
  sarif: (report) => print(`${printableJson(commandLine().sarifReport(report, version))}\n`),
  github: (report) => print(githubReport(report)),
};

function paint(): Paint {
  return hasColors(process.stdout.isTTY) ? inColor : plain;
}

function jsonReport({ findings, files }: Report): string {
  const told = findings.map(({ fix, source: _, ...finding }) => ({ ...finding, fixable: fix === 'safe' }));
  return `${printableJson({ findings: told, files })}\n`;
}

const HELP = `deckwright lint [FILES, FOLDERS, GLOBS …] [options]

Finds problems in decks: missing pictures, broken links, separators that do not separate … Without names, checks the
working directory and all folders below it. Only decks are checked; --list shows which files are decks and why.

  --format FORMAT        ${Object.keys(FORMATS).join(', ')};
                         default: terminal in a terminal, else text, which has one finding a line
  --quiet                list only errors
  --hints                list hints too
  --fix                  apply fixes that are certain and do not change how slides look
  --fix-visible          apply all fixes that are certain, even if they change how slides look
  --since REV            list only findings on slides that changed since this revision of git
  --staged               lint what is staged in git, and list only findings on slides that changed
  --baseline FILE        leave out what FILE lists; without such a file, write what is found into it
  --cache                read what did not change since the last run from a cache
  --cache-location FILE  the same with this file for the cache; default: in the system's folder for caches
  --remote               ask servers for the links and pictures of the decks: dead links, pages that have moved,
                         missing anchors; answers are kept for a day
  --allow HOST           with --remote, a host that may be in a private network: localhost:8080, 127.0.0.1:*;
                         can be repeated
  --max-warnings N       fail if there are more warnings
  --rule ID=SEVERITY     ${SEVERITIES.join(', ')}; overrides .deckwright.json; can be repeated
  --list                 list files and whether they are decks, without linting
  --rules                list all rules
  --stdin                read one deck from standard input
  --stdin-filename NAME  the path it would have as a file

JSON is {"findings": [{"file", "line", "column", "endLine", "endColumn", "rule", "severity", "message", "fixable"}],
"files": N}. Lines and columns start at 1; columns count UTF-16 units. --fix fixes findings that are "fixable".

Colors are for terminals; NO_COLOR turns them off, FORCE_COLOR on.

Exit codes: 0 no errors; 1 errors, or more warnings than allowed; 2 could not run.
`;

export const lintCommand: Command = {
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: process.stdout.isTTY ? 'terminal' : 'text' },
        quiet: { type: 'boolean', default: false },
        hints: { type: 'boolean', default: false },
        fix: { type: 'boolean', default: false },
        'fix-visible': { type: 'boolean', default: false },
        since: { type: 'string' },
        staged: { type: 'boolean', default: false },
        baseline: { type: 'string' },
        cache: { type: 'boolean', default: false },
        'cache-location': { type: 'string' },
        remote: { type: 'boolean', default: false },
        allow: { type: 'string', multiple: true, default: [] },
        'max-warnings': { type: 'string' },
        rule: { type: 'string', multiple: true, default: [] },
        list: { type: 'boolean', default: false },
        rules: { type: 'boolean', default: false },
        stdin: { type: 'boolean', default: false },
        'stdin-filename': { type: 'string' },
      },
    });
    const show = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format]! : null;
    if (!show) throw unknownFormat(values.format, Object.keys(FORMATS));
    const maxWarnings = warningLimit(values['max-warnings']);
    if (values.rules) return commandLine().listRules();
    checkCombination(values, positionals.length > 0);
    const named = positionals.length > 0 ? positionals : ['.'];
    const isOfFiles = !values.stdin && !values.staged;
    const targets = isOfFiles ? await findTargets(named) : null;
    if (targets && values.list) return commandLine().list(targets);
    const cache = mayCache(values)
      ? (await import('./cacheFile')).openCache(values['cache-location'], { named, rules: values.rule })
      : null;
    // A folder that can't be listed is a finding too.
    const known = targets?.unlistable.size === 0 ? cache?.reportOn(targets.files) : null;
    const answers =
      values.remote && targets ? await commandLine().askServers({ ...values, named }, targets.files) : null;
    const report = known ?? (await lint({ ...values, named, targets, cache, answers }));
    show(listed(report, values));
    return exitCode(report.findings, maxWarnings);
  },
};

/** Further threads start before what lints is loaded, which takes as long as starting them. */
async function lint(request: Omit<LintRequest, 'threads'>): Promise<Report> {
  const { targets, cache } = request;
  const { LintThreads } = await import('./lintThreads');
  const files = targets?.files.filter((file) => !cache?.outcomeOf(file));
  // Decks that are fixed are read by others, and git is asked only once.
  const isShared = !request.fix && !request['fix-visible'] && request.since === undefined;
  const { named, rule, baseline, answers } = request;
  const share = { named, rule, baseline, answers };
  const threads =
    files && new LintThreads(files, { ...share, cacheFile: cache?.file ?? null }, isShared ? undefined : 1);
  try {
    return await commandLine().lint({ ...request, threads: threads ?? null });
  } finally {
    threads?.end();
  }
}

type Values = Readonly<Record<string, unknown>>;

/** Whether only the files decide what is found, and stay as they are. */
function mayCache(values: Values): boolean {
  const others = ['fix', 'fix-visible', 'since', 'staged', 'baseline', 'stdin', 'remote'];
  return Boolean(values.cache || values['cache-location']) && !others.some((name) => values[name]);
}

/** Options that exclude each other, and names of files, which is true if there are any. */
const EXCLUSIVE: readonly (readonly [string, readonly string[]])[] = [
  ['stdin', ['files', 'fix', 'fix-visible', 'list', 'since', 'staged']],
  // The files of the working tree may be others than those that are staged.
  ['staged', ['fix', 'fix-visible', 'list', 'since']],
  ['since', ['list']],
  // A hook must not wait for servers, and nothing is read twice.
  ['remote', ['list', 'staged', 'stdin']],
];

function checkCombination(values: Values, hasFiles: boolean): void {
  const isSet = (name: string) => (name === 'files' ? hasFiles : Boolean(values[name] ?? false));
  for (const [name, others] of EXCLUSIVE) {
    const other = others.find(isSet);
    if (isSet(name) && other) {
      throw new CannotRun(`--${name} can't be combined with ${other === 'files' ? other : `--${other}`}.`);
    }
  }
}

/** What of a report is wanted. */
function listed(report: Report, { quiet, hints }: { quiet: boolean; hints: boolean }): Report {
  const of = (isMeant: (severity: Severity) => boolean) =>
    report.findings.filter(({ severity }) => isMeant(severity));
  if (quiet) return { ...report, findings: of((severity) => severity === 'error') };
  if (hints) return report;
  const findings = of((severity) => severity !== 'hint');
  return { ...report, findings, hiddenHints: report.findings.length - findings.length };
}

function exitCode(findings: readonly ReportedFinding[], maxWarnings: number): number {
  const number = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  return number('error') > 0 || number('warning') > maxWarnings ? 1 : 0;
}

function warningLimit(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(value)) throw new CannotRun('--max-warnings must be a number.');
  return Number(value);
}
