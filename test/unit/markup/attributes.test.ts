import assert from 'node:assert/strict';
import type { Dialect } from '../../../src/core/deck/deck';
import { parseAttributeComment } from '../../../src/core/markup/attributes';

function read(comment: string, dialect: Dialect = 'hedgedoc') {
  const parsed = parseAttributeComment(comment, dialect);
  return parsed && [parsed.target, ...parsed.attributes.map(({ name, value }) => `${name}=${value}`)];
}

describe('parseAttributeComment', () => {
  for (const [comment, expected] of [
    [' .slide: a="b" ', ['slide', 'a=b']],
    [' .slide:a="b" ', ['slide', 'a=b']],
    [' .slide a="b" ', null],
    [' .element: a="b" c="d e" ', ['element', 'a=b', 'c=d e']],
    [' .element a="b" ', ['element', 'a=b']],
    ['.elementa="b"', ['element', 'a=b']],
    [' .slide: a="b" .element c="d" ', ['element', 'c=d']],
    [' just words ', null],
    [` .slide: a='b' c=d e `, ['slide']],
    [' .slide: a="" b="c" ', ['slide', 'b=c']],
    [' .slide: a="b" \nc="d" ', ['slide', 'a=b']],
    [' .slide:\na="b" ', ['slide', 'a=b']],
  ] as [string, string[] | null][]) {
    it(`reads ${JSON.stringify(comment)}`, () => {
      assert.deepEqual(read(comment), expected);
    });
  }

  it('accepts no equals sign in a HedgeDoc value', () => {
    assert.deepEqual(read(' .slide: a="x?b=c" d="e" '), ['slide', 'd=e']);
    assert.deepEqual(read(' .slide: a="x?b=c" d="e" ', 'reveal'), ['slide', 'a=x?b=c', 'd=e']);
  });

  it('accepts bare data attributes in the dialects of reveal.js', () => {
    assert.deepEqual(read(' .slide: data-a data-b="c" data-d ', 'reveal'), [
      'slide',
      'data-a=',
      'data-b=c',
      'data-d=',
    ]);
    assert.deepEqual(read(' .slide: data-a b="c" '), ['slide', 'b=c']);
  });

  it('says where each value is', () => {
    const comment = ' .slide: a="b" data-x="y z" ';
    const spans =
      parseAttributeComment(comment, 'hedgedoc')?.attributes.map(({ valueSpan }) => valueSpan) ?? [];
    assert.deepEqual(
      spans.map(({ start, end }) => comment.slice(start, end)),
      ['b', 'y z'],
    );
  });
});
