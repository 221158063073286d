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
      ['.element:\n  class="a"', '.element: class="a"'],
      ['\n.slide:\n data-x="b"\n data-y="c"', '\n.slide: data-x="b" data-y="c"'],
      ['.element: width="20%"', '.element: style="width: 20%"'],
      ['.element: height="300" class="x"', '.element: style="height: 300px" class="x"'],
    ] as const)
      assert.equal(fixed(`text <!-- ${wrong} -->`, { rule, dialect }), `text <!-- ${right} -->`);
  });

  it('repairs the same in all dialects, and keywords, bare classes and misspelled names', () => {
    for (const linting of [
      { dialect: 'hedgedoc' },
      { dialect: 'reveal-md' },
      { dialect: 'reveal' },
      { dialect: 'reveal-md', isGuess: true },
    ] as const)
      for (const [wrong, right] of [
        [".element: class='fragment'", '.element: class="fragment"'],
        ['.slide: data-state = "a"', '.slide: data-state="a"'],
        ['.slide data-background="red"', '.slide: data-background="red"'],
        ['slide: data-background="red"', '.slide: data-background="red"'],
        ['element class="fragment"', '.element: class="fragment"'],
        ['.elemnt: class="fragment"', '.element: class="fragment"'],
        ['.Slide: id="a"', '.slide: id="a"'],
        ['.element: fragment', '.element: class="fragment"'],
        ['.element fragment fade-up', '.element class="fragment fade-up"'],
        ['.slide: data-backgound="red"', '.slide: data-background="red"'],
        ['.slide: data-backround-image="a.png"', '.slide: data-background-image="a.png"'],
        ['.slide: background="red"', '.slide: data-background="red"'],
        ['.slide: data-transiton="fade"', '.slide: data-transition="fade"'],
        ['.element: data-fragmnet-index="1"', '.element: data-fragment-index="1"'],
        ['.element: fragment-index="1"', '.element: data-fragment-index="1"'],
        ['.slide: data-state="a"\n  data-x="b"', '.slide: data-state="a" data-x="b"'],
      ] as const)
        assert.equal(fixed(`text <!-- ${wrong} -->`, { rule, ...linting }), `text <!-- ${right} -->`);
  });

  it('leaves alone the line below the keyword where nothing else is on its line, which is read', () => {
    for (const dialect of ['hedgedoc', 'reveal-md'] as const) {
      assert.deepEqual(faults('<!-- .slide:\n  data-background="red" -->', { rule, dialect }), []);
      assert.deepEqual(faults('a <!-- .element\n  class="fragment" -->', { rule, dialect }), []);
    }
  });

  it('finds what is on a line that is not read, in all dialects', () => {
    for (const dialect of ['hedgedoc', 'reveal-md', 'reveal', 'mkslides', 'vscode-reveal'] as const)
      for (const [comment, ignored] of [
        ['.element class="a"\n  data-x="b"', ['data-x="b"']],
        ['.element:\n  class="a"', ['class="a"']],
        ['.element\n  class="a"\n  data-x="b"', ['data-x="b"']],
        ['.slide: data-x="a"\r\n  data-y="b"\r\n  data-z="c"', ['data-y="b"\r\n  data-z="c"']],
        ['.slide:\n\n  data-x="a"\n  data-y="b"', ['data-y="b"']],
        ['\n  .slide: data-x="a"\n', []],
        ['\n\n.element class="a"\n', []],
      ] as const)
        assert.deepEqual(faults(`# a\n\n<!-- ${comment} -->`, { rule, dialect }), ignored, comment);
  });

  it('leaves alone words that are no keywords, and attributes of the author', () => {
    for (const comment of [
      'slide about x="1"',
      'slides',
      'Element: see a=b',
      '.slide: data-stage="a" data-x="b" data-background-color="red"',
      '.element: data-animation="a" width',
      '.element: data-fragment-index="1" data-fragment="a" data-index="b"',
      'note: class="x"',
      '.element is tried first',
    ])
      assert.deepEqual(faults(`a <!-- ${comment} -->`, { rule, dialect }), [], comment);
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

  it('leaves alone what reveal.js sets and HedgeDoc does not', () => {
    const text =
      'a <!-- .element: width="20%" data-id --> <!-- .slide: data-background="https://example.org/a?x=1" -->';
    for (const linting of [{ dialect: 'reveal-md' }, { dialect: 'hedgedoc', isGuess: true }] as const)
      assert.deepEqual(faults(text, { rule, ...linting }), []);
  });
});
