import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'reporter';
const dialect = 'hedgedoc';
const link = (handle: string) => `<a href="https://github.com/${handle}">@${handle}</a>`;

describe('reporter', () => {
  it('links handles', () => {
    assert.equal(
      fixed('# Team IaaS\r\n\r\nReport by @artificial-intelligence\r\nWe build @things\r\n', {
        rule,
        dialect,
      }),
      `# Team IaaS\r\n\r\nReport by ${link('artificial-intelligence')}\r\nWe build @things\r\n`,
    );
    assert.equal(fixed('Reported by @a, @b', { rule, dialect }), `Reported by ${link('a')}, ${link('b')}`);
  });

  it('says which handles are not linked', () => {
    const message = (text: string) => lint(text, { rule, dialect })[0]!.message;
    assert.equal(message('Report by @a'), '@a is not linked. Link it to the GitHub profile.');
    assert.equal(message('Report by @a, @b'), '@a, @b are not linked. Link them to the GitHub profiles.');
  });

  it('corrects the spelling', () => {
    const text = (word: string) => `${word} by ${link('garloff')}`;
    assert.equal(fixed(text('Rebort'), { rule, dialect }), text('Report'));
  });

  it('finds names without a link', () => {
    const [finding] = lint('Report by Kurt Garloff\n', { rule, dialect });
    assert.deepEqual(finding!.fixes, []);
  });

  it('leaves alone linked reporters and other text', () => {
    const text = `Report by ${link('garloff')} and [@fkr](https://github.com/fkr)\n\nReport by <a href="https://github.com/o-otte">Oliver Kautz</a>\n\nReport by ...\n\nReport by TBD\n\nReport by @todo\n\nReport by the end of the week\n\nUpdate by @fkr\n\n\`Report by @fkr\`\n\nmail me@example.org\n`;
    assert.deepEqual(faults(text, { rule, dialect }), []);
  });
});
