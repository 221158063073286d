import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'undefined-reference';

describe('undefined-reference', () => {
  it('finds what is defined on another slide, and copies the definition', () => {
    const text =
      '# A\r\n\r\nSee [us][Our  Blog], [our blog][], ![logo][pic].\r\n\r\nNote: b\r\n\r\n---\r\n\r\n[our blog]: ./b.md "B"\r\n[pic]: ./p.png\r\n';
    for (const dialect of ['hedgedoc', 'reveal-md'] as const) {
      assert.deepEqual(faults(text, { rule, dialect }), ['[us][Our  Blog]', '[our blog][]', '![logo][pic]']);
      assert.match(lint(text, { rule, dialect })[0]!.message, /on slide 2/);
    }
    const picture = '# A\n\n![logo][pic]\n\n---\n\n[pic]: ./p.png\n';
    assert.equal(
      fixed(picture, { rule }),
      '# A\n\n![logo][pic]\n\n[pic]: ./p.png\n\n---\n\n[pic]: ./p.png\n',
    );
    assert.equal(
      fixed(`[a]: ./a.md\n\n[text][b]\n\n[c]: ./c.md\n\nNote: n\n\n---\n\n[b]: ./b.md\n`, { rule }),
      `[a]: ./a.md\n\n[text][b]\n\n[c]: ./c.md\n[b]: ./b.md\n\nNote: n\n\n---\n\n[b]: ./b.md\n`,
    );
  });

  it('asks whether a label nearby was meant', () => {
    const text = 'The [blog][scs-blgo] says.\n\n[scs-blog]: https://scs.community/blog\n';
    const [found] = lint(text, { rule });
    assert.match(found!.message, /Did you mean "scs-blog"\?/);
    assert.equal(fixed(text, { rule }), text.replace('blgo', 'blog'));
  });

  it('finds what is defined nowhere', () => {
    const text =
      '[t][ref], [t][], [**bold** text][1], ![][ref], [the text][]\n\n| a |\n|---|\n| [b c][d] |\n';
    assert.deepEqual(faults(text, { rule }), [
      '[t][ref]',
      '[t][]',
      '[**bold** text][1]',
      '![][ref]',
      '[the text][]',
      '[b c][d]',
    ]);
    assert.deepEqual(
      lint(text, { rule }).map(({ severity }) => severity),
      Array.from({ length: 6 }, () => 'warning'),
    );
  });

  it('finds what is defined only in the notes, which reveal.js reads by themselves', () => {
    const text = '[the text][ref]\n\nNote: a\n\n[ref]: ./a.md\n';
    assert.match(lint(text, { rule, dialect: 'reveal-md' })[0]!.message, /in the notes/);
    assert.deepEqual(lint(text, { rule, dialect: 'hedgedoc' }), []);
  });

  it('copies the definition where empty lines separate slides, without splitting one', () => {
    assert.equal(
      fixed('[the text][ref]\n\n\n[ref]: ./a.md\n', { rule, dialect: 'reveal-blank-lines' }),
      '[the text][ref]\n\n[ref]: ./a.md\n\n\n[ref]: ./a.md\n',
    );
  });

  it('leaves links and other brackets alone', () => {
    const text = [
      '[x]',
      '[1]',
      '[^1]',
      '[x][]',
      '[text][^1]',
      '[1][2]',
      '[i][j]',
      'list[first][second]',
      'type number[][]',
      '[a-z][0-9]+',
      '[ ][x]',
      '[name=A B][time=now]',
      '[file][--flag]',
      '`[text][ref]`',
      '\\[text][ref]',
      '[text]\\[ref]',
      '[text][ref](./a.md)',
      '$[text][ref]$',
      '<!-- [text][ref] -->',
      '[text] [ref]',
      '[defined][here]',
      '    [text][ref]',
      '```\n[text][ref]\n```',
      '[here]: ./a.md',
      'Note:\n\n[text][ref]',
    ].join('\n\n');
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), []);
  });
});
