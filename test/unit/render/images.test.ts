import assert from 'node:assert/strict';
import { html } from './rendering';

describe('pictures', () => {
  const picture = (attributes: string) => `<p><img src="a.png" ${attributes}></p>`;

  it('take width and height', () => {
    assert.equal(html('![](a.png =200x100)'), picture('alt="" width="200" height="100"'));
    assert.equal(html('![](a.png =80%x)'), picture('alt="" width="80%"'));
    assert.equal(html('![](a.png =x100)'), picture('alt="" height="100"'));
  });

  it('take the size after the title', () => {
    assert.equal(html('![b](a.png "t" =20x)'), picture('alt="b" title="t" width="20"'));
  });

  for (const size of ['=200', '=200px', '= 20x', '=20X30', '=20.5x', '=20x "t"']) {
    it(`stay text with ${size}`, () => {
      assert.match(html(`![](a.png ${size})`), /^<p>!\[\]\(a\.png =/);
    });
  }

  it('need a space before the size', () => {
    assert.equal(html('![](a.png=20x30)'), '<p><img src="a.png=20x30" alt=""></p>');
  });

  it('keep emphasis marks in their alternative text', () => {
    assert.equal(html('![a *b* c](a.png)'), picture('alt="a *b* c"'));
  });

  it('can be written by reference', () => {
    assert.equal(html('![b][r]\n\n[r]: a.png "T"'), picture('alt="b" title="T"'));
  });
});

describe('emoji', () => {
  it('are pictures of the system’s own characters, with the name as alternative text', () => {
    const rendered = html(':smile:');
    assert.match(rendered, /^<p><img class="emoji" alt=":smile:" src="data:image\/svg\+xml,[^"]*">/);
    assert.match(decodeURIComponent(rendered), /😄/);
  });

  it('have the picture they are given', () => {
    const emoji = (character: string) => (character === '😄' ? 'data:smile' : undefined);
    const rendered = html(':smile: :tada: <img class="emoji" alt=":smile:">', { emoji });
    assert.equal(rendered.match(/<img class="emoji" alt=":smile:" src="data:smile">/g)?.length, 2);
    assert.match(rendered, /<img class="emoji" alt=":tada:" src="data:image\/svg\+xml,[^"]*">/);
    assert.match(decodeURIComponent(rendered), /🎉/);
  });

  it('are known in any case and inside words', () => {
    assert.equal(html('a:SMILE:b').match(/alt=":smile:"/g)?.length, 1);
  });

  it('are only those HedgeDoc knows', () => {
    assert.equal(html(':hugging_face: :) 10:30:20'), '<p>:hugging_face: :) 10:30:20</p>');
  });

  it('are not looked for in code and addresses', () => {
    assert.equal(html('`:smile:`'), '<p><code>:smile:</code></p>');
    assert.doesNotMatch(html('https://x.org/:smile:/'), /<img/);
  });

  it('need no resolving', () => {
    const asked: string[] = [];
    html(':smile:', { resolve: (url) => `${asked.push(url)}` });
    assert.deepEqual(asked, []);
  });
});
