import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { lookOf } from '../../../src/core/options/slideOptions';

const hedgedoc = (yaml: string) => lookOf(parseDeck(`---\ntype: slide\n${yaml}\n---\n`));

describe('The look of a HedgeDoc deck', () => {
  it('has the defaults of HedgeDoc, not of reveal.js', () => {
    const { options, theme } = hedgedoc('');
    assert.equal(theme, 'black');
    assert.equal(options.transition, 'none');
    assert.equal(options.slideNumber, true);
    assert.equal(options.width, 960);
  });

  it('follows slideOptions', () => {
    const { options, theme } = hedgedoc(
      'slideOptions:\n  theme: white\n  transition: zoom\n  controls: false',
    );
    assert.equal(theme, 'white');
    assert.equal(options.transition, 'zoom');
    assert.equal(options.controls, false);
  });

  it('omits what is unknown or of the wrong type', () => {
    const { options, theme } = hedgedoc(
      'slideOptions:\n  theme: ../evil\n  width: 1e9\n  margin: a\n  dependencies: [x]\n  transition: x\n  toString: 1',
    );
    assert.equal(theme, 'black');
    assert.equal(options.width, 960);
    assert.equal(options.margin, 0.04);
    assert.equal(options.transition, 'none');
    assert.ok(!Object.hasOwn(options, 'dependencies'));
    assert.ok(!Object.hasOwn(options, 'toString'));
  });

  it('takes the direction from dir alone', () => {
    assert.equal(hedgedoc('slideOptions:\n  rtl: true').options.rtl, false);
    assert.equal(hedgedoc('dir: rtl').options.rtl, true);
  });

  it('is kept if slideOptions is not a mapping', () => {
    assert.equal(hedgedoc('slideOptions: white').theme, 'black');
  });
});

describe('The look of a reveal-md deck', () => {
  it('follows theme and revealOptions over its defaults', () => {
    const { options, theme } = lookOf(
      parseDeck('---\nseparator: "---"\ntheme: moon\nrevealOptions:\n  transition: fade\n---\n'),
    );
    assert.equal(theme, 'moon');
    assert.equal(options.transition, 'fade');
    assert.equal(options.slideNumber, true);
  });
});
