import assert from 'node:assert/strict';
import { defaultSetup } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import type { Setup, Tool } from '../../../src/core/deck/setup';
import { lookOf } from '../../../src/core/options/slideOptions';
import { UNAPPLIED } from '../../../src/core/options/unapplied';

const hedgedoc = (yaml: string) => lookOf(parseDeck(`---\ntype: slide\n${yaml}\n---\n`));

describe('The look of a HedgeDoc deck', () => {
  it('has the defaults of HedgeDoc, not of reveal.js', () => {
    const { options, theme } = hedgedoc('');
    assert.equal(theme, 'black');
    assert.equal(options.transition, 'none');
    assert.equal(options.slideNumber, true);
    assert.equal(options.width, 960);
  });

  it('follows slideOptions', () => {
    const { options, theme } = hedgedoc(
      'slideOptions:\n  theme: white\n  transition: zoom\n  controls: false',
    );
    assert.equal(theme, 'white');
    assert.equal(options.transition, 'zoom');
    assert.equal(options.controls, false);
  });

  it('omits what is unknown or of the wrong type', () => {
    const { options, theme } = hedgedoc(
      'slideOptions:\n  theme: ../evil\n  width: 1e9\n  margin: a\n  dependencies: [x]\n  transition: x\n  toString: 1',
    );
    assert.equal(theme, 'black');
    assert.equal(options.width, 960);
    assert.equal(options.margin, 0.04);
    assert.equal(options.transition, 'none');
    assert.ok(!Object.hasOwn(options, 'dependencies'));
    assert.ok(!Object.hasOwn(options, 'toString'));
  });

  it('takes the direction from dir alone', () => {
    assert.equal(hedgedoc('slideOptions:\n  rtl: true').options.rtl, false);
    assert.equal(hedgedoc('dir: rtl').options.rtl, true);
  });

  it('is kept if slideOptions is not a mapping', () => {
    assert.equal(hedgedoc('slideOptions: white').theme, 'black');
  });
});

const setup = (tool: Tool, says: Partial<Setup> = {}): Setup => ({
  ...defaultSetup(tool),
  source: 'talks/reveal-md.json',
  ...says,
});

const revealMd = (yaml: string, says: Partial<Setup> | null = null) =>
  lookOf(parseDeck(`---\n${yaml}\n---\n\n# a\n`, { setup: says ? setup('reveal-md', says) : 'reveal-md' }));

