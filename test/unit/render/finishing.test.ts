import assert from 'node:assert/strict';
import { html } from './rendering';

const box = (checked: string) =>
  `<input type="checkbox" class="task-list-item-checkbox"${checked} disabled=""><label></label>`;

describe('task lists', () => {
  it('have boxes, ticked by x in either case', () => {
    for (const [mark, checked] of [
      [' ', ''],
      ['x', ' checked=""'],
      ['X', ' checked=""'],
    ]) {
      assert.equal(html(`- [${mark}] a`), `<ul>\n<li class="task-list-item">${box(checked!)}a</li>\n</ul>`);
    }
  });

  it('work in every kind of list and without a space', () => {
    assert.match(html('1. [x]a'), /<li class="task-list-item"><input/);
  });

  it('have the box inside the paragraph of a loose item', () => {
    assert.match(
      html('- [ ] a\n\n- [ ] b'),
      /<li class="task-list-item">\n<p><input[^>]*><label><\/label>a<\/p>/,
    );
  });

  it('keep the class that a comment set', () => {
    assert.match(html('- [ ] a <!-- .element: class="fragment" -->'), /<li class="fragment task-list-item">/);
  });

  it('are not recognized in the middle of an item', () => {
    assert.doesNotMatch(html('- a [ ] b'), /<input/);
  });
});

describe('tags of blockquotes', () => {
  it('sign with name and time', () => {
    assert.equal(
      html('> a [name=B C] [time=2020-01-01 10:00]'),
      '<blockquote>\n<p>a <small><i class="fa fa-user"></i> B C <i class="fa fa-clock-o"></i> 2020-01-01 10:00</small></p>\n</blockquote>',
    );
  });

  it('color the border of the blockquote', () => {
    assert.equal(
      html('> a [color=#907bf7]'),
      '<blockquote style="border-left-color: rgb(144, 123, 247);">\n<p>a <span class="color" data-color="#907bf7"></span></p>\n</blockquote>',
    );
  });

  it('show a colored tag in lists', () => {
    assert.match(
      html('- a [color=green]'),
      /<span class="color fa fa-tag" data-color="green" style="color: green;"><\/span>/,
    );
  });

  it('stay text elsewhere', () => {
    assert.equal(html('[name=A]'), '<p>[name=A]</p>');
    assert.equal(html('> **[name=A]**'), '<blockquote>\n<p><strong>[name=A]</strong></p>\n</blockquote>');
  });
});
