import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'literal-emphasis';

describe('literal-emphasis', () => {
  it('moves marks to where they emphasize', () => {
    for (const [wrong, right] of [
      ['a ** bold ** b', 'a **bold** b'],
      ['** bold**', '**bold**'],
      ['**Note:**text', '**Note:** text'],
    ] as const)
      assert.equal(fixed(`- ${wrong}\r\n`, { rule }), `- ${right}\r\n`);
  });

  it('removes marks without a counterpart', () => {
    for (const [wrong, right] of [
      ['to be successful as a community.`', 'to be successful as a community.'],
      ['**bold', 'bold'],
      ['bold** and *more*', 'bold and *more*'],
      ['don`t', "don't"],
    ] as const)
      assert.equal(fixed(wrong, { rule }), right);
  });

  it('says whether the opening or the closing mark is missing', () => {
    const message = (text: string) => lint(text, { rule })[0]!.message;
    assert.match(message('**bold'), /^`\*\*` is never closed, so it is shown as text\./);
    assert.match(message('bold** and'), /^`\*\*` is never opened, so it is shown as text\./);
    assert.match(message('a `b'), /^"`" is never closed, so it is shown as text\./);
  });

  it('leaves alone footnote marks', () => {
    assert.deepEqual(faults('Read a* or b**.\n\n\\* one\n\n** two', { rule }), []);
    assert.deepEqual(faults('1. example.org* or scs.community**', { rule, dialect: 'hedgedoc' }), []);
    assert.deepEqual(faults('2* and bold** and **bold', { rule }), ['**']);
  });

  it('leaves alone what is intended', () => {
    const text =
      '**a** *b* `c **d` `` ` ``\n\n2**10, 2 ** 3, f(**kwargs), docs/**/x, **/y\n\n\\*\\*a, \\`b\n\n2*(user+pass) => 2^user * 2^pass\n\n****\n\n```\n** a **\n```\n\n<!-- ** -->\n\n<b title="**">x</b>\n';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), []);
  });
});
