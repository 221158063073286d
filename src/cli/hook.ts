import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { addHook, HOOK_ID } from '../core/config/preCommit';
import type { Command } from './command';
import { CannotRun } from './errors';
import { Git } from './git';
import { exists, isWithin, repositoryOf } from './nodeFiles';
import { print } from './output';
import { readText } from './readFile';
import { replaceText, writeAtomically } from './writeFile';

const PRE_COMMIT_CONFIG = '.pre-commit-config.yaml';

const HELP = `deckwright hook

Has git check the decks that are staged before each commit. Commits with errors on slides that changed are refused.

Where pre-commit is used, which is where there is a ${PRE_COMMIT_CONFIG}, the hook is added to it. Elsewhere a hook of
git is written that runs this program. A hook that exists stays as it is.
`;

export const hookCommand: Command = {
  help: HELP,
  async run(args) {
    parseArgs({ args, options: {} });
    const top = await repositoryOf(process.cwd());
    const git = new Git(top);
    await git.check('This command');
    const config = path.join(top, PRE_COMMIT_CONFIG);
    const usesPreCommit = await exists(config);
    print(usesPreCommit ? await addToConfig(config) : await writeHook(git));
    return 0;
  },
};

async function addToConfig(config: string): Promise<string> {
  const text = await readText(config);
  if (text.includes(HOOK_ID)) return `${config} has the hook ${HOOK_ID} already.\n`;
  const { after, entry } = addHook(text, version);
  if (after === null) throw new CannotRun(`${config} was left as it is. Add this to its repos:\n${entry}`);
  await replaceText(config, after);
  return `${config} now has the hook ${HOOK_ID}. "pre-commit install" has git run it, if that has not been done.\n`;
}

async function writeHook(git: Git): Promise<string> {
  const { folder, shared } = await git.hooks();
  const hook = path.join(folder, 'pre-commit');
  const own = 'deckwright lint --staged';
  if (!isWithin(git.folder, folder) && !isWithin(shared, folder)) {
    throw new CannotRun(`Other repositories use the hooks in ${folder} too. Nothing was written. To check decks in all of
them, add this command to ${hook}:\n${own}`);
  }
  if (await exists(hook)) {
    const text = await readText(hook);
    if (text === hookText()) return `${hook} checks decks already.\n`;
    throw new CannotRun(`${hook} exists and was left as it is. Add this command to it:\n${own}`);
  }
  await mkdir(folder, { recursive: true });
  await writeAtomically(hook, hookText(), false, 0o755);
  return `${hook} was written. It checks the decks of each commit; delete it to stop that.\n`;
}

/** For the shell that git brings along on each system. */
function hookText(): string {
  const extensions = path.dirname(path.dirname(__dirname));
  return `#!/bin/sh
# Written by Deckwright: checks the slide decks that are staged. Delete this file to stop that.
node=${quoted(process.execPath)}
[ -x "$node" ] || node=node
cli=${quoted(path.join(__dirname, 'cli.js'))}
# Another version of the extension is in another folder.
[ -f "$cli" ] || cli=$(ls -t ${quoted(extensions)}/deckwright.deckwright-*/dist/cli.js 2>/dev/null | head -n 1)
if [ ! -f "$cli" ]; then
  echo "Deckwright was not found, so decks were not checked." >&2
  exit 0
fi
ELECTRON_RUN_AS_NODE=1 exec "$node" "$cli" lint --staged
`;
}

function quoted(file: string): string {
  return `'${file.replaceAll(path.sep, '/').replaceAll("'", "'\\''")}'`;
}
