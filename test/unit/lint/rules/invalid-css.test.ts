import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'invalid-css';
const style = (css: string) => `<style>\r\n${css}\r\n</style>\r\n\r\n# Title\r\n`;

describe('invalid-css', () => {
  it('removes the quotes around colors and other values', () => {
    for (const [wrong, right] of [
      ['h1 { color: "#50c3a5"; }', 'h1 { color: #50c3a5; }'],
      ["h1 { border: 1px solid 'red' }", 'h1 { border: 1px solid red }'],
      ['h1 { font-size: "32px" }', 'h1 { font-size: 32px }'],
    ] as const) {
      assert.equal(lint(style(wrong), { rule })[0]!.fixes[0]!.kind, 'visible');
      assert.equal(fixed(style(wrong), { rule }), style(right));
    }
  });

  it('finds each of several mistakes', () => {
    const css = '.slides h1 {\r\n  color: "#50c3a5";\r\n}\r\n.slides h2 { color: "#0f5fe1" }';
    assert.deepEqual(faults(style(css), { rule }), ['"#50c3a5"', '"#0f5fe1"']);
  });

  it('finds invalid colors, and names the one that was meant', () => {
    for (const [wrong, right] of [
      ['h1 { color: gren }', 'h1 { color: green }'],
      ['h1 { background-color: 50c3a5 }', 'h1 { background-color: #50c3a5 }'],
    ] as const)
      assert.equal(fixed(style(wrong), { rule }), style(right));
    assert.deepEqual(faults(style('h1 { color: #12345; text-shadow: 0 1px #FFG }'), { rule }), [
      '#12345',
      '#FFG',
    ]);
  });

  it('finds comments of other languages', () => {
    const css = (comment: string) => `h1 {\r\n  ${comment}\r\n  margin: 0;\r\n}`;
    assert.equal(fixed(style(css('# big')), { rule }), style(css('/* big */')));
    assert.equal(fixed(style(css('// big')), { rule }), style(css('/* big */')));
    assert.deepEqual(faults(style('# All headings\r\nh1 { color: red }'), { rule }), ['# All headings']);
  });

  it('does not offer a comment in place of a selector', () => {
    assert.deepEqual(lint('<style>\n# h1 { color: red }\n</style>', { rule })[0]!.fixes, []);
  });

  it('finds what browsers cannot read', () => {
    assert.deepEqual(faults(style('h1 { color red; margin: 0 }'), { rule }), ['color red;']);
    assert.equal(
      fixed(style('h1 { margin: 0 } }\r\nh2 { margin: 0 }'), { rule }),
      style('h1 { margin: 0 } \r\nh2 { margin: 0 }'),
    );
  });

  it('leaves alone what browsers know or may know', () => {
    const css =
      '#id, .a > b { color: #FFF; color: light-dark(red, #12345678); color: var(--x, "#fff"); color: -webkit-link; content: "#fff"; font-family: "Lato", lato; display: block!important; foo: "bar"; background: url("x.png") }\r\n/* # color: "red" */\r\n.a { .b & { color: red } &:hover { color: blue } }\r\n@container x (width > 400px) { a { color: oklch(1 0 0) } }\r\n@font-face { font-family: "X"; src: url("x.woff2"); font-weight: 100 900 }';
    assert.deepEqual(faults(style(css), { rule }), []);
  });

  it('leaves style sheets in code alone', () => {
    assert.deepEqual(faults('```html\n<style>h1 { color: "red" }</style>\n```\n', { rule }), []);
  });

  it('gives up on hostile style sheets in time', () => {
    for (const css of [
      '('.repeat(40_000),
      '{'.repeat(40_000),
      'a{'.repeat(20_000),
      'h1{color:'.repeat(5_000),
      '"'.repeat(40_000),
    ])
      lint(style(css), { rule });
  }).timeout(5000);
});
