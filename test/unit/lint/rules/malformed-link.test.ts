import assert from 'node:assert/strict';
import type { Dialect } from '../../../../src/core/deck/deck';
import { DIALECTS, render } from '../../render/rendering';
import { faults, fixed, lint } from '../linting';

const rule = 'malformed-link';

const url = 'https://example.org/a_(b)';
const address = 'https://example.org/a';

/** Whether the slide shows the brackets. */
function isText(text: string, dialect: Dialect): boolean {
  return render(text, { dialect }).html.includes('](');
}

describe('malformed-link', () => {
  it('leaves alone links that work', () => {
    for (const text of [
      `[t](${url}) [t](<${address} b> "title") [t][r] ${address} <${address}>\n\n[r]: ${address}`,
      '![](./a.png =200x) ![](./a.png "title" =20%x30%) [x](#/1) [m](mailto:a@example.org) [t](ssh://host.example)',
      '- [x] (https://example.org) done\n- [ ] (open)',
      'as in [1] (https://example.org) and array[0](x) and f(x)[y]',
      '`[t] (https://example.org)`\n\n```\n[t](https://example.org\n```',
      '\\[t](https://example.org',
      '[over\ntwo lines](https://example.org)',
      '<!-- [t] (https://example.org) -->',
      'http://localhost:8080/ [x](http://server.example.org:80/) [x](//example.org/a)',
      'see [MVP-0] (the first)',
    ]) {
      assert.deepEqual(faults(text, { rule }), [], text);
    }
    for (const dialect of DIALECTS)
      assert.deepEqual(faults('mirrors: ["https://docker.io", "https://quay.io"]', { dialect }), []);
  });

  it('removes the space between the brackets', () => {
    assert.equal(fixed(`see [the text] (${address})`, { rule }), `see [the text](${address})`);
    assert.deepEqual(faults('![a] (./a.png)', { rule }), ['![a] (./a.png)']);
    assert.equal(fixed('![] (./a.png)', { rule }), '![](./a.png)');
  });

  it('swaps brackets that are the wrong way round', () => {
    assert.equal(fixed(`see (the text)[${address}] there`, { rule }), `see [the text](${address}) there`);
  });

  it('closes a parenthesis', () => {
    assert.equal(fixed(`- [t](${address} and more\n- next`, { rule }), `- [t](${address}) and more\n- next`);
    assert.equal(fixed('![alt](./a.png', { rule }), '![alt](./a.png)');
    assert.equal(fixed('- [t](https://example.org/(b)', { rule }), '- [t](https://example.org/(b))');
  });

  it('looks for the end of each in its own line', () => {
    const text = '[a](./b c.png [d](./e.png)\n[f](./g.png [h](./i.png\n- [j](./k l.png)\n- (m)';
    assert.deepEqual(faults(text, { rule }), ['[f](./g.png', '[h](./i.png', '[j](./k l.png)']);
  });

  it('encodes spaces in an address', () => {
    assert.equal(fixed('![alt](./my first picture.png)', { rule }), '![alt](./my%20first%20picture.png)');
  });

  it('completes the size of a picture', () => {
    assert.equal(fixed('![alt](./a.png =200)', { rule }), '![alt](./a.png =200x)');
  });

  const SPACES = [
    ['![a](img dir/my pic.png)', '![a](img%20dir/my%20pic.png)'],
    ['![a](./my pic (1).png)', '![a](./my%20pic%20(1).png)'],
    ['![a](my pic (1.png)', '![a](my%20pic%20%281.png)'],
    ['![a](./my pic.png "A title")', '![a](./my%20pic.png "A title")'],
    ['![a](img dir\\pic.png)', '![a](img%20dir/pic.png)'],
    ['[t](www.example.org/my talks)', '[t](www.example.org/my%20talks)'],
    ['[t](my talks/slides.pdf)', '[t](my%20talks/slides.pdf)'],
    ['[![a](my pic.png)](https://example.org)', '[![a](my%20pic.png)](https://example.org)'],
    ['| a |\n| --- |\n| ![a](my pic.png) |', '| a |\n| --- |\n| ![a](my%20pic.png) |'],
    ['![**a** b](my pic.png)', '![**a** b](my%20pic.png)'],
    ['![a](<./my pic.png)', '![a](./my%20pic.png)'],
    ['![a](<./pic.png)', '![a](./pic.png)'],
  ] as const;
  const TITLES = [
    ['![a](./a.png “Title”)', '![a](./a.png "Title")'],
    ['![a](./a.png "Title)', '![a](./a.png "Title")'],
    ['![a](./a.png Title of it)', '![a](./a.png "Title of it")'],
    ['![a](./a.png "A "good" title")', `![a](./a.png 'A "good" title')`],
    ['[t](https://example.org/a „Titel“)', '[t](https://example.org/a "Titel")'],
  ] as const;
  const SIZES = [
    ['![a](./a.png =300px)', '=300x'],
    ['![a](./a.png =300)', '=300x'],
    ['![a](./a.png = 300x)', '=300x'],
    ['![a](./a.png =300X200)', '=300x200'],
    ['![a](./a.png =300*200)', '=300x200'],
    ['![a](./a.png =300×200)', '=300x200'],
    ['![a](./a.png 300x200)', '=300x200'],
    ['![a](./a.png =300px x 200px)', '=300x200'],
    ['![a](./a.png =20.5x)', '=21x'],
    ['![a](./a.png =50%)', '=50%x'],
    ['![a](./a.png width=300)', '=300x'],
    ['![a](./a.png height="200px")', '=x200'],
    ['![a](./a.png size=300)', '=300x'],
    ['![a](./a.png width=300 height=200)', '=300x200'],
  ] as const;

  for (const [before, after] of [...SPACES, ...TITLES]) {
    for (const dialect of DIALECTS) {
      it(`repairs ${before} in ${dialect}`, () => {
        assert.equal(isText(before, dialect), true);
        assert.equal(fixed(before, { rule, dialect }), after);
        assert.equal(isText(after, dialect), false);
      });
    }
  }

  for (const [before, size] of SIZES) {
    it(`repairs the size in ${before}`, () => {
      const after = `![a](./a.png ${size})`;
      assert.equal(isText(before, 'hedgedoc'), true);
      assert.equal(fixed(before, { rule, dialect: 'hedgedoc' }), after);
      assert.equal(isText(after, 'hedgedoc'), false);
    });
  }

  it('puts the size after the title, and encodes spaces with it', () => {
    const fix = (text: string) => fixed(text, { rule, dialect: 'hedgedoc' });
    assert.equal(fix('![a](./a.png =300x "Title")'), '![a](./a.png "Title" =300x)');
    assert.equal(fix('![a](my pic.png =300x)'), '![a](my%20pic.png =300x)');
    assert.equal(fix('![a](./a.png “A title” =300px)'), '![a](./a.png "A title" =300x)');
  });

  it('repairs only sizes without loss on request for all', () => {
    const kinds = (text: string) =>
      lint(text, { rule, dialect: 'hedgedoc' })[0]!.fixes.map(({ kind }) => kind);
    assert.deepEqual(kinds('![a](./a.png =300px)'), ['visible']);
    for (const target of ['./a.png =20.5x', './a.png =auto', 'a b.png =300px', './a.png Title', 'a b.png'])
      assert.deepEqual(kinds(`![a](${target})`), ['offered'], target);
  });

  it('writes a tag for a size where reveal.js shows the deck', () => {
    const fix = (text: string) => fixed(text, { rule, dialect: 'reveal' });
    for (const text of ['![a](./a.png =300x200)', '![a](./a.png 300x200)', '![a](./a.png =300px*200)']) {
      assert.equal(isText(text, 'reveal'), true);
      assert.equal(fix(text), '<img src="./a.png" alt="a" width="300" height="200">');
    }
    assert.equal(
      fix('![a "b"](my pic.png "t" =50%x)'),
      '<img src="my%20pic.png" alt="a &quot;b&quot;" title="t" width="50%">',
    );
  });

  it('removes a size that says nothing', () => {
    assert.equal(fixed('![a](./a.png =auto)', { rule, dialect: 'hedgedoc' }), '![a](./a.png)');
    assert.equal(fixed('![a](./a.png =auto)', { rule, dialect: 'reveal' }), '<img src="./a.png" alt="a">');
  });

  it('removes the size of a link, which only a picture can have', () => {
    for (const dialect of DIALECTS) {
      assert.equal(isText('[t](./a.md =300x)', dialect), true);
      assert.equal(fixed('[t](./a.md =300x)', { rule, dialect }), '[t](./a.md)');
      assert.equal(fixed('[t](./a.md "T" =x20)', { rule, dialect }), '[t](./a.md "T")');
    }
  });

  it('speaks of no tool where it is a guess', () => {
    const guess = { rule, dialect: 'reveal', isGuess: true } as const;
    assert.deepEqual(faults('![a](./a.png =300x200)', guess), []);
    const [found] = lint('![a](./a.png =300px)', guess);
    assert.match(found!.message, /^This is not a size, so the picture is shown as text/);
    assert.equal(found!.fixes[0]!.edits[0]!.newText, '<img src="./a.png" alt="a" width="300">');
  });

  it('separates title and size from the address', () => {
    assert.equal(fixed('![a](./a.png"Title")', { rule }), '![a](./a.png "Title")');
    assert.equal(fixed('![a](./a.png=300x)', { rule, dialect: 'hedgedoc' }), '![a](./a.png =300x)');
    assert.deepEqual(faults('[t](./a?b=1x) ![a](./a.png?size=1x)', { rule }), []);
  });

  it('finds Windows paths, with and without spaces', () => {
    for (const path of ['C:\\a.png', 'C:\\My Pictures\\a.png', '\\\\server\\my share\\a.png']) {
      const [found] = lint(`![a](${path})`, { rule });
      assert.match(found!.message, /Windows path/, path);
      assert.deepEqual(found!.fixes, []);
    }
  });

  it('turns embeds of Obsidian into pictures', () => {
    const fix = (text: string, dialect: Dialect) => fixed(text, { rule, dialect });
    assert.equal(fix('![[a.png]]', 'hedgedoc'), '![](./a.png)');
    assert.equal(fix('![[my dir/a b.png|Alt text]]', 'hedgedoc'), '![Alt text](./my%20dir/a%20b.png)');
    assert.equal(fix('![[a.png|300]]', 'hedgedoc'), '![](./a.png =300x)');
    assert.equal(fix('![[a.png|300x200]]', 'reveal'), '<img src="./a.png" alt="" width="300" height="200">');
  });

  it('leaves alone text that only looks like links and pictures', () => {
    for (const text of [
      'an array[i](a b) and f[x](see below)',
      '[Note](see the next slide)',
      'Look![here](and there)',
      '![a](<my pic.png>) ![a](./a.png (title)) ![a](./a.png "a (b)")',
      '![a](./a_(b).png "it\'s")',
      '`![a](my pic.png =300px)` and `![[a.png]]`',
      '\\![a](my pic.png)',
      '[[1]] and [[wiki]] and ![[x]]',
    ]) {
      for (const dialect of DIALECTS) assert.deepEqual(faults(text, { rule, dialect }), [], text);
    }
    for (const size of ['=300x', '=x200', '=50%x', '=300x200', '=x'])
      assert.deepEqual(faults(`![a](./a.png ${size})`, { rule, dialect: 'hedgedoc' }), [], size);
  });

  for (const scheme of ['htps://', 'http//', 'https:/', 'http:', 'https:///']) {
    it(`repairs ${scheme}`, () => {
      assert.equal(fixed(`[t](${scheme}example.org/a)`, { rule }), `[t](${address})`);
    });
  }

  it('removes a duplicate scheme', () => {
    assert.equal(fixed(`[t](https://${address})`, { rule }), `[t](${address})`);
  });

  it('finds addresses that are empty or name no server', () => {
    assert.deepEqual(faults('[t]()', { rule }), ['[t]()']);
    assert.deepEqual(faults('[t](https://)', { rule }), ['https://']);
    assert.deepEqual(faults('[t](http://wiki/page)', { rule }), ['http://wiki/page']);
  });

  it('finds pictures without an address', () => {
    assert.deepEqual(faults('a <img\n  src="" alt="x"> b', { rule }), ['<img\n  src="" alt="x">']);
    for (const text of [
      '<img src="" data-src="./a.png">',
      '<img src="" srcset="./a.png">',
      '<img alt="x">',
      '`<img src="">`',
    ])
      assert.deepEqual(faults(text, { rule }), [], text);
  });

  it('finds schemes that HedgeDoc drops', () => {
    for (const text of [
      '[t](javascript:alert(1))',
      '[t](gopher://example.org)',
      '<a href="vscode://x/y">t</a>',
    ]) {
      const [finding] = lint(text, { rule, dialect: 'hedgedoc' });
      assert.match(finding!.message, /HedgeDoc drops addresses|HedgeDoc makes no links/, text);
      assert.equal(finding!.severity, 'error');
    }
  });

  it('says of other schemes in decks of reveal.js, which keep them, that Deckwright leaves them out', () => {
    for (const url of [
      'slack://channel?id=1',
      'vscode://file/a',
      'zoommtg://zoom.us/join',
      'data:text/plain,a',
    ]) {
      const [finding, ...more] = lint(`[t](${url})`, { rule, dialect: 'reveal-md' });
      assert.match(finding!.message, /exported pages of Deckwright leave out/, url);
      assert.equal(finding!.severity, 'info');
      assert.deepEqual(more, []);
    }
    const guessed = lint('<a href="slack://a">t</a>', { rule, dialect: 'hedgedoc', isGuess: true });
    assert.equal(guessed[0]!.severity, 'info');
  });

  it('leaves alone schemes that are links everywhere', () => {
    assert.deepEqual(faults('[t](mailto:a@example.org) [u](tel:112) [v](web+x:y)', { rule }), []);
  });

  it('turns Windows backslashes into slashes, but leaves network paths alone', () => {
    assert.equal(fixed('[t](images\\a.png)', { rule }), '[t](images/a.png)');
    assert.deepEqual(lint('[t](\\\\\\\\server\\share)', { rule })[0]!.fixes, []);
  });
});
