import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../vscode/paths';

describe('the hook for pre-commit and the workflow for GitHub', () => {
  it('run the version that they come with', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    for (const file of ['.pre-commit-hooks.yaml', 'README.md']) {
      assert.match(
        readFileSync(join(root, file), 'utf8'),
        new RegExp(`deckwright@${version.replaceAll('.', '\\.')}\\b`),
      );
    }
  });
});
