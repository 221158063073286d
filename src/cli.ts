import { setFlagsFromString } from 'node:v8';
import { version } from '../package.json';
import { type CommandEntry, commandLine } from './cli/command';
import { errorCode, isCannotRun, isUsageError } from './cli/errors';
import { complain, print } from './cli/output';

const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'archive',
    summary: 'Saves the pictures that decks name on other servers beside the decks.',
    usage: 'archive [FILES …] [--rewrite] [--dry-run] [--allow HOST]',
    load: () => commandLine().archiveCommand(),
  },
  {
    name: 'diff',
    summary: 'Tells what changed in decks, slide by slide.',
    usage: 'diff [REV[..REV]] [FILES …] [--format text|json|github] [--html FILE]',
    load: () => commandLine().diffCommand(),
  },
  {
    name: 'export',
    summary: 'Exports a deck as HTML, PDF or text, or a folder of decks as a site.',
    usage: 'export DECK.md|FOLDER [--to html|pdf|text|notes|site] [-o OUTPUT] [--force]',
    load: () => commandLine().exportCommand(),
  },
  {
    name: 'hook',
    summary: 'Has git check decks before each commit.',
    usage: 'hook',
    load: () => commandLine().hookCommand(),
  },
  {
    name: 'import',
    summary: 'Makes a deck of a note on a HedgeDoc server.',
    usage: 'import URL [-o FILE] [--allow HOST]',
    load: () => commandLine().importCommand(),
  },
  {
    name: 'lint',
    summary: 'Finds problems in decks, and fixes what it can.',
    usage: 'lint [FILES …] [--fix] [--cache] [--format text|json|sarif|github]',
    load: async () => (await import('./cli/lint')).lintCommand,
  },
  {
    name: 'outline',
    summary: 'Lists the slides of a deck, as text or JSON.',
    usage: 'outline DECK.md [--json]',
    load: () => commandLine().outlineCommand(),
  },
];

const HELP = `deckwright ${version}: markdown slide decks (HedgeDoc, reveal-md, reveal.js)

Usage:
${COMMANDS.map(({ usage }) => `  deckwright ${usage}`).join('\n')}

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join('\n')}

  deckwright COMMAND --help describes a command.
  deckwright --version prints the version.

Exit codes: 0 success; 1 done, with problems; 2 could not run.
`;

/** Runs the command line and returns its exit code. */
async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === '-h') return say(HELP);
  if (name === '--version') return say(`${version}\n`);
  const entry = COMMANDS.find((each) => each.name === name);
  if (!entry) {
    complain(name === '' ? 'No command given.' : `Unknown command "${name}".`);
    complain('Run "deckwright --help" for help.');
    return 2;
  }
  const command = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) return say(command.help);
  try {
    return await command.run(rest);
  } catch (error) {
    if (isUsageError(error))
      complain(`${firstSentence(error)} Run "deckwright ${entry.name} --help" for help.`);
    else if (isCannotRun(error)) complain(error.message);
    else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 2;
  }
}

/** Node's message goes on to explain its own parser. */
function firstSentence({ message }: Error): string {
  return message.replace(/\. .*/s, '.');
}

function say(text: string): number {
  print(text);
  return 0;
}

// Compiling hot code costs more than it saves in a run of a second or less: V8 waits until code is hotter still. Each
// knows only its own flag, and complains about others: Node 20 has V8 11, Node 22 and 24 have V8 12 and 13.
const v8Version = Number.parseInt(process.versions.v8, 10);
if (v8Version === 11) setFlagsFromString('--interrupt-budget=600000');
if (v8Version === 12 || v8Version === 13) setFlagsFromString('--invocation-count-for-turbofan=30000');
// The reader of the output may stop reading, as `head` does.
process.stdout.on('error', (error) => process.exit(errorCode(error) === 'EPIPE' ? undefined : 2));
main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
