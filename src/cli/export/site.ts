import path from 'node:path';
import { version } from '../../../package.json';
import { decodeLoosely } from '../../core/text/utf8';
import { isBrowserError } from '../../export/browser/browserError';
import type { FirstSlideOptions } from '../../export/browser/firstSlides';
import type { ExportProblem } from '../../export/exportOptions';
import { type Camera, type ExportedSite, exportSite } from '../../export/site/exportSite';
import { Taken } from '../../export/site/siteFiles';
import type { SiteDeck } from '../../export/site/sitePage';
import { siteWords } from '../../export/site/siteWords';
import { english } from '../../export/words';
import { Configs, complainOf } from '../config';
import { CannotRun } from '../errors';
import { interruption } from '../interruption';
import { findTargets } from '../lintTargets';
import { below, isWithin, repositoryOf } from '../nodeFiles';
import { complain, count, print } from '../output';
import { Progress } from '../progress';
import { decode, readRegularFile } from '../readFile';
import { Recognizer } from '../recognition';
import { ASSETS_HELP, ASSETS_OPTIONS, checkAssets } from './assets';
import { BROWSER_HELP, BROWSER_OPTION, browserBundle, browserOption } from './browser';
import { coloring } from './coloring';
import { folder, rootOption, runtime, surroundingsOf } from './deckFormat';
import type { Format, Values } from './format';
import { SiteFolder } from './siteFolder';

export const site: Format = {
  name: 'site',
  extension: null,
  summary: 'a site of all decks of a folder, with an index and search',
  options: {
    title: { type: 'string' },
    'no-thumbnails': { type: 'boolean', default: false },
    ...BROWSER_OPTION,
    ...ASSETS_OPTIONS,
  },
  help: `  deckwright export FOLDER --to site -o SITE

  -o, --output SITE        the folder of the site
  --title TEXT             of the index; default: the name of the folder
  --no-thumbnails          take no pictures of first slides, which need a browser
${BROWSER_HELP}
${ASSETS_HELP}
  --force                  also write over files that are not of an earlier export, and make every page anew

Each deck is a page of the same name; links between decks lead to their pages. Pages of decks that have not changed are
not made again, and those of decks that are gone are removed. Files of the folder that decks link to are copied. The
site needs no server: publish the folder on any host, or open its index.html.`,
  run: exportFolder,
};

async function exportFolder(inputs: readonly string[], values: Values): Promise<number> {
  const [name, ...others] = inputs;
  if (name === undefined || others.length > 0) throw new CannotRun('Name one folder.');
  if (values.output === undefined) throw new CannotRun('Name the folder of the site with -o.');
  if (values.dialect !== undefined) throw new CannotRun('A site has no --dialect: each deck has its own.');
  checkAssets(values);
  const output = path.normalize(`${values.output as string}/`).replace(/[/\\]$/, '');
  const source = await Source.open(name, output, values);
  const progress = new Progress(process.stderr);
  const signal = interruption();
  const browser = browserOption(values);
  try {
    const exported = await exportSite(source.decks, new SiteFolder(output), {
      title: (values.title as string | undefined) ?? path.basename(path.resolve(name)),
      words: siteWords(english, 'en'),
      version,
      force: values.force as boolean,
      runtime,
      highlight: coloring().highlight,
      camera: values['no-thumbnails']
        ? null
        : (pages, taken) => photograph(output, pages, taken, { browser, signal }),
      told: (done, total) => progress.at(`Exporting: ${done} of ${total}`),
      signal,
    });
    progress.end();
    return source.report(exported, output);
  } catch (error) {
    progress.end();
    if (!(error instanceof Taken)) throw error;
    const file = path.join(output, error.path);
    throw new CannotRun(
      `${file} already exists, and was not made or has been changed. Use --force to overwrite it.`,
    );
  }
}

/** Without a browser, the index has cards in place of pictures. */
async function photograph(
  output: string,
  pages: readonly string[],
  taken: Parameters<Camera>[1],
  { browser, signal }: FirstSlideOptions,
): Promise<void> {
  const byFile = new Map(pages.map((page) => [path.resolve(output, page), page]));
  try {
    await browserBundle().firstSlides([...byFile.keys()], { browser, signal }, (file, picture) =>
      taken(byFile.get(file)!, picture),
    );
  } catch (error) {
    if (!isBrowserError(error)) throw error;
    complain(`The index has no pictures of first slides. ${error.message}`);
  }
}

/** The decks of a folder, and what is wrong with them. */
class Source {
  readonly #decks: SiteDeck[] = [];
  readonly #unreadable: string[] = [];

  private constructor(
    readonly folder: string,
    readonly recognizer: Recognizer,
    /** The folder that decks may read; null for the repository of each. */
    readonly root: string | null,
    readonly values: Values,
  ) {}

  static async open(name: string, output: string, values: Values): Promise<Source> {
    const from = await folder(name);
    const root = await rootOption(values);
    const recognizer = new Recognizer(new Configs(root === null ? repositoryOf : below(root)));
    const source = new Source(from, recognizer, root, values);
    const site = path.resolve(output);
    const { files, unlistable } = await findTargets([name]);
    source.#unreadable.push(...unlistable.values());
    for (const file of files) {
      const isOnSite = site !== from && isWithin(site, path.resolve(file));
      if (!isOnSite) await source.#read(file);
    }
    if (source.decks.length === 0) throw new CannotRun(`${name} has no decks.`);
    return source;
  }

  get decks(): readonly SiteDeck[] {
    return this.#decks;
  }

  /** Other files may have any encoding. */
  async #read(file: string): Promise<void> {
    try {
      const bytes = await readRegularFile(file);
      const recognized = await this.recognizer.recognize(file, decodeLoosely(bytes));
      if (!recognized.isDeck) return;
      const absolute = path.resolve(file);
      // Without a repository, decks may use what is in the folder.
      const root = this.root ?? (await repositoryOf(path.dirname(absolute), this.folder));
      this.#decks.push({
        path: slashed(path.relative(this.folder, absolute)),
        text: decode(file, bytes),
        options: recognized,
        surroundings: await surroundingsOf(file, root, this.recognizer, this.values),
        folder: slashed(path.relative(root, this.folder)),
      });
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      this.#unreadable.push(error.message);
    }
  }

  /** Returns the exit code. */
  report({ problems, pages, made, removed }: ExportedSite, output: string): number {
    for (const message of this.#unreadable) complain(message);
    for (const [deck, found] of problems) for (const problem of found) this.#complainOf(deck, problem);
    const number = this.#unreadable.length + [...problems.values()].flat().length;
    const parts = [
      count(pages, 'page'),
      ...(made < pages ? [made === 0 ? 'nothing new' : `${made} new or changed`] : []),
      ...(removed > 0 ? [`${removed} removed`] : []),
      ...(number > 0 ? [count(number, 'problem')] : []),
    ];
    print(`${output}: ${parts.join(', ')}\n`);
    return number > 0 ? 1 : complainOf(this.recognizer.problems);
  }

  #complainOf(deck: string, { line, message }: ExportProblem): void {
    complain(`${path.relative('', path.join(this.folder, deck))}:${line + 1}: ${message}`);
  }
}

function slashed(file: string): string {
  return file.replaceAll(path.sep, '/');
}
