import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'unknown-frontmatter-key';

const deck = (...lines: string[]) =>
  ['---', 'type: slide', 'title: A', ...lines, '---', '# A', ''].join('\n');

describe('unknown-frontmatter-key', () => {
  it('finds misspelt keys and options, and offers the right ones', () => {
    assert.equal(
      fixed(deck('slideOption:', '  theme: white'), { rule }),
      deck('slideOptions:', '  theme: white'),
    );
    assert.equal(
      fixed(deck('slideOptions:', '  transitions: fade'), { rule }),
      deck('slideOptions:', '  transition: fade'),
    );
  });

  it('finds options that HedgeDoc lets not pass, and keys of reveal-md', () => {
    assert.deepEqual(faults(deck('slideOptions:', '  spotlight: true'), { rule }), ['spotlight']);
    assert.deepEqual(faults(deck('revealOptions:', '  theme: white'), { rule }), ['revealOptions']);
  });

  it('leaves keys of other programs alone', () => {
    assert.deepEqual(faults(deck('author: me', 'date: 2024-01-01', 'lang: de'), { rule }), []);
    const text = '---\nauthor: me\nseparator: x\nrevealOptions:\n  myPlugin: true\n---\n# A\n';
    assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), []);
    assert.deepEqual(faults('---\ntitel: A\n---\n# A\n', { rule, dialect: 'reveal-blank-lines' }), []);
  });

  it('never proposes a key that is there already', () => {
    assert.deepEqual(faults(deck('titel: B'), { rule }), []);
  });

  it('hints at a size without its picture, and removes it', () => {
    const text = deck('slideOptions:', '  theme: white', "  parallaxBackgroundSize: '1920px 1080px'");
    assert.equal(lint(text, { rule })[0]!.severity, 'hint');
    assert.equal(fixed(text, { rule }), deck('slideOptions:', '  theme: white'));
  });

  it('leaves a size with its picture alone', () => {
    const text = deck(
      'slideOptions:',
      '  parallaxBackgroundImage: ./a.png',
      '  parallaxBackgroundSize: 100%',
    );
    assert.deepEqual(faults(text, { rule }), []);
  });
});
