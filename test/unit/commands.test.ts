import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, root } from '../vscode/paths';

describe('The commands of the manifest', () => {
  it('are written out in the source, so that a search finds where they are registered', () => {
    const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      contributes: { commands: { command: string }[] };
    };
    const source = filesIn('src', '.ts')
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
    const hidden = contributes.commands
      .map(({ command }) => command)
      .filter((command) => !source.includes(`'${command}'`));
    assert.deepEqual(hidden, []);
  });
});
