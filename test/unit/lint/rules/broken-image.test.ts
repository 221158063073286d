import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'broken-image';
const files = { 'logo.png': '', 'pictures/red dot.png': '' };

describe('broken-image', () => {
  it('finds a missing picture in every notation', () => {
    const text = [
      '---',
      'type: slide',
      'slideOptions:',
      '  parallaxBackgroundImage: "./a.png"',
      '---',
      '<style>h1 { background: url("./b.png") }</style>',
      '<!-- .slide: data-background="./c.png" -->',
      '',
      '![](./d.png) <img src="./e.png"> <b style="background: url(./f.png)">x</b>',
      '![g][g]',
      '',
      '[g]: ./g.png',
      '',
      '<video poster="./h.png" src="./i.mp4"></video>',
    ].join('\n');
    assert.deepEqual(
      faults(text, { rule, files }),
      ['a.png', 'b.png', 'c.png', 'd.png', 'e.png', 'f.png', 'g.png', 'h.png', 'i.mp4'].map(
        (name) => `./${name}`,
      ),
    );
  });

  it('leaves alone pictures that exist', () => {
    const text = '![](./logo.png) ![](pictures/red%20dot.png?x=1#y) ![](</pictures/red dot.png> =20x10)';
    assert.deepEqual(faults(text, { rule, files, dialect: 'hedgedoc' }), []);
  });

  it('leaves alone colors, code and pictures on other servers', () => {
    const text =
      '<!-- .slide: data-background="red" -->\n`![](./x.png)` ![](https://example.org/x.png) [x](./x.png)';
    assert.deepEqual(faults(text, { rule }), []);
  });

  it('finds a name that differs only in case, and offers the right one', () => {
    assert.equal(fixed('![](./Logo.png)', { rule, files }), '![](./logo.png)');
  });

  it('finds pictures of HTML, whatever the attribute and however many lines', () => {
    const text = [
      '<img',
      '  src="./a.png"',
      '  alt="a">',
      '',
      'and <img data-src="./b.png"> <video poster="./c.png"></video>',
      '',
      '<picture><source srcset="./d.png 1x, ./e.png 2x,./f.png"><img srcset="./g.png" src="./logo.png"></picture>',
    ].join('\n');
    const found = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `./${name}.png`);
    assert.deepEqual(faults(text, { rule, files, dialect: 'reveal' }), found);
    const working = '<img srcset="./logo.png 1x, https://example.org/a.png 2x, data:image/png;base64,AA">';
    assert.deepEqual(faults(working, { rule, files, dialect: 'reveal' }), []);
  });

  it('leaves alone sources that HedgeDoc removes', () => {
    assert.deepEqual(
      faults('<img src="./logo.png" srcset="./x.png">', { rule, files, dialect: 'hedgedoc' }),
      [],
    );
  });

  it('offers the folder that differs only in case', () => {
    const fix = (text: string) => fixed(text, { rule, files: { 'Pics/big/logo.png': '' } });
    assert.equal(fix('![](./pics/big/logo.png)'), '![](./Pics/big/logo.png)');
    assert.equal(fix('![](./pics/Big/Logo.png)'), '![](./Pics/big/logo.png)');
    const other = { rule, files: { 'Pics/big/logo.png': '', 'pics/c.png': '' } };
    assert.deepEqual(lint('![](./pix/big/logo.png)', other)[0]!.fixes, []);
    assert.deepEqual(lint('![](./pics/small/logo.png)', other)[0]!.fixes, []);
  });

  it('escapes what ends the path', () => {
    const named = { rule, files: { 'a#b.png': '', 'c?d.png': '' } };
    assert.equal(fixed('![](./a#b.png)', named), '![](./a%23b.png)');
    assert.equal(fixed('![](./c?d.png)', named), '![](./c%3Fd.png)');
    assert.deepEqual(faults('![](./logo.png#b)', { rule, files }), []);
  });

  it('finds a name in another Unicode form', () => {
    assert.deepEqual(faults('![](./u\u0308.png)', { rule, files: { '\u00fc.png': '' } }), ['./u\u0308.png']);
  });

  it('offers the same picture of another type, but no other name with the same ending', () => {
    const inFolder = { rule, files: { 'logo.svg': '', 'a.png': '', 'plan.md': '' } };
    assert.equal(fixed('![](./logo.png)', inFolder), '![](./logo.svg)');
    for (const name of ['no.png', 'plan.png'])
      assert.deepEqual(lint(`![](./${name})`, inFolder)[0]!.fixes, [], name);
  });

  it('takes a folder with a start page for an embedded page, but not for a picture', () => {
    const inFolder = {
      rule,
      dialect: 'reveal-md',
      files: { 'demo/index.html': '', 'data/a.csv': '' },
    } as const;
    const iframes = '<iframe src="./demo/"></iframe> <iframe src="./data/"></iframe>\n\n![](./demo/)';
    assert.deepEqual(faults(iframes, inFolder), ['./data/', './demo/']);
    assert.deepEqual(faults('<!-- .slide: data-background-iframe="demo/" -->\n# A', inFolder), []);
  });

  it('says nothing of a picture at the root of a site that is not this folder', () => {
    assert.deepEqual(faults('![](/static/a.png) ![](/pictures/a.png)', { rule, files }), ['/pictures/a.png']);
  });

  it('resolves paths from the folder of the deck, or from the root after a slash', () => {
    const places = { rule, deck: 'talks/deck.md', files: { 'talks/a.png': '', 'b.png': '' } };
    assert.deepEqual(faults('![](./a.png) ![](/b.png) ![](../b.png) ![](./b.png)', places), ['./b.png']);
  });

  it('reports a path out of the workspace without looking there', () => {
    const [finding] = lint('![](../../etc/passwd)', { rule });
    assert.match(finding!.message, /outside the workspace/);
  });
});
