import assert from 'node:assert/strict';
import { lint } from '../linting';

/** A slide's estimated height to 10 pixels, as reported for one that is 960 pixels wide and much too short. */
function estimate(slide: string, files: Readonly<Record<string, string>> = {}): number {
  const text = `---\ntype: slide\nslideOptions:\n  height: 10\n---\n\n${slide}\n`;
  const [finding] = lint(text, { rule: 'slide-overflow', files });
  return Number(/about (\d+) of 10 pixels/.exec(finding!.message)![1]);
}

describe('The estimated height', () => {
  const LINE = 42 * 1.3;
  /** What surrounds the pictures of a paragraph: its margin and theirs. */
  const AROUND = 20 + 38;
  const rounded = (height: number) => Math.round(height / 10) * 10;
  const svg = (width: number, height: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"></svg>`;

  it('of pictures in a row is that of the tallest, until they no longer fit beside each other', () => {
    const files = { 'low.svg': svg(400, 100), 'high.svg': svg(400, 300) };
    const [low, high] = ['![](./low.svg)', '![](./high.svg)'];
    assert.equal(estimate(`${high} ${low}`, files), rounded(300 + AROUND));
    assert.equal(estimate(`${low} ${high}`, files), rounded(300 + AROUND));
    assert.equal(estimate(`${low} ${high} ${low}`, files), rounded(300 + 100 + 38 + AROUND));
    assert.equal(estimate(`${low}\n${high}`, files), rounded(100 + 300 + 38 + AROUND));
  });

  it('of a picture depends on percentages of the slide’s width, but not of its height', () => {
    const files = { 'a.svg': svg(800, 400) };
    assert.equal(estimate('![](./a.svg)', files), rounded(400 + AROUND));
    assert.equal(estimate('![](./a.svg =50%x)', files), rounded(240 + AROUND));
    assert.equal(estimate('![](./a.svg =50x)', files), rounded(25 + AROUND));
    assert.equal(estimate('![](./a.svg =x50%)', files), rounded(400 + AROUND));
    assert.equal(estimate('![](./a.svg =x50)', files), rounded(50 + AROUND));
  });

  it('of a nested list is that of narrower lines', () => {
    // At 21 pixels per letter: one line for an item (879 pixels), two for one within an item (798 pixels).
    const item = `- ${'x'.repeat(40)}`;
    assert.equal(estimate(`${item}\n${item}\n${item}`), rounded(3 * LINE));
    assert.equal(estimate(`${item}\n  ${item}\n${item}`), rounded(4 * LINE));
  });
});
