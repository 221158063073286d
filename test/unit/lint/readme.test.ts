import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import schema from '../../../src/core/config/config.schema.json';
import { RULES } from '../../../src/core/lint/rules';
import { root } from '../../vscode/paths';

describe('the rules', () => {
  it('stand in the README as they are', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const rows = readme.split('\n').filter((line) => line.startsWith('| <a id='));
    const expected = RULES.map(({ id, severity, dialects, fixes, description }) => {
      const decks = dialects === 'all' ? 'all' : 'HedgeDoc';
      return `| <a id="${id}"></a>\`${id}\` | ${severity} | ${decks} | ${fixes.join(', ')} | ${description} |`;
    });
    assert.deepEqual(rows, expected);
  });

  it('can all be configured, and nothing else', () => {
    const known = Object.keys(schema.properties.rules.properties);
    assert.deepEqual(known.toSorted(), RULES.map(({ id }) => id).toSorted());
  });

  it('are in files and have tests that are named after them', () => {
    for (const { id } of RULES) {
      readFileSync(join(root, `src/core/lint/rules/${id}.ts`));
      readFileSync(join(root, `test/unit/lint/rules/${id}.test.ts`));
    }
  });
});

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
