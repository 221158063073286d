import assert from 'node:assert/strict';
import { NEW_TIMER } from '../../../src/core/present/timer';
import { readPanelMessage, readPresentState } from '../../../src/present/messages';

describe('A message of a panel', () => {
  it('is taken as it is if it has the agreed form', () => {
    const messages = [
      { type: 'ready' },
      { type: 'shown', id: 1, part: 0, fragment: -1, byUser: true },
      { type: 'screen', screen: 'black' },
      { type: 'pointing', on: true },
      { type: 'point', at: { x: 0.5, y: -0.1 } },
      { type: 'point', at: null },
      { type: 'timer', action: 'reset' },
      { type: 'notesSize', size: 1.5 },
      { type: 'endRehearsal' },
    ];
    for (const message of messages) assert.deepEqual(readPanelMessage(message), message);
  });

  it('is dropped if it has not', () => {
    const messages = [
      null,
      { type: 'screen', screen: 'red' },
      { type: 'pointing', on: 1 },
      { type: 'point', at: { x: '1', y: 0 } },
      { type: 'point' },
      { type: 'timer', action: 'explode' },
      { type: 'notesSize', size: Number.NaN },
      { type: 'unknown' },
    ];
    for (const message of messages) assert.equal(readPanelMessage(message), null);
  });

  it('is dropped if only the preview may ask for it', () => {
    assert.equal(readPanelMessage({ type: 'step', id: 1, direction: 'up' }), null);
    assert.equal(readPanelMessage({ type: 'save' }), null);
  });

  it('cannot make notes unreadable', () => {
    assert.deepEqual(readPanelMessage({ type: 'notesSize', size: 99 }), { type: 'notesSize', size: 5 });
  });
});

describe('What a presentation keeps across a reload', () => {
  const state = {
    document: 'file:///talk.md',
    ...{ h: 1, v: 2, part: 0, fragment: 1, screen: 'white', timer: { elapsed: 5, since: 7 } },
    ...{ pointing: true, notesSize: 2, rehearsal: [5, 0] },
  };

  it('is read as it was saved', () => {
    assert.deepEqual(readPresentState(state), state);
  });

  it('has defaults for what is not there', () => {
    const { document } = state;
    assert.deepEqual(readPresentState({ document, timer: NEW_TIMER }), {
      document,
      ...{ h: 0, v: 0, part: 0, fragment: -1, screen: 'slides', timer: NEW_TIMER },
      ...{ pointing: false, notesSize: 1, rehearsal: null },
    });
  });

  it('is nothing without a document', () => {
    assert.equal(readPresentState({ ...state, document: undefined }), null);
    assert.equal(readPresentState(undefined), null);
  });
});
