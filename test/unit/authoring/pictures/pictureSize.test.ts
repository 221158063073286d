import assert from 'node:assert/strict';
import { parseSize, pictureAt, writeSize } from '../../../../src/core/authoring/pictures/pictureSize';
import type { SetupName } from '../../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../../src/core/deck/parseDeck';
import { applyEdits } from '../../../../src/core/text/textEdits';

describe('the size of a picture', () => {
  /** The text after the picture at the bar was given a size. */
  const resized = (marked: string, size: string, dialect: SetupName = 'hedgedoc') => {
    const text = marked.replace('|', '');
    const picture = pictureAt(parseDeck(text, { setup: dialect }), marked.indexOf('|'));
    assert.ok(picture, `a picture in ${marked}`);
    return applyEdits(text, picture.resize(parseSize(size)!));
  };

  it('is written in HedgeDoc’s way, and nothing else changes', () => {
    assert.equal(
      resized('# A\r\n\r\n- ![a|](./a.png) b', '300x200'),
      '# A\r\n\r\n- ![a](./a.png =300x200) b',
    );
    assert.equal(resized('![|](./a.png "T" =200x)', 'x50%'), '![](./a.png "T" =x50%)');
    assert.equal(resized('![](|<./a b.png> =1x1)', ''), '![](<./a b.png>)');
    assert.equal(resized('![](a.png)![](|b.png) ![](c.png)', '10x'), '![](a.png)![](b.png =10x) ![](c.png)');
  });

  it('is in a comment in the reveal dialects', () => {
    const reveal = (marked: string, size: string) => resized(marked, size, 'reveal-blank-lines');
    assert.equal(
      reveal('![|](a.png) b', '300x200'),
      '![](a.png)<!-- .element: width="300" height="200" --> b',
    );
    assert.equal(
      reveal('![|](a.png) <!-- .element class="x" width="1" -->', 'x20%'),
      '![](a.png) <!-- .element class="x" height="20%" -->',
    );
    assert.equal(
      reveal('![|](a.png) <!-- .element: width="1" -->', '2x'),
      '![](a.png) <!-- .element: width="2" -->',
    );
  });

  it('is in the tag of an HTML picture', () => {
    assert.equal(resized('<img src="|a.png" width=5>', '7x8'), '<img height="8" src="a.png" width="7">');
  });

  it('is known if there is one', () => {
    const sizeOf = (text: string) => {
      const { url, size } = pictureAt(parseDeck(text), text.length - 1)!;
      return [url, writeSize(size)];
    };
    assert.deepEqual(sizeOf('![](./a.png =300x)'), ['./a.png', '300x']);
    assert.deepEqual(sizeOf('![](./a.png)'), ['./a.png', '']);
  });

  it('belongs to a picture: links, text and code have none', () => {
    for (const text of ['[a](b.png)', 'text', '`![](a.png)`', '```\n![](a.png)\n```']) {
      assert.equal(pictureAt(parseDeck(text), Math.floor(text.length / 2)), null, text);
    }
  });

  it('is read as people write it, and nothing else is mistaken for one', () => {
    const read = (text: string) => {
      const size = parseSize(text);
      return size && writeSize(size);
    };
    assert.deepEqual(['300x200', ' 300 × 200 ', '300', '50%', 'X20', ''].map(read), [
      '300x200',
      '300x200',
      '300x',
      '50%x',
      'x20',
      '',
    ]);
    assert.deepEqual(
      ['x', '0x1', '300px', '-1x2', '1.5x2', '300x200x1', '999999x'].map(read),
      Array(7).fill(null),
    );
  });
});
