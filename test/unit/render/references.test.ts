import assert from 'node:assert/strict';
import type { ReferenceKind } from '../../../src/core/markup/referenceKind';
import { html, render } from './rendering';

describe('URLs that the author wrote', () => {
  for (const [text, url, kind] of [
    ['![](a b.png)', null, null],
    ['![](<x y.png>)', 'x%20y.png', 'image'],
    ['<img src="a&amp;b.png">', 'a&b.png', 'image'],
    ['<img data-src="a.png">', 'a.png', 'image'],
    ['[x](foo.md)', 'foo.md', 'link'],
    ['<video src="a.mp4"></video>', 'a.mp4', 'media'],
    ['<video poster="a.png"></video>', 'a.png', 'image'],
    ['<p style="background: url(a.png)">x</p>', 'a.png', 'css'],
    ['<style>a { background: url("a.png") }</style>', 'a.png', 'css'],
    ['<!-- .slide: data-background="a.png" -->', 'a.png', 'background'],
    ['<!-- .slide: data-background-image="a.png" -->', 'a.png', 'background'],
    ['<!-- .slide: data-background-video="a.mp4" -->', 'a.mp4', 'media'],
    ['<!-- .slide: style="background: url(a.png)" -->', 'a.png', 'css'],
  ] as [string, string | null, ReferenceKind | null][]) {
    it(`are resolved in ${text}`, () => {
      const asked: [string, ReferenceKind][] = [];
      const { html: rendered, attributes } = render(text, {
        resolve(...request) {
          asked.push(request);
          return 'http://resolved/';
        },
      });
      assert.deepEqual(asked, url === null ? [] : [[url, kind]]);
      assert.equal((rendered + JSON.stringify(attributes)).includes('http://resolved/'), url !== null);
    });
  }

  it('work relative to the deck without ./', () => {
    assert.equal(html('![](images/a.png)'), '<p><img src="images/a.png" alt=""></p>');
  });

  it('can be removed', () => {
    assert.equal(html('![b](a.png)', { resolve: () => '' }), '<p><img src="" alt="b"></p>');
    assert.deepEqual(
      render('<!-- .slide: data-background="a.png" -->', { resolve: () => '' }).attributes,
      {},
    );
  });

  it('within the deck stay as they are', () => {
    assert.equal(html('[x](#/2/1)', { resolve: () => 'no' }), '<p><a href="#/2/1">x</a></p>');
  });

  it('of a background become an attribute that reveal.js reads as a picture', () => {
    const { attributes } = render('<!-- .slide: data-background="a.png" -->', {
      resolve: () => 'data:image/png;base64,AA==',
    });
    assert.deepEqual(attributes, { 'data-background-image': 'data:image/png;base64,AA==' });
  });

  it('of a background may contain a comma', () => {
    const { attributes } = render('<!-- .slide: data-background-image="a,b.png" -->');
    assert.deepEqual(attributes, { 'data-background-image': 'a%2Cb.png' });
  });
});

describe('Files that are not available', () => {
  const lost = (text: string, found: readonly string[] = []) =>
    render(text, {
      resolve: (url) => (found.includes(url) ? url : { message: 'Gone:', path: url }),
    });
  const behind = (attributes: string, found?: readonly string[]) =>
    lost(`<!-- .slide: ${attributes} -->`, found).attributes;

  it('are shown as a picture where a picture is expected', () => {
    for (const text of ['![](a.png)', '<video poster="a.png"></video>']) {
      assert.match(decodeURIComponent(lost(text).html), /"data:image\/svg\+xml,.*Gone:.*a\.png/s, text);
    }
  });

  it('are removed elsewhere', () => {
    for (const text of [
      '<video src="a.mp4"></video>',
      '<b style="background: url(a.png)">b</b>',
      '<style>a { background: url(a.png) }</style>',
    ]) {
      assert.doesNotMatch(lost(text).html, /Gone|a\.(?:png|mp4)/, text);
    }
  });

  it('are named on a slide whose background they are, which keeps the theme’s', () => {
    for (const name of ['data-background', 'data-background-image', 'data-background-video']) {
      assert.deepEqual(behind(`${name}="a.png"`), { 'data-lost-background': 'Gone: a.png' });
    }
    assert.deepEqual(behind('data-background="url(a.gif)"'), {
      'data-background': 'url("")',
      'data-lost-background': 'Gone: a.gif',
    });
    assert.deepEqual(behind('data-background-color="red" data-background-image="a.png"'), {
      'data-background-color': 'red',
      'data-lost-background': 'Gone: a.png',
    });
  });

  it('are not missed if another video can be played', () => {
    assert.deepEqual(behind('data-background-video="a.mp4,b.webm"', ['b.webm']), {
      'data-background-video': 'b.webm',
    });
    assert.deepEqual(behind('data-background-video="a.mp4,b.webm"'), {
      'data-lost-background': 'Gone: a.mp4\nGone: b.webm',
    });
  });

  it('cannot be named by anything else', () => {
    assert.deepEqual(behind('data-lost-background="anything"'), {});
  });
});
