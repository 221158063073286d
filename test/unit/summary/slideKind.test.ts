import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '../../../src/core/deck/deck';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { slideNumber } from '../../../src/core/deck/slideNumber';
import { factsOf, slideKind } from '../../../src/core/summary/slideKind';
import { shared } from '../../vscode/paths';

const slides = (text: string, dialect: Dialect = 'hedgedoc') => parseDeck(text, { setup: dialect }).slides;
/** Kind of a slide that is neither the first nor in a stack. */
const kind = (text: string) => slideKind(slides(`# Title\n\n---\n\n${text}\n`)[1]!);
const fragments = (text: string, dialect: Dialect = 'hedgedoc') =>
  factsOf(slides(text, dialect)[0]!.content, dialect).fragments;

describe('The kind of a slide', () => {
  it('is a title slide if it is the first and has a heading', () => {
    assert.equal(slideKind(slides('# My talk\n\nby me\n')[0]!), 'title');
    assert.equal(slideKind(slides('words\n')[0]!), 'content');
  });

  it('is a section where a team begins to report', () => {
    assert.equal(kind('# Team IaaS\n\n- news'), 'section');
    assert.equal(kind('# SIG Documentation'), 'section');
    assert.equal(kind('# Project Board\n\nReport by [@a](https://github.com/a)'), 'section');
  });

  it('is a section where a heading alone opens a stack', () => {
    const deck = slides('# Title\n\n---\n\n# Part\n\n----\n\n# Team Part\n\n- one\n');
    assert.deepEqual(deck.map(slideKind), ['title', 'section', 'content']);
  });

  it('is a picture even with a line of text, or as the background', () => {
    assert.equal(kind('## Map\n\n![](./map.png)\n\nSource: me'), 'picture');
    assert.equal(kind('<img src="a.png">'), 'picture');
    assert.equal(kind('<!-- .slide: data-background="./a.png" -->'), 'picture');
    assert.equal(kind('```mermaid\ngraph LR\n  A --> B\n```'), 'picture');
    assert.equal(kind('![](./map.png)\n\n- one\n- two\n- three'), 'content');
  });

  it('is code or a quote where most of it is', () => {
    assert.equal(kind('# How\n\nSo:\n\n```\na\nb\n```'), 'code');
    assert.equal(kind('> one\n> two'), 'quote');
    assert.equal(kind('- one\n- two\n\n> said so'), 'content');
  });

  it('is empty if nothing is visible', () => {
    assert.equal(kind(''), 'empty');
    assert.equal(kind('<!-- later -->\n<style>\nb { color: red }\n</style>\n\nNote:\nwords'), 'empty');
  });
});

describe('What to expect of a slide', () => {
  it('are notes, if they have words', () => {
    const facts = (text: string) => factsOf(slides(text)[0]!.content, 'hedgedoc');
    assert.equal(facts('a\n\nNote:\nb').hasNotes, true);
    assert.equal(facts('a\n\nNote:\n').hasNotes, false);
    assert.equal(facts('a').hasNotes, false);
  });

  it('are the key presses until everything is shown', () => {
    assert.equal(
      fragments('- a <!-- .element: class="fragment" -->\n- b <!-- .element: class="x fragment" -->'),
      2,
    );
    const together = (index: number) =>
      `- a <!-- .element: class="fragment" data-fragment-index="${index}" -->\n`;
    assert.equal(fragments(together(1) + together(2) + together(1)), 2);
    assert.equal(fragments('<p class="fragment fade-up">a</p>\n<p class=\'fragment\'>b</p>'), 2);
  });

  it('are also the steps of code in decks of reveal.js', () => {
    const steps = (text: string) => factsOf(slides(text)[0]!.content, 'reveal').fragments;
    assert.equal(steps('```js [1|2-3|4]\na\n```\n\n```js [1]\na\n```'), 2);
    assert.equal(steps('<pre><code data-line-numbers="1|2">a</code></pre> <b class="fragment">'), 2);
    const indexed = '<pre><code data-line-numbers="1|2|3" data-fragment-index="4">a</code></pre>';
    assert.equal(steps(`${indexed}\n\n<b class="fragment" data-fragment-index="5">`), 2);
    assert.equal(fragments('```js [1|2]\na\n```'), 0);
  });

  it('are not fragments that are only mentioned', () => {
    assert.equal(fragments('`<!-- .element: class="fragment" -->`'), 0);
    assert.equal(fragments('```\n<p class="fragment">\n```\n\nthe word fragment'), 0);
    assert.equal(fragments('<!-- .slide: class="fragment" --> <b class="fragmented">'), 0);
  });
});

describe('The number of a slide', () => {
  it('counts columns, and within a stack also down', () => {
    assert.deepEqual(numbers('a\n\n---\n\nb\n\n----\n\nc\n\n---\n\nd\n'), ['1', '2.1', '2.2', '3']);
  });

  it('counts down only if all slides are one stack', () => {
    assert.deepEqual(numbers('a\n\n----\n\nb\n\n----\n\nc\n'), ['1', '2', '3']);
  });

  it('is written as the frontmatter says', () => {
    const text = (format: string) =>
      `---\nslideOptions:\n  slideNumber: ${format}\n---\na\n\n---\n\nb\n\n----\n\nc\n`;
    assert.deepEqual(numbers(text('h/v')), ['1', '2/1', '2/2']);
    assert.deepEqual(numbers(text('c')), ['1', '2', '3']);
    assert.deepEqual(numbers(text('c/t')), ['1', '2', '3']);
    assert.deepEqual(numbers(text('false')), ['1', '2.1', '2.2']);
    const revealMd = text('c').replace('slideOptions', 'revealOptions').replace('----', '---');
    assert.deepEqual(numbers(revealMd), ['1', '2', '3']);
  });

  function numbers(text: string): string[] {
    const deck = parseDeck(text);
    return deck.slides.map((slide) => slideNumber(slide, deck));
  }
});

describe('The kinds of real slides', () => {
  it('distinguish title, teams and topics of a community call', function () {
    const file = join(shared, 'decks/community-call/20241212.md');
    if (!existsSync(file)) this.skip();
    const kinds = slides(readFileSync(file, 'utf8')).map(slideKind);
    assert.equal(kinds[0], 'title');
    for (const expected of ['section', 'content', 'picture'] as const) assert.ok(kinds.includes(expected));
  });
});
