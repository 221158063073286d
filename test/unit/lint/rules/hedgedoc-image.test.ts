import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'hedgedoc-image';

const url = 'https://input.scs.community/uploads/0123.png';
const files = { 'call/0123.png': '' };
const place = { rule, files, deck: 'call/20240101.md' };
const frontMatter = '---\ntype: slide\nslideOptions:\n  parallaxBackgroundImage: ADDRESS\n---\n';

describe('hedgedoc-image', () => {
  it('replaces a picture by its copy beside the deck', () => {
    assert.equal(fixed(`![](${url} =200x)`, place), '![](./0123.png =200x)');
  });

  it('repairs a background, an element and the frontmatter', () => {
    for (const text of ['<!-- .slide: data-background="ADDRESS" -->', '<img src="ADDRESS">', frontMatter]) {
      assert.equal(fixed(text.replace('ADDRESS', url), place), text.replace('ADDRESS', './0123.png'));
    }
  });

  it('is certain only in a deck that shows other pictures from beside it', () => {
    const kindOf = (text: string) => lint(text, place)[0]!.fixes[0]!.kind;
    assert.equal(kindOf(`![](${url})`), 'offered');
    assert.equal(kindOf(`![](${url}) [a](./b.md)`), 'offered');
    assert.equal(kindOf(`![](${url}) ![](./0123.png)`), 'safe');
  });

  it('leaves alone links, other servers and pictures without a copy', () => {
    const text = `[x](${url}) ![](https://example.org/uploads/0123.png) ![](https://input.scs.community/uploads/9.png)`;
    assert.deepEqual(faults(text, place), []);
  });

  it('takes the servers from the configuration', () => {
    const config = { hedgedocHosts: ['pad.example.org'] };
    assert.deepEqual(
      faults(`![](${url}) ![](https://pad.example.org/uploads/0123.png)`, { ...place, config }),
      ['https://pad.example.org/uploads/0123.png'],
    );
  });
});
