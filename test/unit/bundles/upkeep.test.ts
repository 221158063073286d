import assert from 'node:assert/strict';
import { retargetDeck } from '../../../src/bundles/upkeep';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { type Move, movedPath } from '../../../src/core/edit/retargetReferences';
import { applyEdits } from '../../../src/core/text/textEdits';

const LOGO: Move = { from: '/work/calls/logo.png', to: '/work/calls/images/scs logo.png' };

describe('references of a deck after a move', () => {
  const after = (text: string, moves: Move[], deck = '/work/calls/deck.md', leavePlain = false) =>
    applyEdits(text, retargetDeck(parseDeck(text), { deck, root: '/work', moves, leavePlain }));
  const leavingPlain = (text: string, moves: Move[]) => after(text, moves, '/work/deck.md', true);
  const afterMove = (text: string) => leavingPlain(text, [{ from: '/work/deck.md', to: '/work/x/deck.md' }]);

  it('name the file in its new place, in every notation', () => {
    const deck = (path: string) =>
      [
        '---\ntype: slide\nslideOptions:\n  parallaxBackgroundImage: "PATH"\n---\n',
        '<style>\n.a { background: url("PATH") }\n</style>\n',
        '<!-- .slide: data-background="PATH" -->\n',
        '![Logo](PATH "Our logo" =200x) [file](<PATH>) ![][logo]\n',
        '<img src="PATH" style="background: url(PATH)">\n',
        '---\n',
        '<!-- .slide: data-background-image="PATH, PATH" class="x" -->\n',
        'Note:\n\n[again](PATH#top)\n\n[logo]: PATH\n',
      ]
        .join('\n')
        .replaceAll('PATH', path);
    assert.equal(after(deck('./logo.png'), [LOGO]), deck('./images/scs%20logo.png'));
  });

  it('of a part of a page count from the folder of the page, wherever the part is', () => {
    const text = '![](logo.png) ![](../calls/logo.png) ![](/calls/logo.png)\n';
    const afterMoves = (...moves: Move[]) => {
      const place = { deck: '/work/parts/deck.md', pageFolder: '/work/calls', root: '/work' };
      return applyEdits(text, retargetDeck(parseDeck(text), { ...place, moves }));
    };
    assert.equal(
      afterMoves(LOGO),
      '![](images/scs%20logo.png) ![](./images/scs%20logo.png) ![](/calls/images/scs%20logo.png)\n',
    );
    assert.equal(afterMoves({ from: '/work/parts', to: '/work/lessons' }), text);
    assert.equal(
      afterMoves({ from: '/work/calls', to: '/work/talks' }),
      '![](logo.png) ![](./logo.png) ![](/talks/logo.png)\n',
    );
    const namesake = { from: '/work/calls/deck.md', to: '/work/x/deck.md' };
    assert.equal(afterMoves(namesake), text);
  });

  it('stay as they are where they mean something else', () => {
    const text =
      '# A\n\n![](./logo2.png) ![](./x/logo.png) ![](https://example.org/logo.png) `./logo.png` [](#logo.png)\n';
    assert.equal(after(text, [LOGO]), text);
  });

  it('keep their style: without ./, from the workspace folder, with query and fragment', () => {
    const move = { from: '/work/calls/logo.png', to: '/work/calls/new.png' };
    assert.equal(
      after('![](logo.png) ![](/calls/logo.png) ![](./logo.png?v=2#a) ![](../calls/logo.png)', [move]),
      '![](new.png) ![](/calls/new.png) ![](./new.png?v=2#a) ![](./new.png)',
    );
  });

  it('find the file however its name was escaped', () => {
    const move = { from: '/work/calls/blue sky.png', to: '/work/calls/sky.png' };
    assert.equal(
      after('![](./blue%20sky.png) ![](<./blue sky.png>)', [move]),
      '![](./sky.png) ![](<./sky.png>)',
    );
  });

  it('still lead there when the deck itself moves, alone or with what it names', () => {
    const text = '![](./logo.png) ![](../shared/b.png) [next](/calls/next.md) <img src="logo.png">\n';
    assert.equal(
      after(text, [{ from: '/work/calls/deck.md', to: '/work/calls/2024/deck.md' }]),
      '![](../logo.png) ![](../../shared/b.png) [next](/calls/next.md) <img src="../logo.png">\n',
    );
    assert.equal(
      after(text, [{ from: '/work/calls', to: '/work/archive/calls' }]),
      '![](./logo.png) ![](../../shared/b.png) [next](/archive/calls/next.md) <img src="logo.png">\n',
    );
    const both = [
      { from: '/work/calls/deck.md', to: '/work/new/deck.md' },
      { from: '/work/calls/logo.png', to: '/work/new/logo.png' },
    ];
    assert.equal(
      after(text, both),
      '![](./logo.png) ![](../shared/b.png) [next](/calls/next.md) <img src="logo.png">\n',
    );
  });

  it('to folders keep their slash', () => {
    assert.equal(
      after('[all](./images/)', [{ from: '/work/calls/images', to: '/work/pictures' }]),
      '[all](../pictures/)',
    );
  });

  it('change nothing else: line endings, spaces and umlauts stay', () => {
    const text = '\ufeff# Ü  \r\n\r\n![ä](./logo.png )\t\r\n\r\n---\r\n\r\n![](logo.png)';
    assert.equal(after(text, [LOGO]), text.replaceAll('logo.png', 'images/scs%20logo.png'));
  });

  it('are found between entities', () => {
    const text = '<i style="background: url(&quot;./logo.png&quot;)">x</i>\n';
    assert.equal(after(text, [LOGO]), text.replace('logo.png', 'images/scs%20logo.png'));
  });

  it('are left to whatever already updates plain links, except those that nothing else can read', () => {
    const text = [
      '![](./a.png) [a]: ./b <img src="./a.png"> ![](./a.png =20x) <!-- .element: data-src="./a.png" -->',
      '<!-- .slide: data-background="./a.png" -->',
    ].join('\n\n');
    assert.equal(
      afterMove(text),
      text
        .replace('./a.png =20x', '../a.png =20x')
        .replace('background="./', 'background="../')
        .replace('data-src="./', 'data-src="../'),
    );
    const picture = { from: '/work/a.png', to: '/work/b.png' };
    assert.equal(
      leavingPlain(text, [picture]),
      text.replaceAll('./a.png', './b.png'),
      'in decks that do not move',
    );
  });

  it('are left alone before such a link on its line, which would be looked for in the wrong place', () => {
    const text =
      '![](./a.png =20x) [next](./b.md) ![](./a.png =20x)\n[![](./a.png =9x)](./b.md)\n![](./a.png =x9)\n';
    const expected = text.replace(/(b\.md\) !\[\]\()\./, '$1..').replace('./a.png =x9', '../a.png =x9');
    assert.equal(afterMove(text), expected);
    const web = '![](./a.png =20x) [web](https://example.org)\n';
    assert.equal(afterMove(web), web.replace('./', '../'));
  });

  it('follow the innermost of several moves', () => {
    const moves = [
      { from: '/a', to: '/x' },
      { from: '/a/b', to: '/y' },
    ];
    assert.deepEqual(
      ['/a/c', '/a/b/c', '/ab', '/a'].map((path) => movedPath(path, moves)),
      ['/x/c', '/y/c', '/ab', '/x'],
    );
  });
});
