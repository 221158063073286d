import assert from 'node:assert/strict';
import { htmlNotations, notations, readColor } from '../../../../src/core/authoring/help/cssColors';
import { slideColors } from '../../../../src/core/authoring/help/slideColors';
import { parseDeck } from '../../../../src/core/deck/parseDeck';

/** The colors of a slide as they are written. */
function written(slide: string): string[] {
  const deck = parseDeck(`---\ntype: slide\n---\n\n${slide}`);
  const { content } = deck.slides[0]!;
  return slideColors(content, deck.dialect).map(({ span }) => content.text.slice(span.start, span.end));
}

describe('The colors of a slide', () => {
  it('are those of style sheets, in all notations, and not what only looks like one', () => {
    const css = `<style>
  #fff, a.red:hover { color: #50c3a5; background: rgba(1, 2, 3, .5) url(red.png); }
  /* #abc */
  @media print { p { border: 1px solid RED; color: hsl(120 50% 50% / 0.3) !important } }
  h1 { color: "#50c3a5"; font-family: red; animation-name: blue; content: 'red'; --own: #0f5fe1 }
</style>`;
    const expected = ['#50c3a5', 'rgba(1, 2, 3, .5)', 'RED', 'hsl(120 50% 50% / 0.3)', '#0f5fe1'];
    assert.deepEqual(written(css), expected);
  });

  it('are those of tags', () => {
    assert.deepEqual(
      written('<font color="#7D7D82">a</font> <font color=teal style="text-shadow: 1px 1px #fff">b</font>'),
      ['#7D7D82', 'teal', '#fff'],
    );
    assert.deepEqual(written('<a href="red" id="blue">#abcdef</a> `<font color="red">`'), []);
  });

  it('of tags are never ones that browsers read as another', () => {
    const font = (color: string) => `<font color="${color}">a</font>`;
    assert.deepEqual(written(font('rgb(1, 2, 3)') + font('#abcd') + font('#abc')), ['#abc']);
  });

  it('are those of backgrounds', () => {
    assert.deepEqual(written('<!-- .slide: data-background="#50c3a5" data-background-color="tomato" -->'), [
      '#50c3a5',
      'tomato',
    ]);
    assert.deepEqual(written('<!-- .slide: data-background="linear-gradient(red, #00f 50%)" -->'), [
      'red',
      '#00f',
    ]);
    assert.deepEqual(written('<!-- .slide: data-background="./red.png" class="red" -->'), []);
    assert.deepEqual(written('text <!-- .element: style="color: red" -->'), ['red']);
  });

  it('are found however broken the CSS is', () => {
    assert.deepEqual(written('<style>p { color: red; background: (((( } </style>'), ['red']);
    assert.doesNotThrow(() => written(`<style>p { color: ${'('.repeat(50_000)} </style>`));
    assert.deepEqual(written('<p style="}}} color: red">a</p>'), []);
  });
});

describe('The notations of a color', () => {
  const first = (color: string, like: string) => notations(readColor(color)!, like)[0];

  it('begin with the written one', () => {
    assert.equal(first('#0f5fe1', '#fff'), '#0f5fe1');
    assert.equal(first('#0f5fe1', '#FFF'), '#0F5FE1');
    assert.equal(first('#0f5fe180', 'rgb(1, 2, 3)'), 'rgba(15, 95, 225, 0.5)');
    assert.equal(first('#00ff00', 'hsla(1, 2%, 3%, 0.5)'), 'hsl(120, 100%, 50%)');
    assert.equal(first('#ff6347', 'red'), 'tomato');
  });

  it('are without functions and opacity in attributes of HTML', () => {
    assert.deepEqual(htmlNotations(readColor('RGBA(255, 0, 0, 0.5)')!, 'blue'), ['red', '#ff0000']);
  });

  it('are hexadecimal if there is no name', () => {
    assert.deepEqual(notations(readColor('#0f5fe1')!, 'red'), [
      '#0f5fe1',
      'rgb(15, 95, 225)',
      'hsl(217.14, 87.5%, 47.06%)',
    ]);
  });
});
