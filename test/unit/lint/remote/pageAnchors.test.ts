import assert from 'node:assert/strict';
import { isPlainFragment, missingFragments } from '../../../../src/core/lint/remote/pageAnchors';

const HEADING = '<h2 id="intro">Introduction</h2>';

describe('A fragment', () => {
  it('is missing if nothing on the page has its name', () => {
    assert.deepEqual(missingFragments(HEADING, ['intro', 'end']), ['end']);
  });

  it('is there as an id or a name, with or without quotation marks, in any case', () => {
    for (const tag of ['<p id="a.b">', "<p id='a.b'>", '<p id=a.b>', '<a name="a.b">', '<p ID = "A.B">']) {
      assert.deepEqual(missingFragments(HEADING + tag, ['a.b']), [], tag);
    }
    assert.deepEqual(missingFragments(`${HEADING}<p id="aXb"><p id="a.bc"><p id="xa.b">`, ['a.b']), ['a.b']);
  });

  it("is there with GitHub's prefix", () => {
    const page = '<h2>Usage</h2><a id="user-content-usage" href="#usage"></a>';
    assert.deepEqual(missingFragments(page, ['usage', 'use']), ['use']);
  });

  it('is there if a script has it, which may make a heading of it', () => {
    assert.deepEqual(missingFragments(`${HEADING}<script>{"html": "<h2 id=\\"a\\">"}</script>`, ['a']), []);
  });

  it('is there if it is written with escapes', () => {
    assert.deepEqual(missingFragments(`${HEADING}<a href="#%C3%A4"></a><p id="a&amp;b">`, ['ä', 'a&b']), []);
  });

  it('is never missing on a page whose headings scripts make', () => {
    for (const page of ['<div id="root"></div><script src="app.js"></script>', '<h1>Loading</h1>', '']) {
      assert.deepEqual(missingFragments(page, ['intro']), [], page);
    }
  });

  it('is never missing if the page may spell it in another encoding', () => {
    assert.deepEqual(missingFragments(`${HEADING}<p id="\ufffd">`, ['ä', 'a']), ['a']);
  });

  it('is only looked for if it can be the name of an element', () => {
    for (const fragment of ['intro', 'a.b', 'Section_(x)', '第一'])
      assert.ok(isPlainFragment(fragment), fragment);
    const others = [
      '',
      '/2/1',
      '!/room',
      ':~:text=a',
      'page=3',
      'L12',
      'L12-L20',
      'issuecomment-1',
      'top',
      'x'.repeat(200),
    ];
    for (const fragment of others) assert.ok(!isPlainFragment(fragment), fragment);
  });

  it('is looked for in hostile pages without taking forever', () => {
    for (const part of ['<h1 ', '<h1>', '<h1> <a ', '= ', '"', ' ']) {
      assert.deepEqual(missingFragments(part.repeat(500_000), ['intro']), [], part);
      const page = HEADING + part.repeat(500_000);
      assert.deepEqual(missingFragments(page, ['end']), ['end'], part);
    }
  }).timeout(20_000);
});
