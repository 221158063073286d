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

  const slide = (attributes: string) => `<!-- .slide: ${attributes} -->\n# Title\n`;

  for (const setup of ['hedgedoc', 'reveal-md', 'reveal'] as const) {
    const linting = { rule, dialect: setup };

    it(`finds colors that are none for ${setup}`, () => {
      const meant: Record<string, string> = {
        ff0000: '#ff0000',
        'red;': 'red',
        bleu: 'blue',
        darkslateblu: 'darkslateblue',
      };
      for (const [value, color] of Object.entries(meant)) {
        const text = slide(`data-background-color="${value}"`);
        assert.deepEqual(faults(text, linting), [value]);
        assert.equal(fixed(text, linting), slide(`data-background-color="${color}"`));
      }
      for (const value of ['#12345', 'rgb(1, 2)'])
        assert.deepEqual(faults(slide(`data-background-color="${value}"`), linting), [value]);
    });

    it(`names the attribute that takes the value for ${setup}`, () => {
      const text = slide('data-background-color="./a.png"');
      assert.equal(fixed(text, linting), slide('data-background-image="./a.png"'));
      for (const color of ['#fff', 'rgb(1, 2, 3)']) {
        const repaired = slide(`data-background-color="${color}"`);
        assert.equal(fixed(slide(`data-background-image="${color}"`), linting), repaired);
      }
      const url = slide('data-background-image="url(a.png)"');
      assert.equal(fixed(url, linting), slide('data-background-image="a.png"'));
      const gradient = setup === 'hedgedoc' ? 'data-background' : 'data-background-gradient';
      assert.equal(
        fixed(slide('data-background-image="linear-gradient(red, blue)"'), linting),
        slide(`${gradient}="linear-gradient(red, blue)"`),
      );
    });

    it(`finds backgrounds that others replace for ${setup}`, () => {
      const hidden: Record<string, string> = {
        'data-background="a.png" data-background-image="b.png"': 'data-background-image="b.png"',
        'data-background-image="a.png" data-background-image="b.png"': 'data-background-image="a.png"',
        'data-background-color="red" data-background-color="blue"': 'data-background-color="red"',
        'data-background-video="a.mp4" data-background-image="b.png"': 'data-background-video="a.mp4"',
        'data-background-iframe="a.html" data-background-video="b.mp4"': 'data-background-iframe="a.html"',
      };
      for (const [attributes, fault] of Object.entries(hidden))
        assert.deepEqual(faults(slide(attributes), linting), [fault]);
      const twice = `${slide('data-background-image="a.png"')}${slide('data-background-image="b.png"')}`;
      assert.match(lint(twice, linting)[0]!.message, /"b.png" below/);
    });

    it(`leaves backgrounds that show together alone for ${setup}`, () => {
      for (const attributes of [
        'data-background="red" data-background-image="a.png"',
        'data-background-color="oklch(50% 0.1 20)" data-background-video="a.mp4,a.webm"',
        'data-background-image="a.png" data-background-size="contain" data-background-opacity="0.5"',
        'data-background-color="var(--main)" data-background-image="red"',
        'data-background-image="a.png" data-background-image="a.png"',
      ])
        assert.deepEqual(faults(slide(attributes), linting), []);
      const slides = `${slide('data-background-image="a.png"')}\n---\n\n${slide('data-background-image="b.png"')}`;
      assert.deepEqual(faults(slides, linting), []);
    });
  }

  it('knows that reveal.js takes several pictures, HedgeDoc one, and nothing of a guessed tool', () => {
    const text = slide('data-background-image="a.png, b.png"');
    assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), []);
    assert.equal(fixed(text, { rule, dialect: 'hedgedoc' }), slide('data-background-image="a.png"'));
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc', isGuess: true }), []);
  });

  it('checks gradients where reveal.js has them', () => {
    const text = slide('data-background-gradient="linear-gradient(top, red, blue)"');
    assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), ['linear-gradient(top, red, blue)']);
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), []);
  });

  it('checks the options of reveal-md', () => {
    const text = "---\nrevealOptions:\n  parallaxBackgroundImage: '![](a.png)'\n---\n\n# Title\n";
    assert.equal(fixed(text, { rule }), text.replace('![](a.png)', 'a.png'));
  });
});
