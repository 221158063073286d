import { parseArgs } from 'node:util';
import { SETUP_NAMES } from '../core/deck/namedSetups';
import { isBrowserError } from '../export/browser/browserError';
import type { Command } from './command';
import { CannotRun, unknownFormat } from './errors';
import type { Format } from './export/format';
import { html } from './export/html';
import { notes, text } from './export/markdown';
import { pdf } from './export/pdf';
import { png, pptx } from './export/pictures';
import { site } from './export/site';

const FORMATS: readonly Format[] = [html, pdf, pptx, png, text, notes, site];

const HELP = `deckwright export DECK.md [options]

Exports a deck as
${FORMATS.map(({ name, summary }) => `  ${name.padEnd(8)}${summary}`).join('\n')}

  --to FORMAT              one of these; default: by the extension of the output file, or else html
  -o, --output FILE        default: beside the deck, with the extension of the format
  --force                  overwrite the file if it exists
  --root FOLDER            the deck may use files below this folder, and its set-up is searched up to there; default: its
                           repository, or else its own folder
  --dialect NAME           ${SETUP_NAMES.join(', ')}; default: from
                           .deckwright.json or the deck itself

Whatever can't be included is listed by file and line, and shown as a box on its slide; the exit code is then 1.
A picture uploaded to a HedgeDoc server listed in .deckwright.json is taken from the copy beside the deck. Pictures on
other servers are fetched only with --assets fetch.

${FORMATS.map(({ name, help }) => `--to ${name}\n${help}`).join('\n\n')}
`;

const COMMON = {
  to: { type: 'string' },
  output: { type: 'string', short: 'o' },
  force: { type: 'boolean', default: false },
  root: { type: 'string' },
  dialect: { type: 'string' },
} as const;

export const exportCommand: Command = {
  help: HELP,
  async run(args) {
    const format = formatOf(args);
    const options = { ...COMMON, ...format.options };
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    try {
      return await format.run(positionals, values);
    } catch (error) {
      throw isBrowserError(error) ? new CannotRun(error.message) : error;
    }
  },
};

/** The format has a say in which options there are. */
function formatOf(args: string[]): Format {
  const { to, output } = parseArgs({ args, strict: false, options: COMMON }).values;
  const names = FORMATS.map(({ name }) => name);
  if (typeof to !== 'string') {
    const file = String(output);
    const byExtension = FORMATS.find(({ extension }) => extension !== null && file.endsWith(extension));
    return byExtension ?? (file.endsWith('.md') ? text : html);
  }
  const named = FORMATS.find(({ name }) => name === to);
  if (!named) throw unknownFormat(to, names);
  return named;
}
