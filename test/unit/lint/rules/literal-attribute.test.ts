import assert from 'node:assert/strict';
import { DIALECTS, render } from '../../render/rendering';
import { faults, fixed, lint } from '../linting';

const rule = 'literal-attribute';

describe('literal-attribute', () => {
  for (const dialect of DIALECTS) {
    it(`finds attributes in braces, which ${dialect} shows`, () => {
      for (const [text, braces] of [
        ['* Second {.fragment}', '{.fragment}'],
        ['![a](./a.png){width=300}', '{width=300}'],
        ['![a](./a.png){:width="300" .left}', '{:width="300" .left}'],
        ['# Title {#intro}', '{#intro}'],
        ['## Title {.center .small}', '{.center .small}'],
        ['**Bold**{.red}', '{.red}'],
        ['A paragraph\n{: .fragment}', '{: .fragment}'],
        ['A paragraph\n{:.note}\nand more', '{:.note}'],
        ['[t](https://example.org){target=_blank}', '{target=_blank}'],
      ] as const) {
        assert.deepEqual(faults(text, { rule, dialect }), [braces], text);
        assert.match(render(text, { dialect }).html, /\{[:.#w t]/, text);
      }
    });
  }

  it('leaves alone braces that are meant as text', () => {
    for (const text of [
      '`{.fragment}` and up{job=node}',
      'http_requests{method=GET}',
      'jsonpath={.items}',
      'the set {a=1} of {x}',
      '# Title {draft} and {a=1}',
      'Text {.fragment} in the middle',
      'Smile {:-) and {:a 1}',
      '{{ .Values.name }}',
      '\\{.fragment}',
      '<!-- {.fragment} -->',
      '<style>\n.a {.fragment}\n</style>',
    ]) {
      for (const dialect of DIALECTS) assert.deepEqual(faults(text, { rule, dialect }), [], text);
    }
  });

  it('writes a comment that sets the same element', () => {
    for (const dialect of DIALECTS) {
      const fix = (text: string) => fixed(text, { rule, dialect });
      const comment = '<!-- .element: class="fragment fade-up" id="x" -->';
      assert.equal(fix('* One\n* Two {.fragment #x .fade-up}'), `* One\n* Two ${comment}`);
      assert.equal(fix('![a](./a.png){.plain}'), '![a](./a.png)<!-- .element: class="plain" -->');
      assert.match(render(fix('* Two {.fragment}'), { dialect }).html, /<li[^>]* class="fragment"[^>]*>Two/);
    }
  });

  it('writes a size as the tool reads it', () => {
    const text = '![a](./a.png "t"){width=300px height=200}';
    assert.equal(fixed(text, { rule, dialect: 'hedgedoc' }), '![a](./a.png "t" =300x200)');
    assert.equal(
      fixed('![a](./a.png){width="50%"}', { rule, dialect: 'reveal' }),
      '![a](./a.png)<!-- .element: width="50%" -->',
    );
  });

  it('offers nothing that would set another element or be ignored', () => {
    for (const text of ['* A **bold** word {.fragment}', '![a](./a.png){loading=lazy}'])
      assert.deepEqual(lint(text, { rule, dialect: 'hedgedoc' })[0]!.fixes, [], text);
  });

  it('leaves alone decks whose tool reads them, or may read them', () => {
    const text = '* Second {.fragment}';
    assert.deepEqual(faults(text, { rule, dialect: 'vscode-reveal' }), []);
    assert.deepEqual(faults(text, { rule, dialect: 'reveal', isGuess: true }), []);
  });
});
