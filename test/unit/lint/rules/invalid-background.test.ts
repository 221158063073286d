import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'invalid-background';
const dialect = 'hedgedoc';
const background = (value: string) => `<!-- .slide: data-background="${value}" -->\r\n# Title\r\n`;
const frontMatter = (value: string) =>
  `---\ntype: slide\nslideOptions:\n  parallaxBackgroundImage: ${value}\n---\n\n# Title\n`;

describe('invalid-background', () => {
  it('extracts an address from markdown', () => {
    const url = 'https://example.org/a.jpg';
    assert.equal(fixed(background(`![](${url})`), { rule, dialect }), background(url));
    assert.equal(fixed(frontMatter(`'![](${url}?a=1)'`), { rule }), frontMatter(`'${url}?a=1'`));
  });

  it('says what to write in place of markdown', () => {
    const message = 'Write only the path of the picture here, not `![](…)`: HedgeDoc shows no background.';
    assert.equal(lint(background('![](./a.jpg)'), { rule, dialect })[0]!.message, message);
    assert.equal(lint(frontMatter("'![](./a.jpg)'"), { rule })[0]!.message, message);
  });

  it('removes a background without an address', () => {
    assert.equal(fixed(background('[](https://)'), { rule, dialect }), '# Title\r\n');
    assert.equal(fixed(background(''), { rule, dialect }), '# Title\r\n');
    assert.equal(
      fixed('x <!-- .slide: data-background="https://" data-state="a" --> y', { rule, dialect }),
      'x <!-- .slide: data-state="a" --> y',
    );
  });

  it('finds values that are no background', () => {
    for (const value of ['bleu', '#12345', 'background', '[x]', 'javascript:alert(1)'])
      assert.deepEqual(faults(background(value), { rule, dialect }), [value]);
    assert.equal(lint(frontMatter("''"), { rule }).length, 1);
    assert.equal(lint(frontMatter(''), { rule }).length, 1);
  });

  it('leaves pictures, colors and gradients alone', () => {
    for (const value of [
      'https://example.org/a',
      './a.jpg',
      'a.webp',
      '../pictures/a b',
      'red',
      '#fff8',
      'rgb(1, 2, 3)',
      'linear-gradient(to right, #fff, red 20%)',
      'var(--x)',
      'black url(./a.png) no-repeat',
      'data:image/png;base64,AAAA',
    ])
      assert.deepEqual(faults(background(value), { rule, dialect }), []);
    assert.deepEqual(faults(frontMatter('./a.png'), { rule }), []);
    assert.deepEqual(faults('`<!-- .slide: data-background="bleu" -->`', { rule, dialect }), []);
  });
});
