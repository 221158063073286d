import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type * as Exporter from '../bundles/exporter';
import { SETUP_NAMES } from '../core/deck/namedSetups';
import { exportDeck } from '../export/exportDeck';
import { english } from '../export/words';
import type { Command } from './command';
import { Configs, complainOf } from './config';
import { dialectOption, readDeck, theDeck } from './deckFile';
import { CannotRun } from './errors';
import { below, NodeFiles, repositoryOf } from './nodeFiles';
import { complain, print } from './output';
import { Recognizer } from './recognition';
import { checkTarget, writeAtomically } from './writeFile';

const HELP = `deckwright export DECK.md [options]

Exports a deck as one HTML file that shows the slides with reveal.js in any browser, even offline. Press S there for
the speaker view; add ?view=print to the address to print.

  -o, --output FILE        default: beside the deck, with the extension .html
  --force                  overwrite the file if it exists
  --assets inline          embed pictures, videos, sound and fonts in the file (default)
  --assets link            keep links as they are in the deck: the file then belongs beside the deck
  --embeds card            show embedded pages as cards that open them when clicked (default)
  --embeds live            show them in frames, which load them from their own hosts when the page is open
  --root FOLDER            the deck may use files below this folder, and its set-up is searched up to there; default: its
                           repository, or else its own folder
  --dialect NAME           ${SETUP_NAMES.join(', ')}; default: from
                           .deckwright.json or the deck itself

Whatever can't be embedded is listed by file and line, and shown as a box on its slide; the exit code is then 1.
A picture uploaded to a HedgeDoc server listed in .deckwright.json is taken from the copy beside the deck. Pictures on
other servers are never fetched: keep a copy beside the deck, or use --assets link. Pages can be live if their address
starts with https: and is not that of a PDF document.
`;

export const exportCommand: Command = {
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        force: { type: 'boolean', default: false },
        assets: { type: 'string', default: 'inline' },
        embeds: { type: 'string', default: 'card' },
        root: { type: 'string' },
        dialect: { type: 'string' },
      },
    });
    const file = theDeck(positionals);
    const output = values.output ?? file.replace(/(?:\.\w+)?$/, '.html');
    const { assets, embeds } = values;
    if (assets !== 'inline' && assets !== 'link') throw new CannotRun('--assets must be inline or link.');
    if (embeds !== 'card' && embeds !== 'live') throw new CannotRun('--embeds must be card or live.');
    const named = values.root === undefined ? null : await folder(values.root);
    const recognizer = new Recognizer(new Configs(named === null ? repositoryOf : below(named)));
    const deck = await readDeck(file, dialectOption(values.dialect), recognizer);
    if (path.resolve(output) === path.resolve(file))
      throw new CannotRun('The output file is the deck itself.');
    await checkTarget(output, values.force);

    const deckFolder = path.dirname(path.resolve(file));
    const { html, problems } = await exportDeck(deck, {
      assets,
      embeds,
      fileName: path.basename(file).replace(/\.\w+$/, ''),
      files: new NodeFiles(deckFolder, named ?? (await repositoryOf(deckFolder))),
      hedgedocHosts: (await recognizer.configs.of(file)).config.hedgedocHosts,
      runtime: (name) => readFile(path.join(__dirname, name)),
      trusted: true,
      highlight: coloring().highlight,
      translate: english,
    });
    await writeAtomically(output, html, values.force);

    const badConfig = complainOf(recognizer.problems);
    for (const { line, message } of problems) complain(`${file}:${line + 1}: ${message}`);
    print(`${output}: ${summary(deck.slides.length, html.length, problems.length)}\n`);
    return problems.length > 0 ? 1 : badConfig;
  },
};

function summary(slides: number, bytes: number, problems: number): string {
  const size = `${count(slides, 'slide')}, ${(bytes / 1e6).toFixed(1)} MB`;
  return problems === 0 ? size : `${size}, ${count(problems, 'problem')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

async function folder(name: string): Promise<string> {
  const found = await stat(name).catch(() => null);
  if (!found?.isDirectory()) throw new CannotRun(`${name} is not a folder.`);
  return path.resolve(name);
}

/**
 * The code that colors code is half of the total: it stays in the editor's bundle, so that linting does not
 * wait for it.
 */
function coloring(): Pick<typeof Exporter, 'highlight'> {
  return require('./exporter.js');
}
