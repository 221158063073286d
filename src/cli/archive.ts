import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type ArchivedFile, archiveFiles } from '../core/archive/archive';
import { type PlannedFile, planArchive } from '../core/archive/plan';
import { getOrSet } from '../core/text/getOrSet';
import { type ArchivedText, archivedTexts } from './archive/archivedTexts';
import { ArchiveReport } from './archive/archiveReport';
import { CopiesOnDisk } from './archive/copiesOnDisk';
import type { Command } from './command';
import { Configs, complainOf } from './config';
import type { RootOnDisk } from './deckFilesOnDisk';
import { CannotRun } from './errors';
import { interruption } from './interruption';
import { findTargets } from './lintTargets';
import { Progress } from './progress';
import { Recognizer } from './recognition';
import { ALLOW_HELP, ALLOW_OPTION, allowOption, remoteOf } from './remote';
import { Roots } from './roots';

const HELP = `deckwright archive [FILES, FOLDERS, GLOBS …] [options]

Saves the pictures, videos, sounds and fonts that decks name on other servers beside the decks, or in the "pictureFolder"
of .deckwright.json. Without names, does so for all decks in the working directory and below.

  --rewrite                have the decks, and the style sheets that they name, use the copies
  --dry-run                list what would be done, and do nothing
${ALLOW_HELP}

Nothing that is there is ever replaced. A copy has the name that the file has on its server; where another file has that
name, a number is added. What is there already is not fetched again. An answer that is not what the deck needs, such as
a page to log in, is refused. Links, embedded pages and scripts stay as they are.

Exit codes: 0 everything is archived; 1 something is not; 2 could not run.
`;

export const archiveCommand: Command = {
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        rewrite: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        ...ALLOW_OPTION,
      },
    });
    const named = positionals.length > 0 ? positionals : ['.'];
    const run = new ArchiveRun(named, allowOption(values), values['dry-run']);
    const plans = await run.plan();
    if (!values['dry-run']) await run.archive(plans, values.rewrite);
    return run.finish(plans);
  },
};

/** What is archived below one root. */
interface Plan {
  readonly store: CopiesOnDisk;
  readonly texts: readonly ArchivedText[];
  readonly files: readonly PlannedFile[];
}

class ArchiveRun {
  readonly #signal = interruption();
  readonly #recognizer = new Recognizer(new Configs());
  readonly #report: ArchiveReport;

  constructor(
    readonly named: readonly string[],
    readonly allowed: readonly string[],
    isDryRun: boolean,
  ) {
    this.#report = new ArchiveReport(isDryRun);
  }

  /** Decides what is to be done, and lists it. */
  async plan(): Promise<Plan[]> {
    const plans: Plan[] = [];
    for (const [root, texts] of await this.#read()) {
      const store = new CopiesOnDisk(await realpath(root.root));
      const sources = texts.map(({ source }) => source);
      const hosts = texts.flatMap(({ config }) => config.hedgedocHosts);
      plans.push({ store, texts, files: await planArchive(sources, store, hosts) });
    }
    for (const { files, texts } of plans) this.#report.planned(files, texts);
    return plans;
  }

  /** All decks and the style sheets that they name, by root. */
  async #read(): Promise<Map<RootOnDisk, ArchivedText[]>> {
    const { files, unlistable } = await findTargets(this.named);
    for (const message of unlistable.values()) this.#report.problem(message);
    // A name that is no folder holds no deck.
    const roots = new Roots(['.', ...this.named].map((name) => path.resolve(name)));
    const texts = new Map<RootOnDisk, ArchivedText[]>();
    for (const file of files) {
      try {
        for (const text of await archivedTexts(file, this.#recognizer, roots)) {
          const ofRoot = getOrSet(texts, text.root, () => []);
          // Several decks may name one style sheet, and links lead to decks.
          if (!ofRoot.some(({ source }) => source.path === text.source.path)) ofRoot.push(text);
        }
      } catch (error) {
        if (!(error instanceof CannotRun)) throw error;
        this.#report.problem(error.message);
      }
    }
    return texts;
  }

  async archive(plans: readonly Plan[], rewrites: boolean): Promise<void> {
    const total = plans.reduce((sum, { files }) => sum + files.length, 0);
    const progress = new Progress(process.stderr);
    let count = 0;
    const onDone = () => progress.at(`Archiving: ${++count} of ${total} files`);
    try {
      for (const plan of plans) {
        await this.#clean(plan);
        const allowed = [...this.allowed, ...plan.texts.flatMap(({ config }) => config.remote.allow)];
        const tools = { remote: remoteOf(allowed), store: plan.store, signal: this.#signal, onDone };
        const done = await archiveFiles(plan.files, tools);
        this.#report.archived(done, plan.texts);
        if (rewrites) await this.#rewrite(plan.texts, done);
      }
    } finally {
      progress.end();
    }
  }

  /** Removes what runs have left that were killed: beside the texts and beside the copies. */
  async #clean({ store, texts, files }: Plan): Promise<void> {
    const folders = texts.map(({ source }) => path.posix.dirname(source.path));
    const ofCopies = files.flatMap(({ copies }) => copies.map(({ folder }) => folder));
    for (const folder of new Set([...folders, ...ofCopies])) await store.clean(folder);
  }

  async #rewrite(texts: readonly ArchivedText[], done: readonly ArchivedFile[]): Promise<void> {
    const copies = new Map(done.map(({ file, copies }) => [file.address, copies]));
    for (const text of texts) {
      this.#signal.throwIfAborted();
      try {
        const changed = await text.rewrite((address) => copies.get(address)?.get(text.source.folder));
        this.#report.rewritten(changed);
      } catch (error) {
        if (!(error instanceof CannotRun)) throw error;
        this.#report.problem(error.message);
      }
    }
  }

  /** Tells what was done, and returns the exit code. */
  finish(plans: readonly Plan[]): number {
    const texts = plans.reduce((sum, { texts }) => sum + texts.length, 0);
    return Math.max(complainOf(this.#recognizer.problems), this.#report.finish(texts));
  }
}
