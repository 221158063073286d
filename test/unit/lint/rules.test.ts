import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { docsOf, generatedDocs, read, strayPages, WRITTEN_PAGES } from '../../../build/ruleDocs';
import { type RuleExample, ruleUrl } from '../../../src/core/lint/rule';
import { RULES } from '../../../src/core/lint/rules';
import { applyEdits } from '../../../src/core/text/textEdits';
import { root } from '../../vscode/paths';
import { lint } from './linting';

const ids = RULES.map(({ id }) => id).toSorted();

function filesIn(folder: string, ending: string): string[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(ending));
  return names.map((name) => name.slice(0, -ending.length)).toSorted();
}

describe('The list of rules', () => {
  it('has every file in src/core/lint/rules, and nothing else', () => {
    const files = filesIn('src/core/lint/rules', '.ts').filter((name) => name !== 'index');
    assert.deepEqual(ids, files, 'Complete the list in src/core/lint/rules/index.ts.');
  });

  it('has a test for every rule, and no test without a rule', () => {
    assert.deepEqual(filesIn('test/unit/lint/rules', '.test.ts'), ids);
  });
});

describe('The documentation of the rules', () => {
  it('is what `npm run docs` writes', async () => {
    for (const [path, text] of await generatedDocs()) {
      const isCurrent = existsSync(join(root, path)) && read(path) === text;
      assert.ok(isCurrent, `${path} is stale. Run: npm run docs`);
    }
    assert.deepEqual(strayPages(), [], 'Pages without a rule. Run: npm run docs');
  });

  it('says of every rule whether it would stop a commit, and has its severity accordingly', async () => {
    const verdicts = {
      error: 'Stop the commit',
      warning: 'Mention it',
      info: 'Mention it in passing',
      hint: 'Keep quiet',
    };
    for (const { id, severity } of RULES) {
      const { verdict } = await docsOf(id);
      assert.ok(new RegExp(`^${verdicts[severity]}(?: if [^:.]*)?[:.]`).test(verdict), `${id}: ${verdict}`);
    }
  });

  it('has the page that the code of a finding leads to, also where that is not a rule', () => {
    for (const id of [...ids, ...WRITTEN_PAGES]) {
      const path = ruleUrl(id).replace('https://github.com/deckwright/deckwright/blob/main/', '');
      assert.match(read(path), new RegExp(`^# ${id}\n`, 'm'));
    }
  });
});

describe('The example of', () => {
  for (const { id } of RULES) {
    it(`${id} has one finding, and none once it is repaired`, async () => {
      const { before, after, context }: RuleExample = (await docsOf(id)).example;
      const find = (text: string) => lint(text, { dialect: 'hedgedoc', ...context, rule: id });
      const [finding, ...more] = find(before);
      assert.ok(finding, 'Nothing is found in `before`.');
      assert.deepEqual(more, []);
      if (after === undefined) return;
      assert.deepEqual(find(after), []);
      const [fix] = finding.fixes;
      if (fix) assert.equal(applyEdits(before, fix.edits), after);
    });
  }
});
