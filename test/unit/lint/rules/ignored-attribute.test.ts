import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'ignored-attribute';
const dialect = 'hedgedoc';

describe('ignored-attribute', () => {
  it('repairs quotes, spaces, colons and line breaks', () => {
    for (const [wrong, right] of [
      [".element: class='fragment'", '.element: class="fragment"'],
      ['.element: class=fragment', '.element: class="fragment"'],
      ['.element class=“fragment”', '.element class="fragment"'],
      ['.element: class = "fragment"', '.element: class="fragment"'],
      ['.slide data-background="red"', '.slide: data-background="red"'],
      ['.slide: data-state="a"\r\n  data-x="b"\r\n', '.slide: data-state="a" data-x="b"\r\n'],
      ['\n.slide:\n data-x="b"', '\n.slide: data-x="b"'],
      ['.element: width="20%"', '.element: style="width: 20%"'],
      ['.element: height="300" class="x"', '.element: style="height: 300px" class="x"'],
    ] as const)
      assert.equal(fixed(`text <!-- ${wrong} -->`, { rule, dialect }), `text <!-- ${right} -->`);
  });

  it('finds attributes that HedgeDoc does not set', () => {
    const text = '![](./a.png) <!-- .element: width="20%" height="10%" onclick="x" class="y" -->';
    assert.deepEqual(faults(text, { rule, dialect }), ['width="20%"', 'height="10%"', 'onclick="x"']);
    assert.deepEqual(lint(text, { rule, dialect })[0]!.fixes, []);
  });

  it('finds values with an equals sign', () => {
    const attribute = 'data-background="https://example.org/a?x=1"';
    assert.deepEqual(faults(`<!-- .slide: ${attribute} data-state="a" -->`, { rule, dialect }), [attribute]);
  });

  it('leaves alone what works, other comments and code', () => {
    const text =
      '<!-- .slide:data-background="red" data-x="a b" id="c" style="color: red" -->\n\na <!-- .element class="x" -->\n\n<!-- The .element syntax: width="1" -->\n<!-- .slide or .element? -->\n\n`<!-- .element: class=x -->`\n';
    assert.deepEqual(faults(text, { rule, dialect }), []);
  });

  it('leaves the reveal dialects alone', () => {
    assert.deepEqual(faults('a <!-- .element: width="20%" -->', { rule, dialect: 'reveal-md' }), []);
  });
});
