import path from 'node:path';
import type { Config, Severity } from '../core/config/config';
import type { FileRecognition } from '../core/config/recognizeFile';
import { nameOf } from '../core/deck/namedSetups';
import type { Report } from '../core/lint/report';
import { RULES } from '../core/lint/rules';
import type { StagedFile } from './changes';
import { type ConfigProblem, Configs } from './config';
import type { Watch } from './disk';
import { CannotRun } from './errors';
import type { LintCache } from './lintCache';
import { LintQueue, MAIN } from './lintQueue';
import { type LintOptions, LintRun, OF_NO_RULE, unreadable } from './lintRun';
import type { Share, ShareRequest, ThreadData } from './lintShare';
import type { Targets } from './lintTargets';
import type { LintThreads } from './lintThreads';
import { repositoryOf } from './nodeFiles';
import { type Linted, type Outcome, reportOf } from './outcome';
import { print } from './output';
import { Progress } from './progress';
import { decode, readRegularFile } from './readFile';
import { Recognizer } from './recognition';
import { SEVERITIES } from './severities';
import { onDisk } from './tree';

/** What a command line asks for: its options, and the files that it names. */
export interface LintRequest extends Omit<ShareRequest, 'cacheFile'> {
  /** Null if decks come from elsewhere. */
  readonly targets: Targets | null;
  /** Has the files of the targets that are not in the cache. */
  readonly threads: LintThreads | null;
  readonly fix: boolean;
  readonly 'fix-visible': boolean;
  readonly since?: string | undefined;
  readonly 'stdin-filename'?: string | undefined;
  readonly staged: boolean;
  readonly cache: LintCache | null;
}

/** Lints what is asked for, and returns all that was found. */
export async function lint(request: LintRequest): Promise<Report> {
  const { named, cache, threads } = request;
  const staged = request.staged ? await (await import('./changes')).stagedFiles(named) : null;
  const run = await openRun(request, {
    fix: request['fix-visible'] ? 'visible' : request.fix ? 'safe' : null,
    since: request.since === undefined ? null : new (await import('./changes')).Since(request.since),
    index: staged?.index ?? null,
    watch: cache?.watch ?? null,
  });
  const outcomes = threads
    ? await lintTargets(run, threads, request)
    : withProblems(
        run.recognizer,
        staged
          ? await lintStaged(run, staged.files)
          : [await run.lintStandardInput(request['stdin-filename'] ?? 'stdin.md')],
      );
  const report = reportOf(outcomes);
  return run.options.baseline?.settle(report) ?? report;
}

/** Lints a share of the files in a further thread. */
export async function lintShare({
  files,
  shared,
  thread,
  cacheFile,
  ...request
}: ThreadData): Promise<Share> {
  const watch = cacheFile === null ? null : await watchFor(cacheFile);
  const run = await openRun(request, { fix: null, since: null, index: null, watch });
  return takeShare(run, new LintQueue(files, shared), thread);
}

async function watchFor(cacheFile: string): Promise<Watch> {
  const { Disk, Watch } = await import('./disk');
  return new Watch(new Disk(cacheFile));
}

/** A run over what a command line names. */
export async function openRun(
  { named, rule, baseline, answers }: Omit<ShareRequest, 'cacheFile'>,
  options: Pick<LintOptions, 'fix' | 'since' | 'index' | 'watch'> & Partial<Pick<LintOptions, 'allow'>>,
): Promise<LintRun> {
  const tree = options.index ?? onDisk(options.watch?.surroundings);
  return new LintRun(new Recognizer(new Configs(repositoryOf, tree)), {
    allow: [],
    ...options,
    answers,
    rules: ruleOptions(rule),
    baseline: await openBaseline(baseline),
    // A name that is no folder holds no deck.
    folders: ['.', ...named].map((name) => path.resolve(name)),
  });
}

async function lintTargets(
  run: LintRun,
  threads: LintThreads,
  { targets, cache }: LintRequest,
): Promise<Outcome[]> {
  const shares = [await takeShare(run, threads.queue, MAIN), ...(await threads.shares)];
  const linted = new Map(shares.flatMap((share) => [...share.linted]));
  const inConfigs = problemsIn(shares.flatMap(({ problems }) => problems));
  // What is wrong around the decks would be found again only if one of them were linted.
  if (cache && inConfigs.findings.length === 0) {
    for (const { surroundings } of shares) cache.addSurroundings(surroundings);
    for (const [file, outcome] of linted) cache.keep(file, outcome);
    await cache.write();
  }
  const { files, unlistable } = targets!;
  const unread = [...unlistable].map(([folder, message]) => unreadable(folder, message));
  return [
    inConfigs,
    { isDeck: false, findings: unread },
    ...files.map((file) => linted.get(file) ?? cache!.outcomeOf(file)!),
  ];
}

async function takeShare(run: LintRun, queue: LintQueue, thread: number): Promise<Share> {
  const progress = new Progress(process.stderr);
  const linted = new Map<string, Linted>();
  for (let file = queue.take(thread); file !== undefined; file = queue.take(thread)) {
    if (thread === MAIN) progress.at(howFar(queue.taken - 1, queue.files));
    linted.set(file, await run.lintFile(file));
  }
  progress.end();
  const surroundings = run.options.watch?.surroundings.answers ?? new Map();
  return { linted, problems: run.recognizer.problems, surroundings };
}

async function lintStaged(run: LintRun, files: readonly StagedFile[]): Promise<Outcome[]> {
  const progress = new Progress(process.stderr);
  const outcomes: Outcome[] = [];
  for (const [done, file] of files.entries()) {
    progress.at(howFar(done, files));
    outcomes.push(await run.lintStaged(file));
  }
  progress.end();
  return outcomes;
}

function howFar(done: number, files: readonly unknown[]): string {
  return `Linting: ${done} of ${files.length} files`;
}

function withProblems({ problems }: Recognizer, outcomes: readonly Outcome[]): Outcome[] {
  return [problemsIn(problems), ...outcomes];
}

/** Findings in files around the decks, which several threads may have read. */
function problemsIn(problems: readonly ConfigProblem[]): Outcome {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  const findings = [...distinct.values()]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column))
    .map((problem) => ({ ...problem, rule: 'invalid-configuration', ...OF_NO_RULE }));
  return { isDeck: false, findings };
}

async function openBaseline(file: string | undefined) {
  if (file === undefined) return null;
  const { BaselineFile } = await import('./baseline');
  return BaselineFile.open(file);
}

/** Says what each file is taken for. */
export async function list({ files, unlistable }: Targets): Promise<number> {
  const recognizer = new Recognizer(new Configs());
  for (const [folder, message] of unlistable) print(`${folder}: not read: ${message}\n`);
  for (const file of files) {
    let said: string;
    try {
      const recognized = await recognizer.recognize(file, decode(file, await readRegularFile(file)));
      const { isDeck, reason } = recognized;
      said = isDeck ? `deck (${toolOf(recognized)}): ${reason}` : `not a deck: ${reason}`;
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      said = `not read: ${error.message}`;
    }
    print(`${file}: ${said}\n`);
  }
  return 0;
}

/** The name of its set-up or tool, with a question mark for a guess. */
function toolOf({ setup, isGuess }: FileRecognition): string {
  return isGuess ? `${nameOf(setup)}?` : nameOf(setup);
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

/** Prints all rules. */
export function listRules(): number {
  const width = Math.max(...RULES.map(({ id }) => id.length));
  for (const { id, severity, description } of RULES) {
    print(`${id.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${description}\n`);
  }
  return 0;
}
