import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'invalid-html';
const dialect = 'hedgedoc';

describe('invalid-html', () => {
  it('repairs what is certainly wrong', () => {
    for (const [wrong, right] of [
      ['Community Call</br> 2024', 'Community Call<br> 2024'],
      ['<font size=-2>x</font>', '<font size="-2">x</font>'],
      ['<img src=./a.png alt="x">', '<img src="./a.png" alt="x">'],
    ] as const) {
      assert.equal(lint(wrong, { rule, dialect })[0]!.fixes[0]!.kind, 'safe');
      assert.equal(fixed(wrong, { rule, dialect }), right);
    }
  });

  it('offers what is probably meant', () => {
    for (const [wrong, right] of [
      ['<font size=12px>x</font>', '<font style="font-size: 12px">x</font>'],
      ['<font colour="red">x</font>', '<font color="red">x</font>'],
      ['see <link> here', 'see `<link>` here'],
      ['## <font color="red">x', '## <font color="red">x</font>'],
      ['a <b>b\n\n</i>c', 'a <b>b</b>\n\n</i>c'],
      ['<div align="center">x</div>', '<div>x</div>'],
    ] as const) {
      assert.equal(lint(wrong, { rule, dialect })[0]!.fixes[0]!.kind, 'offered');
      assert.equal(fixed(wrong, { rule, dialect }), right);
    }
  });

  it('offers backticks only where they have an effect', () => {
    assert.deepEqual(lint('<div>\n<foo>\n</div>', { rule, dialect: 'hedgedoc' })[0]!.fixes, []);
  });

  it('finds invalid sizes beside a style, without a guess', () => {
    const [finding] = lint('<font size="12px" style="color: red">x</font>', { rule, dialect });
    assert.deepEqual(finding!.fixes, []);
  });

  it('leaves alone good HTML, code, comments and placeholders', () => {
    const text =
      '<font color="#fff" size="+1">x</font> <a href="https://example.org" target="_blank" rel="noopener">x</a><br><br/>\n\n<ul><li>a<li>b</ul>\n\n<div>\n\n- a\n\n</div>\n\n`</br>` <!-- </br> --> <https://example.org> <YOUR_VERSION> a < b > c <3\n\n```\n</br>\n```\n';
    assert.deepEqual(faults(text, { rule, dialect }), []);
  });

  it('leaves alone in other decks what only HedgeDoc drops', () => {
    const text = '<script src="./a.js"></script><x-y></x-y><div align="center">x</div>';
    assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), []);
  });

  it('finds words in angle brackets that vanish in decks of reveal.js', () => {
    const text = '# A <name>\n\nUse <your-name> here, `<a-b>` or Vec<u8>, <your own title>.\n';
    const dialect = 'reveal-md';
    assert.deepEqual(faults(text, { rule, dialect }), ['<name>', '<your-name>', '<u8>', '<your own title>']);
    assert.equal(lint(text, { rule, dialect })[0]!.severity, 'warning');
    assert.equal(fixed('Use <your-name> here\n', { rule, dialect }), 'Use `<your-name>` here\n');
    assert.equal(
      fixed('<div>\nUse <your-name> here\n</div>\n', { rule, dialect }),
      '<div>\nUse &lt;your-name> here\n</div>\n',
    );
    assert.deepEqual(faults(text, { rule, dialect, isGuess: true }), []);
  });

  it('leaves elements alone in decks of reveal.js', () => {
    const text =
      '<my-box>a</my-box> <my-icon name="b"> <x-y/> <kbd>c</kbd> <wbr> <canvas id="d"> <progress> <a@example.org> \\<your-name> 1 <b\n\n<div>\n<my-box>\n</div>\n\n<two-columns>\n\nd\n\n</two-columns>\n\n<my-flex center>\n\n<my-flex>\n\n<svg><circle r="1"></svg>\n';
    const found = lint(text, { rule, dialect: 'reveal-md' }).filter(({ severity }) => severity === 'warning');
    assert.deepEqual(found, []);
  });
});
