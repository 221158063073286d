import assert from 'node:assert/strict';
import { placeOf, rimOf, screenOf, zoomOf } from '../../../src/slides/webview/screen';

const PANEL = { width: 600, height: 900 };
/** The schema's defaults for decks that set nothing. */
const DEFAULTS = { width: 960, height: 700, margin: 0.04, minScale: 0.2, maxScale: 2 };

const rounded = (value: number) => Math.round(value * 1000) / 1000;

describe('The screen of a preview', () => {
  it('has the requested shape, whatever the panel', () => {
    const ratio = (shape: Parameters<typeof screenOf>[0], options = {}) => {
      const { display } = screenOf(shape, { ...DEFAULTS, ...options }, PANEL);
      return rounded(display.width / display.height);
    };
    assert.equal(ratio('16:9'), 1.778);
    assert.equal(ratio('16:10'), 1.6);
    assert.equal(ratio('4:3'), 1.333);
    assert.equal(ratio('canvas'), 1.371);
    assert.equal(ratio('canvas', { width: '1280', height: 720 }), 1.778);
    assert.equal(ratio('canvas', { width: '100%', height: 700 }), 1.778);
    assert.equal(ratio('fill'), rounded(600 / 900));
  });

  it('has the slide on it as reveal.js puts it on such a display', () => {
    // reveal.js 6 on 1920 by 1080 pixels gives 1.48, which it has rounded.
    assert.equal(rounded(screenOf('16:9', DEFAULTS, PANEL).scale), 1.481);
    assert.equal(rounded(screenOf('16:9', { ...DEFAULTS, margin: 0 }, PANEL).scale), 1.543);
    assert.equal(screenOf('fill', DEFAULTS, PANEL).scale, (600 * 0.96) / 960);
  });

  it('limits the scale as on such a display, not by the size of the panel', () => {
    const tiny = { width: 100, height: 100 };
    assert.equal(screenOf('16:9', { ...DEFAULTS, maxScale: 1 }, tiny).scale, 1);
    assert.equal(screenOf('16:9', { ...DEFAULTS, minScale: 1.6 }, tiny).scale, 1.6);
    assert.equal(rounded(screenOf('16:9', DEFAULTS, tiny).scale), 1.481);
    assert.equal(screenOf('fill', DEFAULTS, tiny).scale, 0.2);
  });

  it('gives a slide sized in percent its part of the display', () => {
    const { canvas, scale } = screenOf(
      '16:9',
      { ...DEFAULTS, width: '100%', height: '50%', margin: 0 },
      PANEL,
    );
    assert.deepEqual([canvas, scale], [{ width: 1920, height: 540 }, 1]);
  });

  it('is in the middle of the panel', () => {
    const wide = screenOf('16:9', DEFAULTS, PANEL);
    assert.deepEqual(placeOf(wide, PANEL), { x: 0, y: 281, width: 600, height: 338 });
    assert.deepEqual(placeOf(wide, { width: 1000, height: 450 }), { x: 100, y: 0, width: 800, height: 450 });
    assert.deepEqual(placeOf(screenOf('fill', DEFAULTS, PANEL), PANEL), { x: 0, y: 0, ...PANEL });
    assert.equal(rounded(zoomOf(wide, PANEL)), 0.313);
  });

  it('shows a rim around the slide, where nothing is lost yet', () => {
    const { x, y } = rimOf(screenOf('16:9', DEFAULTS, PANEL));
    assert.deepEqual([rounded(x), rounded(y)], [168.148, 14.583]);
    const canvas = rimOf(screenOf('canvas', DEFAULTS, PANEL));
    assert.deepEqual([rounded(canvas.x), rounded(canvas.y)], [20, 14.583]);
    assert.ok(rimOf(screenOf('4:3', { ...DEFAULTS, minScale: 2 }, PANEL)).x < 0);
  });
});