describe('The look of a reveal-md deck', () => {
  it('has what is harmless of the options for mermaid, the frontmatter over the set-up', () => {
    const set = { theme: 'forest', themeVariables: { lineColor: '#fff', primaryColor: 'red' } };
    const { mermaid } = revealMd(
      'mermaid:\n  securityLevel: loose\n  themeCSS: "a {}"\n  fontFamily: "a; b: url(c)"\n  themeVariables:\n    lineColor: "#000"\n    a: "red; } b {"\n    constructor: x\n    "a.b": x\n    c: [d]',
      { mermaid: set },
    );
    assert.deepEqual(mermaid, {
      theme: 'forest',
      themeVariables: { lineColor: '#000', primaryColor: 'red' },
    });
    assert.deepEqual(revealMd('mermaid:\n  theme: ../dark').mermaid, {});
    assert.deepEqual(revealMd('title: a').mermaid, {});
  });

  it('has no diagrams of mermaid if they are turned off', () => {
    assert.equal(revealMd('mermaid: false', { mermaid: { theme: 'dark' } }).mermaid, null);
    assert.equal(revealMd('title: a', { mermaid: false }).mermaid, null);
    assert.deepEqual(revealMd('mermaid:\n  theme: dark', { mermaid: false }).mermaid, { theme: 'dark' });
  });

  it('follows theme and revealOptions over its defaults', () => {
    const { options, theme } = revealMd(
      'theme: moon\nrevealOptions:\n  transition: fade\n  width: 100%\n  height: 900\n  margin: 9',
    );
    assert.equal(theme, 'moon');
    assert.equal(options.transition, 'fade');
    assert.equal(options.slideNumber, true);
    assert.equal(options.width, '100%');
    assert.equal(options.height, 900);
    assert.equal(options.margin, 0.04);
  });

  it('follows what surrounds the deck where the frontmatter says nothing', () => {
    const { options, theme, themeSheet, highlightTheme } = revealMd(
      'highlightTheme: github\nrevealOptions:\n  controls: false',
      { theme: 'theme/own.css', highlightTheme: 'vs', options: { controls: true, center: false, init: {} } },
    );
    assert.equal(theme, 'black');
    assert.deepEqual(themeSheet?.paths, ['theme/own.css']);
    assert.equal(highlightTheme, 'github');
    assert.equal(options.controls, false);
    assert.equal(options.center, false);
    assert.ok(!Object.hasOwn(options, 'init'));
  });

  it('has the later themes and options of reveal.js', () => {
    const { theme, options } = revealMd('theme: dracula\nrevealOptions:\n  autoAnimateDuration: 2');
    assert.equal(theme, 'dracula');
    assert.equal(options.autoAnimateDuration, 2);
    assert.equal(options.transition, 'convex');
  });

  it('has slides as large as the display if reveal.js is to leave their layout alone', () => {
    const { options } = revealMd('revealOptions:\n  width: 1920\n  disableLayout: true');
    assert.deepEqual([options.width, options.height, options.maxScale], ['100%', '100%', 1]);
    assert.ok(!Object.hasOwn(options, 'disableLayout'));
  });

  it('looks for style sheets of the frontmatter where reveal-md is started, beside the deck and at the root', () => {
    const paths = (yaml: string, says: Partial<Setup> | null = null) =>
      revealMd(yaml, says).css.map((sheet) => sheet.paths);
    assert.deepEqual(paths('css: a.css, /b.css'), [['a.css', '/a.css'], ['/b.css']]);
    assert.deepEqual(paths('css: [a.css]', {}), [['/talks/a.css', 'a.css', '/a.css']]);
  });

  it('merges lists of style sheets item by item, as reveal-md does', () => {
    const { css } = revealMd('css: [own.css]', { css: ['a.css', 'b.css'] });
    assert.deepEqual(
      css.map(({ name }) => name),
      ['own.css', 'b.css'],
    );
  });

  it('says what it can never have, and where that is written', () => {
    const { unapplied, themeSheet, css } = revealMd(
      'theme: https://example.org/a.css\ncss: //example.org/b.css\nscripts: a.js,b.js',
      { template: 'own.html' },
    );
    assert.deepEqual(unapplied, [
      { template: UNAPPLIED.remote, name: 'https://example.org/a.css', origin: { offset: 4 } },
      { template: UNAPPLIED.remote, name: '//example.org/b.css', origin: { offset: 37 } },
      { template: UNAPPLIED.script, name: 'a.js', origin: { offset: 62 } },
      { template: UNAPPLIED.script, name: 'b.js', origin: { offset: 62 } },
      { template: UNAPPLIED.template, name: 'own.html', origin: { file: 'talks/reveal-md.json' } },
    ]);
    assert.equal(themeSheet, null);
    assert.deepEqual(css, []);
  });
});

describe('The look of a deck of another tool', () => {
  const look = (tool: Tool, text: string) =>
    lookOf(parseDeck(text, { setup: setup(tool, { css: ['all.css'] }) }));

  it('has the defaults of reveal.js on a page of its own', () => {
    const { options, highlightTheme, css } = look('reveal', '# a\n');
    assert.equal(options.slideNumber, false);
    assert.equal(highlightTheme, 'monokai');
    assert.deepEqual(css[0]!.paths, ['all.css']);
  });

  it('follows the frontmatter of mkslides', () => {
    const { options, theme, highlightTheme, css, unapplied } = look(
      'mkslides',
      '---\nslides:\n  theme: moon\n  highlight_theme: vs\nrevealjs:\n  height: 1080\nplugins:\n  - extra_css: [own.css]\n    extra_javascript: [a.js]\n---\n',
    );
    assert.deepEqual(
      [theme, highlightTheme, options.height, options.slideNumber],
      ['moon', 'vs', 1080, 'c/t'],
    );
    assert.deepEqual(
      css.map(({ name }) => name),
      ['own.css'],
    );
    assert.deepEqual(
      unapplied.map(({ name }) => name),
      ['a.js'],
    );
  });

  it('follows the frontmatter of vscode-reveal, which has its options at the outermost level', () => {
    const { options, theme, css } = look(
      'vscode-reveal',
      '---\ntheme: white\ncustomTheme: own\ncss: [a.css]\nslideNumber: true\n---\n',
    );
    assert.deepEqual([theme, options.slideNumber], ['white', true]);
    assert.deepEqual(
      css.map(({ name }) => name),
      ['own.css', 'a.css'],
    );
  });
});
