import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Config } from '../core/config/config';
import type { FileRecognition } from '../core/config/recognizeFile';
import { nameOf } from '../core/deck/namedSetups';
import { parseDeck } from '../core/deck/parseDeck';
import { type Extent, fixAll } from '../core/lint/fixAll';
import { lintDeck } from '../core/lint/lintDeck';
import { type Report, type ReportedFinding, reported } from '../core/lint/report';
import { hasByteOrderMark } from '../core/text/byteOrderMark';
import { decodeLoosely } from '../core/text/utf8';
import { RootOnDisk } from './deckFilesOnDisk';
import { CannotRun } from './errors';
import { repositoryOf } from './nodeFiles';
import { print } from './output';
import { decode, readRegularFile } from './readFile';
import type { Recognizer } from './recognition';
import { replaceText } from './writeFile';

/** One run over some files: everything read along the way is read once. */
export class LintRun {
  readonly #findings: ReportedFinding[] = [];
  /** By folder; the same one for all folders of a repository. */
  readonly #roots = new Map<string, RootOnDisk>();
  readonly #merged = new Map<Config, Config>();
  #files = 0;

  constructor(
    readonly recognizer: Recognizer,
    /** Severities from the command line. */
    readonly rules: Config['rules'],
  ) {}

  report(): Report {
    const inConfigs = this.recognizer.problems.map(
      (problem) => ({ ...problem, rule: 'invalid-configuration', severity: 'error', fix: null }) as const,
    );
    return { findings: [...inConfigs, ...this.#findings], files: this.#files };
  }

  /** Lints a file if it is a deck; a deck that can't be read is itself a finding. */
  async lintFile(file: string, fix: Extent | null): Promise<void> {
    try {
      const bytes = await readRegularFile(file);
      // Other files may have any encoding.
      if (!(await this.recognizer.recognize(file, decodeLoosely(bytes))).isDeck) return;
      const text = decode(file, bytes);
      const hasBom = hasByteOrderMark(bytes);
      // A link may lead out of the repository, where nothing is changed.
      const mayFix = fix !== null && (await this.#rootOf(file)).holds(file);
      const after = await this.#lintText(file, text, hasBom, mayFix ? fix : null);
      if (after !== text) await replaceText(file, (hasBom ? '\ufeff' : '') + after);
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      this.addUnreadable(file, error.message);
    }
  }

  addUnreadable(file: string, message: string): void {
    const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const finding = { rule: 'unreadable-file', severity: 'error', message, fix: null } as const;
    this.#findings.push({ file, ...place, ...finding });
  }

  async lintStandardInput(name: string): Promise<void> {
    const bytes = await buffer(process.stdin);
    await this.#lintText(name, decode(name, bytes), hasByteOrderMark(bytes), null);
  }

  /** Says what each file is taken for. */
  async list(files: readonly string[], unlistable: ReadonlyMap<string, string>): Promise<number> {
    for (const [folder, message] of unlistable) print(`${folder}: not read: ${message}\n`);
    for (const file of files) {
      let said: string;
      try {
        const recognized = await this.recognizer.recognize(file, decode(file, await readRegularFile(file)));
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

  /** Returns the text after all repairs. */
  async #lintText(file: string, text: string, hasBom: boolean, fix: Extent | null): Promise<string> {
    const recognized = await this.recognizer.recognize(file, text);
    if (!recognized.isDeck) return text;
    this.#files++;
    const { config } = await this.recognizer.configs.of(file);
    const input = {
      config: this.#withRules(config),
      files: (await this.#rootOf(file)).around(path.resolve(file)),
      environment: { hasBom, isConfigured: recognized.decidedBy === 'configuration' },
    };
    const lint = (of: string) => lintDeck(parseDeck(of, recognized), input);
    const after = fix ? fixAll(text, lint, fix) : { text, findings: lint(text) };
    this.#findings.push(...reported(file, after.text, after.findings));
    return after.text;
  }

  /** The same object for the same configuration: the rules' findings are cached by it. */
  #withRules(config: Config): Config {
    let merged = this.#merged.get(config);
    if (!merged) {
      merged = { ...config, rules: { ...config.rules, ...this.rules } };
      this.#merged.set(config, merged);
    }
    return merged;
  }

  async #rootOf(file: string): Promise<RootOnDisk> {
    const folder = path.dirname(path.resolve(file));
    let found = this.#roots.get(folder);
    if (!found) {
      const root = await repositoryOf(folder);
      found = this.#roots.get(root) ?? new RootOnDisk(root);
      this.#roots.set(root, found).set(folder, found);
    }
    return found;
  }
}

/** The name of its set-up or tool, with a question mark for a guess. */
function toolOf({ setup, isGuess }: FileRecognition): string {
  return isGuess ? `${nameOf(setup)}?` : nameOf(setup);
}
