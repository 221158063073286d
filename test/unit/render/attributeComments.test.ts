import assert from 'node:assert/strict';
import { html, render } from './rendering';

describe('.slide comments', () => {
  it('set attributes of the section, wherever they are', () => {
    assert.deepEqual(render('# A\n\n- b <!-- .slide: class="x" data-state="y" -->').attributes, {
      class: 'x',
      'data-state': 'y',
    });
  });

  it('overwrite what was set before', () => {
    const text = '<!-- .slide: class="a" id="i" -->\n<!-- .slide: class="b" -->';
    assert.deepEqual(render(text).attributes, { class: 'b', id: 'i' });
  });

  it('set only data, id, class and style', () => {
    const text = '<!-- .slide: onclick="a()" title="t" style="color:red" -->';
    assert.deepEqual(render(text).attributes, { style: 'color:red' });
  });

  it('work in notes', () => {
    assert.deepEqual(render('# A\n\nNote:\n\n<!-- .slide: data-x="1" -->').attributes, { 'data-x': '1' });
  });

  it('do nothing in code', () => {
    assert.deepEqual(
      render('`<!-- .slide: class="x" -->`\n\n```\n<!-- .slide: class="x" -->\n```').attributes,
      {},
    );
  });

  it('set the background that is not a picture as it is', () => {
    const text = '<!-- .slide: data-background="[](https://)" -->';
    assert.deepEqual(render(text).attributes, { 'data-background': '[](https://)' });
  });

  it('bring no page into the background', () => {
    const text =
      '<!-- .slide: data-background-iframe="https://x.org" data-background="javascript:alert(1)" -->';
    assert.deepEqual(render(text).attributes, {});
  });
});

describe('.element comments', () => {
  const mark = '<!-- .element: class="x" -->';

  it('mean the block whose plain text they end', () => {
    assert.equal(html(`para ${mark}`), '<p class="x">para </p>');
    assert.equal(html(`- item ${mark}`), '<ul>\n<li class="x">item </li>\n</ul>');
  });

  it('mean the inline element before them, however much text is between', () => {
    assert.equal(html(`a **b** c ${mark}`), '<p>a <strong class="x">b</strong> c </p>');
  });

  it('skip line breaks', () => {
    assert.equal(html(`a\nb ${mark}`), '<p class="x">a<br>\nb </p>');
  });

  it('mean the block above them', () => {
    assert.equal(html(`para\n\n${mark}`), '<p class="x">para</p>');
    assert.match(html(`* a\n* b\n${mark}`), /^<ul class="x">/);
  });

  it('mean the whole content if nothing is before them', () => {
    assert.equal(render(`${mark}\n\npara`).html, '<div class="x">\n<p>para</p>\n</div>');
  });

  it('need no colon', () => {
    assert.equal(html('para <!-- .element class="x" -->'), '<p class="x">para </p>');
  });

  it('do not set width and height', () => {
    assert.equal(html('![](a.png) <!-- .element: width="20%" -->'), '<p><img src="a.png" alt=""> </p>');
  });

  it('add nothing to an existing class', () => {
    assert.equal(html(`<p class="a">b${mark}</p>`), '<p class="x">b</p>');
  });
});

describe('comments', () => {
  it('are not on the slide', () => {
    assert.equal(html('a <!-- b > c <b>d</b> --> e'), '<p>a  e</p>');
  });

  it('that are not closed hide the rest of the slide and nothing else', () => {
    assert.equal(render('a\n\n<!-- b\n\nc').html, '<div><p>a</p>\n</div>');
  });
});
