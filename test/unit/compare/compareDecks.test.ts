import assert from 'node:assert/strict';
import { compareDecks } from '../../../src/core/compare/compareDecks';
import type { DeckComparison, SlideChange } from '../../../src/core/compare/comparison';
import { parseDeck } from '../../../src/core/deck/parseDeck';

const A = '# Welcome\n\nto the call\n';
const B = '# Team IaaS\n\n- Ceph is upgraded\n- new release of the testbed\n';
const C = '# Team Container\n\n- cluster stacks are stable\n- dates of the hackathon\n';
const D = '# Questions?\n\nsee you in two weeks\n';

function deck(...slides: string[]) {
  return parseDeck(slides.join('\n\n---\n\n'), { setup: 'hedgedoc' });
}

function stacks(...columns: string[][]) {
  return parseDeck(columns.map((column) => column.join('\n\n----\n\n')).join('\n\n---\n\n'), {
    setup: 'hedgedoc',
  });
}

/** In few words what was told of the slides; unchanged ones are left out. */
function told({ slides }: DeckComparison): string[] {
  return slides.flatMap((change) => {
    const what = inWords(change);
    return what === '' ? [] : `${change.before ?? ''}>${change.after ?? ''} ${what}`;
  });
}

function inWords({ before, after, isMoved, aspects, kin }: SlideChange): string {
  const kinInWords = kin && `${kin.kind} ${'after' in kin ? kin.after : kin.before}`;
  const words = [before === null && 'added', after === null && 'removed', isMoved && 'moved', kinInWords];
  return [...words, ...aspects].filter(Boolean).join(' ');
}

const change = (slide: string, other: string) => told(compareDecks(deck(A, slide, D), deck(A, other, D)));

