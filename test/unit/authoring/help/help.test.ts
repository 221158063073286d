import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import hljs from 'highlight.js';
import { attributeAt, attributesOf } from '../../../../src/core/authoring/help/attributeHelp';
import {
  optionAt,
  optionsBelow,
  pictureOfTransition,
  pictureOfValue,
} from '../../../../src/core/authoring/help/frontMatterHelp';
import { handlesIn } from '../../../../src/core/community/handles';
import type { Dialect } from '../../../../src/core/deck/deck';
import { codeLanguages } from '../../../../src/core/markdown/codeLanguages';
import { THEMES } from '../../../../src/core/options/slideOptions';
import { isAllowedAttribute, isAllowedEverywhere } from '../../../../src/core/render/allowList';
import { isGuessed } from '../../../../src/core/render/highlight';
import { root } from '../../../vscode/paths';

const dialects: readonly Dialect[] = ['hedgedoc', 'reveal'];
const names = (parents: string[], dialect: Dialect) => optionsBelow(parents, dialect).map(({ name }) => name);

describe('The frontmatter keys that are suggested', () => {
  it('are those of the dialect', () => {
    assert.ok(names([], 'hedgedoc').includes('slideOptions'));
    assert.ok(!names([], 'hedgedoc').includes('revealOptions'));
    assert.ok(names([], 'reveal').includes('revealOptions'));
    assert.ok(!names([], 'reveal').includes('slideOptions'));
  });

  it('are suggested where they count', () => {
    assert.ok(names(['slideOptions'], 'hedgedoc').includes('theme'));
    assert.ok(!names([], 'hedgedoc').includes('theme'));
    assert.ok(names(['revealOptions'], 'reveal').includes('transition'));
    assert.ok(!names(['revealOptions'], 'reveal').includes('theme'));
    assert.deepEqual(names(['title'], 'hedgedoc'), []);
    assert.deepEqual(names(['slideOptions', 'keyboard'], 'hedgedoc'), []);
    assert.deepEqual(names(['constructor'], 'hedgedoc'), []);
  });

  it('each have a text, and so do their values where these are words', () => {
    for (const dialect of dialects) {
      for (const parents of [[], ['slideOptions'], ['revealOptions']]) {
        for (const { name, description } of optionsBelow(parents, dialect))
          assert.match(description, /\.$/, name);
      }
    }
    const transition = optionAt(['slideOptions', 'transition'], 'hedgedoc')!;
    for (const { value, description } of transition.values) assert.ok(description, value);
  });

  it('have the default of the dialect', () => {
    assert.equal(optionAt(['slideOptions', 'transition'], 'hedgedoc')?.default, 'none');
    assert.equal(optionAt(['revealOptions', 'transition'], 'reveal')?.default, 'slide');
    assert.equal(optionAt(['slideOptions', 'parallaxBackgroundSize'], 'hedgedoc')?.default, null);
  });
});

describe('The pictures of themes and transitions', () => {
  const folder = join(root, 'media/options');

  it('exist for each, and for no others', () => {
    const transitions = optionAt(['slideOptions', 'transition'], 'hedgedoc')!.values;
    const expected = [
      ...dialects.flatMap((dialect) =>
        THEMES.map((theme) => pictureOfValue(['slideOptions', 'theme'], theme, dialect)),
      ),
      ...transitions.map(({ value }) => pictureOfTransition(value)),
    ];
    assert.deepEqual(readdirSync(folder).sort(), [...new Set(expected)].sort());
  });

  it('exist for nothing else', () => {
    assert.equal(pictureOfValue(['slideOptions', 'theme'], '../../x', 'hedgedoc'), null);
    assert.equal(pictureOfValue(['slideOptions', 'controls'], 'white', 'hedgedoc'), null);
  });

  it('are small', () => {
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    assert.ok(sizes.reduce((sum, size) => sum + size) < 300_000);
    assert.ok(existsSync(join(folder, 'theme-hedgedoc-white.png')));
  });
});

describe('The attributes that are suggested', () => {
  it('are allowed by the dialect', () => {
    for (const dialect of dialects) {
      for (const { name } of attributesOf('slide', dialect))
        assert.ok(isAllowedEverywhere(name, dialect), name);
      for (const { name } of attributesOf('element', dialect))
        assert.ok(isAllowedAttribute('img', name, dialect), name);
    }
  });

  it('are those of the dialect', () => {
    const has = (name: string, dialect: Dialect) =>
      attributesOf('element', dialect).some((each) => each.name === name);
    assert.equal(has('width', 'hedgedoc'), false);
    assert.equal(has('width', 'reveal'), true);
    assert.equal(has('data-fragment-index', 'hedgedoc'), true);
  });

  it('have values that HedgeDoc can read', () => {
    for (const target of ['slide', 'element'] as const) {
      for (const { name, values } of attributesOf(target, 'hedgedoc')) {
        for (const { value } of values) assert.doesNotMatch(value, /["=]/, name);
      }
    }
  });

  it('are known in tags as well', () => {
    assert.equal(attributeAt({ tag: 'img' }, 'src', 'hedgedoc')?.kind, 'picture');
    assert.equal(attributeAt({ tag: 'a' }, 'href', 'hedgedoc')?.kind, 'link');
    assert.equal(attributeAt({ tag: 'section' }, 'data-background', 'reveal')?.kind, 'background');
    assert.equal(attributeAt({ tag: 'p' }, 'onclick', 'hedgedoc'), null);
  });
});

describe('The languages of code that are suggested', () => {
  it('are those that HedgeDoc knows by this very name, and no other', () => {
    const languages = codeLanguages('hedgedoc').filter(({ isDiagram }) => !isDiagram);
    assert.deepEqual(
      languages.map(({ name }) => name).filter((name) => isGuessed(name, 'hedgedoc')),
      [],
    );
    const missing = hljs.listLanguages().filter((name) => !languages.some((each) => each.name === name));
    assert.deepEqual(missing, []);
  });

  it('are found by their other names', () => {
    for (const { name, aliases } of codeLanguages('reveal')) {
      for (const alias of aliases) assert.ok(hljs.getLanguage(name)?.aliases?.includes(alias), alias);
    }
    assert.ok(
      codeLanguages('hedgedoc')
        .find(({ name }) => name === 'yaml')
        ?.aliases.includes('yml'),
    );
  });

  it('have the diagrams of the dialect', () => {
    const diagrams = (dialect: Dialect) =>
      codeLanguages(dialect).flatMap(({ name, isDiagram }) => (isDiagram ? [name] : []));
    assert.deepEqual(diagrams('hedgedoc'), ['abc', 'flow', 'graphviz', 'mermaid', 'sequence']);
    assert.deepEqual(diagrams('reveal'), ['mermaid']);
  });
});

describe('The handles in a deck', () => {
  it('are those that the text mentions, as often as it does', () => {
    const text =
      'Report by <a href="https://github.com/garloff">@garloff</a>, @o-otte (@garloff), [@jschoone](x).';
    assert.deepEqual(handlesIn(text), ['garloff', 'o-otte', 'garloff', 'jschoone']);
  });

  it('are not addresses, packages, style sheet rules or placeholders', () => {
    const text = '<style>@media print { }</style> a@b.org @types/node @todo `@x` https://x.org/@me foo@2x';
    assert.deepEqual(handlesIn(text), []);
  });
});
