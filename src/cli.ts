import { version } from '../package.json';
import type { Command } from './cli/command';
import { CannotRun, isUsageError } from './cli/errors';
import { exportCommand } from './cli/export';
import { outlineCommand } from './cli/outline';
import { complain, print } from './cli/output';

const COMMANDS: readonly Command[] = [exportCommand, outlineCommand];

const HELP = `deckwright ${version}: markdown slide decks (HedgeDoc, reveal-md, reveal.js)

Usage:
${COMMANDS.map(({ usage }) => `  deckwright ${usage}`).join('\n')}

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join('\n')}

  deckwright COMMAND --help tells more of a command.
  deckwright --version prints the version.

Exit codes: 0 all is well; 1 done, with problems; 2 could not be done.
`;

/** Runs the command line and gives its exit code. */
async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === '-h') return say(HELP);
  if (name === '--version') return say(`${version}\n`);
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) {
    complain(name === '' ? 'There is no command.' : `There is no command "${name}".`);
    complain('Run "deckwright --help".');
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) return say(command.help);
  try {
    return await command.run(rest);
  } catch (error) {
    if (isUsageError(error)) complain(`${firstSentence(error)} Run "deckwright ${command.name} --help".`);
    else if (error instanceof CannotRun) complain(error.message);
    else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 2;
  }
}

/** Node goes on to explain its own parser. */
function firstSentence({ message }: Error): string {
  return message.replace(/\. .*/s, '.');
}

function say(text: string): number {
  print(text);
  return 0;
}

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on('error', () => process.exit());
main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
