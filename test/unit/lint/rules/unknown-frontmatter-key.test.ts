import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'unknown-frontmatter-key';

const deck = (...lines: string[]) =>
  ['---', 'type: slide', 'title: A', ...lines, '---', '# A', ''].join('\n');

describe('unknown-frontmatter-key', () => {
  it('finds misspelled keys and options, and offers the right ones', () => {
    assert.equal(
      fixed(deck('slideOption:', '  theme: white'), { rule }),
      deck('slideOptions:', '  theme: white'),
    );
    assert.equal(
      fixed(deck('slideOptions:', '  transitions: fade'), { rule }),
      deck('slideOptions:', '  transition: fade'),
    );
  });

  it('finds keys in other letter case, which can only mean one thing', () => {
    const text = deck('SlideOptions:', '  theme: white');
    const [finding] = lint(text);
    assert.deepEqual([finding!.rule, finding!.fixes[0]!.kind], [rule, 'visible']);
    assert.equal(fixed(text, { rule }), deck('slideOptions:', '  theme: white'));
    const both = deck('slideOptions:', '  theme: white', 'slideoptions:', '  theme: black');
    assert.deepEqual(faults(both, { rule }), ['slideoptions']);
  });

  it('finds options that HedgeDoc drops, and keys of reveal-md', () => {
    assert.deepEqual(faults(deck('slideOptions:', '  spotlight: true'), { rule }), ['spotlight']);
    assert.deepEqual(faults(deck('revealOptions:', '  theme: white'), { rule }), ['revealOptions']);
  });

  it('moves options that are at the wrong level', () => {
    for (const [before, after] of [
      [['theme: white'], ['slideOptions:', '  theme: white']],
      [
        ['slideOptions:', 'theme: white'],
        ['slideOptions:', '  theme: white'],
      ],
      [
        ['slideOptions:', '    center: true', 'theme: white'],
        ['slideOptions:', '    center: true', '    theme: white'],
      ],
      [
        ['slideOptions:', '  center: true', 'lang: de', 'theme: white'],
        ['slideOptions:', '  theme: white', '  center: true', 'lang: de'],
      ],
      [
        ['transition: fade', 'slideOptions:', '  center: true'],
        ['slideOptions:', '  transition: fade', '  center: true'],
      ],
      [
        ['slideOptions:', '  lang: de', '  center: true'],
        ['lang: de', 'slideOptions:', '  center: true'],
      ],
    ] as const)
      assert.equal(fixed(deck(...before), { rule }), deck(...after));
    const [finding] = lint(deck('theme: white'), { rule });
    assert.equal(
      finding!.message,
      'HedgeDoc reads "theme" only in "slideOptions", so it ignores this. Move it there.',
    );
    assert.deepEqual(faults(deck('theme: white', 'slideOptions: {center: true}'), { rule }), ['theme']);
  });

  it('moves options of reveal-md', () => {
    const text = (...lines: string[]) => ['---', ...lines, '---', '# A', ''].join('\n');
    const dialect = 'reveal-md';
    assert.equal(
      fixed(text('revealOptions:', '  theme: white', '  center: true'), { rule, dialect }),
      text('theme: white', 'revealOptions:', '  center: true'),
    );
    assert.equal(
      fixed(text('title: A', 'transition: fade'), { rule, dialect }),
      text('title: A', 'revealOptions:', '  transition: fade'),
    );
    assert.equal(
      fixed(text('slideOptions:', '  center: true'), { rule, dialect }),
      text('revealOptions:', '  center: true'),
    );
    assert.deepEqual(faults(text('template: a.html', 'transition: fade'), { rule, dialect }), []);
  });

  it('leaves alone options at the wrong level that make no difference', () => {
    assert.deepEqual(faults(deck('theme: black', 'slideNumber: true'), { rule }), []);
    const text = '---\nslideNumber: true\ntransition: zoom\n---\n# A\n';
    assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), ['transition']);
  });

  it('leaves alone options that are at both levels, as in decks for several tools, and those of others', () => {
    assert.deepEqual(faults(deck('theme: white', 'slideOptions:', '  theme: white'), { rule }), []);
    assert.deepEqual(faults(deck('theme: gaia'), { rule }), []);
    assert.deepEqual(
      faults(deck('slideOptions:', '  center: true', 'revealOptions:', '  center: true'), { rule }),
      [],
    );
  });

  it('leaves alone keys of other programs', () => {
    assert.deepEqual(faults(deck('author: me', 'date: 2024-01-01', 'lang: de'), { rule }), []);
    const text = '---\nauthor: me\nseparator: x\nrevealOptions:\n  myPlugin: true\n---\n# A\n';
    assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), []);
    assert.deepEqual(faults('---\ntitel: A\n---\n# A\n', { rule, dialect: 'reveal-blank-lines' }), []);
  });

  it('never offers a key that is already there', () => {
    assert.deepEqual(faults(deck('titel: B'), { rule }), []);
  });

  it('finds a size without its picture, as a hint, and removes it', () => {
    const text = deck('slideOptions:', '  theme: white', "  parallaxBackgroundSize: '1920px 1080px'");
    assert.equal(lint(text, { rule })[0]!.severity, 'hint');
    assert.equal(fixed(text, { rule }), deck('slideOptions:', '  theme: white'));
  });

  it('leaves alone a size with its picture', () => {
    const text = deck(
      'slideOptions:',
      '  parallaxBackgroundImage: ./a.png',
      '  parallaxBackgroundSize: 100%',
    );
    assert.deepEqual(faults(text, { rule }), []);
  });
});
