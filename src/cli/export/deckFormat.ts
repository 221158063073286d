import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Deck } from '../../core/deck/deck';
import { urlOfPath } from '../../core/files/relativePath';
import type { ExportProblem } from '../../export/exportOptions';
import type { FileSurroundings, Made, Surroundings } from '../../export/made';
import { english } from '../../export/words';
import { Configs, complainOf } from '../config';
import { dialectOption, readDeck, theDeck } from '../deckFile';
import { CannotRun } from '../errors';
import { interruption } from '../interruption';
import { below, NodeFiles, repositoryOf } from '../nodeFiles';
import { complain, count, megabytes, print } from '../output';
import { Recognizer } from '../recognition';
import { checkTarget, writeAtomically } from '../writeFile';
import { remoteFilesOf } from './assets';
import type { Format, Values } from './format';

/** How a format makes one file of one deck. */
export interface DeckFormat extends Omit<Format, 'run'> {
  readonly extension: string;
  /** Called before anything is read; throws `CannotRun` if an option has a wrong value. */
  prepare(values: Values): (deck: Deck, surroundings: FileSurroundings) => Promise<Made>;
}

/** A format that makes one file of one deck. */
export function deckFormat({ prepare, ...format }: DeckFormat): Format {
  return {
    ...format,
    async run(inputs, values) {
      const make = prepare(values);
      const file = theDeck(inputs);
      const output = (values.output as string) ?? file.replace(/(?:\.\w+)?$/, format.extension);
      const force = values.force as boolean;
      const { deck, surroundings, complaint } = await openDeck(file, output, values);
      if (path.resolve(output) === path.resolve(file))
        throw new CannotRun('The output file is the deck itself.');
      await checkTarget(output, force);
      const { content, problems, slides = deck.slides.length } = await make(deck, surroundings);
      surroundings.signal?.throwIfAborted();
      await writeAtomically(output, content, force);
      const summary = `${count(slides, 'slide')}, ${megabytes(content.length)}`;
      return tell({ file, output, summary, problems }) || complaint();
    },
  };
}

export interface Opened {
  readonly deck: Deck;
  readonly surroundings: FileSurroundings;
  /** Reports what is wrong with configurations and returns the exit code. */
  complaint(): number;
}

/** Reads a deck and what is around it, for an output file or folder. */
export async function openDeck(file: string, output: string, values: Values): Promise<Opened> {
  const named = await rootOption(values);
  const recognizer = new Recognizer(new Configs(named === null ? repositoryOf : below(named)));
  const deck = await readDeck(file, dialectOption(values.dialect as string | undefined), recognizer);
  const root = named ?? (await repositoryOf(path.dirname(path.resolve(file))));
  return {
    deck,
    surroundings: {
      ...(await surroundingsOf(file, root, recognizer, values)),
      signal: interruption(),
      deckFolder: urlFrom(path.dirname(path.resolve(output)), path.dirname(path.resolve(file))),
    },
    complaint: () => complainOf(recognizer.problems),
  };
}

/** What leads from one folder to another; on another drive of Windows, only an absolute URL does. */
function urlFrom(folder: string, other: string): string {
  const relative = path.relative(folder, other);
  if (relative === '') return '';
  if (path.isAbsolute(relative)) return `${pathToFileURL(other).href}/`;
  return `${urlOfPath(relative.split(path.sep).join('/'))}/`;
}

/** What an export knows of the surroundings of a deck that may use the files below this root. */
export async function surroundingsOf(
  file: string,
  root: string,
  { configs }: Recognizer,
  values: Values,
): Promise<Surroundings> {
  const { config } = await configs.of(file);
  return {
    fileName: path.basename(file).replace(/\.\w+$/, ''),
    files: new NodeFiles(path.dirname(path.resolve(file)), root),
    hedgedocHosts: config.hedgedocHosts,
    remote: remoteFilesOf(values, config.remote.allow),
    runtime,
    trusted: true,
    translate: english,
  };
}

export const runtime: Surroundings['runtime'] = (name) => readFile(path.join(__dirname, name));

/** The folder that `--root` names; null without it. */
export async function rootOption({ root }: Values): Promise<string | null> {
  return root === undefined ? null : folder(root as string);
}

export interface Result {
  /** The deck. */
  readonly file: string;
  readonly output: string;
  readonly summary: string;
  readonly problems: readonly ExportProblem[];
}

/** Says what has been made and what is wrong with it; returns the exit code. */
export function tell({ file, output, summary, problems }: Result): number {
  for (const { line, message } of problems) complain(`${file}:${line + 1}: ${message}`);
  const wrong = problems.length === 0 ? '' : `, ${count(problems.length, 'problem')}`;
  print(`${output}: ${summary}${wrong}\n`);
  return problems.length > 0 ? 1 : 0;
}

export async function folder(name: string): Promise<string> {
  const found = await stat(name).catch(() => null);
  if (!found?.isDirectory()) throw new CannotRun(`${name} is not a folder.`);
  return path.resolve(name);
}
