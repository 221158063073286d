import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseDeck } from '../core/deck/parseDeck';
import { isRemoteError } from '../core/files/remote';
import { isNoteAddress, type NoteAddress, readNoteAddress } from '../core/hedgedoc/noteAddress';
import { fetchNote } from '../core/hedgedoc/noteAnswer';
import { noteAsHere } from '../core/hedgedoc/noteAsHere';
import { changesBetween } from '../core/hedgedoc/noteChanges';
import { noteFileName } from '../core/hedgedoc/noteFileName';
import { withOrigin } from '../core/hedgedoc/origin';
import { archiveCommand } from './archive';
import { CopiesOnDisk } from './archive/copiesOnDisk';
import type { Command } from './command';
import { Configs } from './config';
import { readDeck } from './deckFile';
import { CannotRun, errorCode } from './errors';
import { interruption } from './interruption';
import { exists } from './nodeFiles';
import { addressFaultInWords, noteFaultInWords } from './noteInWords';
import { print } from './output';
import { Recognizer } from './recognition';
import { ALLOW_HELP, ALLOW_OPTION, allowOption, faultInWords, remoteOf } from './remote';
import { Roots } from './roots';
import { createFile, replaceText } from './writeFile';

const HELP = `deckwright import URL [options]

Makes a deck of a note on a HedgeDoc, CodiMD or HackMD server, and saves its pictures beside the deck. The address is that
of the note in the browser, in any of its forms.

  -o, --output FILE        default: in the working directory, named after the day on the title slide, or else the title
  --force                  overwrite a deck that differs from the note
  --no-pictures            leave pictures where they are
${ALLOW_HELP}

The address is kept in a comment of the deck's frontmatter. If the file exists and is as the note, only pictures that are
missing are saved. If it differs, it stays as it is: in VS Code, "Update from HedgeDoc" takes over what you choose.

Exit codes: 0 done; 1 done, but pictures are missing; 2 could not run.
`;

export const importCommand: Command = {
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        force: { type: 'boolean', default: false },
        'no-pictures': { type: 'boolean', default: false },
        ...ALLOW_OPTION,
      },
    });
    const address = theNote(positionals);
    const recognizer = new Recognizer(new Configs());
    const { config } = await recognizer.configs.of(values.output ?? 'deck.md');
    const allowed = [...allowOption(values), ...config.remote.allow];
    const text = await download(address, allowed);
    const deck = parseDeck(withOrigin(text, address));
    const file = values.output ?? noteFileName(deck, address);
    const isThere = await exists(file);
    const done = isThere
      ? await update(file, address, text, values.force, recognizer)
      : await create(file, deck.text);
    print(`${file} ${done} ${address.page}.\n`);
    if (values['no-pictures']) return 0;
    return archiveCommand.run(['--rewrite', ...allowed.map((host) => `--allow=${host}`), '--', file]);
  },
};

function theNote(positionals: readonly string[]): NoteAddress {
  const [text = ''] = positionals;
  if (positionals.length > 1) throw new CannotRun('Name only one note.');
  if (text === '') throw new CannotRun('No address of a note given.');
  const read = readNoteAddress(text);
  if (isNoteAddress(read)) return read;
  throw new CannotRun(addressFaultInWords(text, read));
}

async function download(address: NoteAddress, allowed: readonly string[]): Promise<string> {
  try {
    const note = await fetchNote(address, remoteOf(allowed), interruption());
    if ('text' in note) return note.text;
    throw new CannotRun(noteFaultInWords(note, address));
  } catch (error) {
    if (isRemoteError(error)) throw new CannotRun(faultInWords(error));
    throw error;
  }
}

async function create(file: string, text: string): Promise<string> {
  const isNew = await createFile(file, new TextEncoder().encode(text)).catch((error: unknown) => {
    throw new CannotRun(`${file} can't be written: ${errorCode(error)}.`);
  });
  if (isNew) return 'was made from';
  throw new CannotRun(`${file} exists by now. Nothing was written.`);
}

/** Only what the user may see before: a deck that differs stays as it is. */
async function update(
  file: string,
  address: NoteAddress,
  note: string,
  force: boolean,
  recognizer: Recognizer,
): Promise<string> {
  const deck = await readDeck(file, undefined, recognizer);
  const { config } = await recognizer.configs.of(file);
  const absolute = path.resolve(file);
  const root = await new Roots([process.cwd()]).of(absolute);
  const there = await noteAsHere(note, address, {
    deck,
    path: root.around(absolute).deck,
    config,
    store: new CopiesOnDisk(await realpath(root.root)),
  });
  const { length } = changesBetween(there, deck.text);
  if (length === 0) return 'is up to date with';
  if (!force) {
    const places = length === 1 ? 'one place' : `${length} places`;
    throw new CannotRun(`${file} exists and differs from the note in ${places}. Nothing was changed.
"Update from HedgeDoc" in VS Code takes over what you choose; --force overwrites all of it.`);
  }
  await replaceText(file, there);
  return 'was overwritten with';
}
