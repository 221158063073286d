import path from 'node:path';
import type { Config, Severity } from '../core/config/config';
import type { FileRecognition } from '../core/config/recognizeFile';
import { nameOf } from '../core/deck/namedSetups';
import type { Report } from '../core/lint/report';
import { RULES } from '../core/lint/rules';
import { Configs } from './config';
import { CannotRun } from './errors';
import type { LintCache } from './lintCache';
import { LintRun } from './lintRun';
import type { Targets } from './lintTargets';
import { repositoryOf } from './nodeFiles';
import { print } from './output';
import { Progress } from './progress';
import { decode, readRegularFile } from './readFile';
import { Recognizer } from './recognition';
import { SEVERITIES } from './severities';
import { onDisk } from './tree';

/** What a command line asks for: its options, and the files that it names. */
export interface LintRequest {
  readonly named: readonly string[];
  /** Null if decks come from elsewhere. */
  readonly targets: Targets | null;
  readonly rule: readonly string[];
  readonly fix: boolean;
  readonly 'fix-visible': boolean;
  readonly since?: string | undefined;
  readonly baseline?: string | undefined;
  readonly 'stdin-filename'?: string | undefined;
  readonly staged: boolean;
  readonly cache: LintCache | null;
}

/** Lints what is asked for, and returns all that was found. */
export async function lint({ named, targets, cache, ...options }: LintRequest): Promise<Report> {
  const rules = ruleOptions(options.rule);
  const baseline = await openBaseline(options.baseline);
  const staged = options.staged ? await (await import('./changes')).stagedFiles(named) : null;
  const tree = staged?.index ?? onDisk(cache?.surroundings);
  const run = new LintRun(new Recognizer(new Configs(repositoryOf, tree)), {
    rules,
    fix: options['fix-visible'] ? 'visible' : options.fix ? 'safe' : null,
    since: options.since === undefined ? null : new (await import('./changes')).Since(options.since),
    baseline,
    // A name that is no folder holds no deck.
    folders: ['.', ...named].map((name) => path.resolve(name)),
    index: staged?.index ?? null,
    cache,
  });
  if (targets) {
    for (const [folder, message] of targets.unlistable) run.addUnreadable(folder, message);
    await withProgress(targets.files, (file) => run.lintFile(file));
  } else if (staged) await withProgress(staged.files, (file) => run.lintStaged(file));
  else await run.lintStandardInput(options['stdin-filename'] ?? 'stdin.md');
  const report = run.report();
  // What is wrong around the decks would be found again only if one of them were linted.
  if (run.recognizer.problems.length === 0) await cache?.write();
  return baseline ? baseline.settle(report) : report;
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

async function withProgress<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const progress = new Progress(process.stderr);
  for (const [done, item] of items.entries()) {
    progress.at(`Linting: ${done} of ${items.length} files`);
    await act(item);
  }
  progress.end();
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
