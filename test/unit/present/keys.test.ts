import assert from 'node:assert/strict';
import { actionOf } from '../../../src/present/webview/keys';

function press(
  key: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {},
) {
  return actionOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });
}

describe('A key in a presentation', () => {
  it('darkens the screen as clickers ask for it, also with the shift lock on', () => {
    assert.deepEqual(
      ['b', 'B', '.'].map((key) => press(key)),
      ['black', 'black', 'black'],
    );
  });

  it('scrolls the notes back with Shift', () => {
    assert.equal(press('s'), 'scrollDown');
    assert.equal(press('S', { shiftKey: true }), 'scrollUp');
  });

  it('is left to VS Code with Control, Alt or the command key', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey']) assert.equal(press('b', { [held]: true }), null);
  });

  it('is left to reveal.js if it moves the deck, and is nothing else', () => {
    for (const key of ['PageDown', 'ArrowLeft', ' ', 'n', 'toString']) assert.equal(press(key), null);
  });
});