describe('Comparing decks', () => {
  it('finds nothing in the same text, however its lines end', () => {
    const { text } = deck(A, B, `${C}\n\n`);
    const after = text.replace(/\n/g, '\r\n').replace(/(?<=\w)\r/g, ' \r');
    assert.deepEqual(told(compareDecks(deck(A, B, C), parseDeck(after, { setup: 'hedgedoc' }))), []);
  });

  it('tells of a moved slide, and of no other', () => {
    assert.deepEqual(told(compareDecks(deck(A, B, C, D), deck(A, C, D, B))), ['1>3 moved']);
  });

  it('tells of slides that were added and removed, where they are', () => {
    assert.deepEqual(told(compareDecks(deck(A, B, D), deck(A, D, C))), ['1> removed', '>2 added']);
  });

  it('finds a slide that was moved and edited at once', () => {
    const edited = B.replace('upgraded', 'upgraded to Squid');
    assert.deepEqual(told(compareDecks(deck(A, B, C, D), deck(A, C, D, edited))), ['1>3 moved text']);
  });

  it('finds a slide whose only word is being typed', () => {
    assert.deepEqual(change('# Titel', '# Title'), ['1>1 text']);
  });

  it('keeps slides with one title apart', () => {
    const slides = ['storage', 'network', 'compute', 'identity'].map(
      (word) => `## Team IaaS\n\n- ${word} was upgraded\n- nothing else\n`,
    );
    const [one, two, three, four] = slides as [string, string, string, string];
    const edited = three.replace('nothing else', 'and more');
    assert.deepEqual(told(compareDecks(deck(one, two, three, four), deck(one, edited, four))), [
      '1> removed',
      '2>1 text',
    ]);
  });

  it('takes a new text under the same title in the same place for the same slide', () => {
    assert.deepEqual(change('# Team IaaS\n\n- Ceph', '# Team IaaS\n\n- network\n- storage\n- dates'), [
      '1>1 text',
    ]);
  });

  it('tells another slide in the same place from an edited one', () => {
    assert.deepEqual(change(B, C.replace('Team', 'About')), ['1> removed', '>1 added']);
  });

  it('knows a copy', () => {
    assert.deepEqual(told(compareDecks(deck(A, B, D), deck(A, B, D, B))), ['>3 added copy 1']);
  });

  it('knows the second part of a slide that was split', () => {
    const after = deck(A, '# Team IaaS\n\n- Ceph is upgraded\n', '- new release of the testbed\n', D);
    const found = told(compareDecks(deck(A, B, D), after));
    assert.equal(found.length, 2);
    assert.equal(found.filter((each) => each.endsWith('added split 1')).length, 1);
    assert.equal(found.filter((each) => each.endsWith(' text')).length, 1);
  });

  it('knows where a slide went that was joined with another', () => {
    assert.deepEqual(told(compareDecks(deck(A, B, C, D), deck(A, `${B}\n${C}`, D))).sort(), [
      '1>1 text',
      '2> removed joined 1',
    ]);
  });

  it('tells of a slide that goes into a stack, but not of those whose number changes by that', () => {
    assert.deepEqual(told(compareDecks(stacks([A], [B], [C], [D]), stacks([A], [B, C], [D]))), ['2>2 moved']);
  });

  it('does not tell of a slide that comes first in its stack because the first was removed', () => {
    assert.deepEqual(told(compareDecks(stacks([A], [B, C], [D]), stacks([A], [C], [D]))), ['1> removed']);
  });

  it('tells of a stack that was moved as a whole', () => {
    const found = told(
      compareDecks(stacks([B, C], [A], [D], ['# Agenda']), stacks([A], [D], ['# Agenda'], [B, C])),
    );
    assert.deepEqual(found, ['0>3 moved', '1>4 moved']);
  });

  describe('says what differs on a slide', () => {
    const cases: [string, string, string, string][] = [
      ['words', '# One\n\ntwo', '# One\n\nthree', 'text'],
      ['a new bullet', '- one', '- one\n- two', 'text'],
      ['spaces in code', '```\nif x:\n  y\n```', '```\nif x:\n    y\n```', 'text'],
      ['a ticked box', '- [ ] done', '- [x] done', 'text style'],
      ['a picture', '![](a.png)', '![](b.png)', 'picture'],
      ['the size of a picture', '![](a.png)', '![](a.png =100x)', 'style'],
      ['a link', '[one](https://a.example)', '[one](https://b.example)', 'link'],
      [
        'a background',
        '<!-- .slide: data-background="red" -->\none',
        '<!-- .slide: data-background="blue" -->\none',
        'background',
      ],
      ['a transition', 'one', '<!-- .slide: data-transition="zoom" -->\none', 'style'],
      ['emphasis', 'one two', 'one **two**', 'style'],
      ['a fragment', '- one', '- one <!-- .element: class="fragment" -->', 'style'],
      [
        'a style sheet',
        '<style>h1 { color: red }</style>\n\none',
        '<style>h1 { color: blue }</style>\n\none',
        'style',
      ],
      ['notes', 'one\n\nNote:\ntwo', 'one\n\nNote:\nthree', 'notes'],
      ['new notes', 'one', 'one\n\nNote:\nthree', 'notes'],
      ['the planned time', 'one', '<!-- .slide: data-timing="60" -->\none', 'notes'],
      ['text and notes', 'one\n\nNote:\ntwo', 'four\n\nNote:\nthree', 'text notes'],
      ['a comment', '# One\n\ntwo', '# One\n\n<!-- what? -->\n\ntwo', 'hidden'],
      ['white space', '# One\ntwo', '# One\n\n\n   two', 'hidden'],
      ['the spelling of markup', '*one*\n\n- two', '_one_\n\n* two', 'hidden'],
    ];
    for (const [name, before, after, aspects] of cases) {
      it(name, () => {
        assert.deepEqual(change(`# Same\n\n${before}`, `# Same\n\n${after}`), [`1>1 ${aspects}`]);
      });
    }
  });

  it('tells which settings differ', () => {
    const parse = (text: string) => parseDeck(text, { setup: 'hedgedoc' });
    const before = parse('---\ntitle: One\nslideOptions:\n  theme: white\n  controls: true\n---\n# A');
    const after = parse(
      '---\nslideOptions:\n  theme: black\n  controls: true\n  spotlight:\n    size: 60\n---\n# A',
    );
    const { settings, slides } = compareDecks(before, after);
    assert.deepEqual(settings, [
      { name: 'slideOptions.theme', before: 'white', after: 'black' },
      { name: 'slideOptions.spotlight.size', before: undefined, after: 60 },
      { name: 'title', before: 'One', after: undefined },
    ]);
    assert.deepEqual(told({ ...compareDecks(before, after), slides }), []);
  });

  it('tells of style sheets at the head of the deck, which stay when the first slide moves', () => {
    const style = (color: string) => `<style>\nh1 { color: ${color} }\n</style>\n\n`;
    const comparison = compareDecks(deck(style('red') + A, B, D), deck(style('blue') + B, D, A));
    assert.equal(comparison.hasOtherStyles, true);
    assert.deepEqual(told(comparison), ['0>2 moved']);
    assert.equal(compareDecks(deck(style('red') + A, B), deck(style('red') + B, A)).hasOtherStyles, false);
  });

  it('tells that the dialect differs', () => {
    const after = parseDeck(deck(A, B).text, { setup: 'reveal' });
    assert.deepEqual(compareDecks(deck(A, B), after).dialects, { before: 'hedgedoc', after: 'reveal' });
  });
});
