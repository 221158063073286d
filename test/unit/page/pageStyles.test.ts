import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { NAMED_SETUPS } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { lookOf } from '../../../src/core/options/slideOptions';
import { CHANGED_THEMES, lookStyles, type PageStyle } from '../../../src/core/page/pageStyles';

/** The style sheets of a reveal-md deck in a folder with these files. */
function styled(yaml: string, files: Readonly<Record<string, string>> = {}) {
  const deck = parseDeck(`---\n${yaml}\n---\n`, { setup: 'reveal-md' });
  const { styles, unapplied } = lookStyles(lookOf(deck), {
    read: (path) => (Object.hasOwn(files, path) ? { css: files[path]! } : { trouble: 'missing' }),
    highlight: (name) => (name === 'github' ? 'github' : null),
  });
  return {
    styles: styles.map((style: PageStyle) => (typeof style === 'string' ? style : style.css)),
    lost: unapplied.map(({ template, name }) => template.replace('{0}', name)),
  };
}

describe('The style sheets of a look', () => {
  it('are in the order of reveal-md’s page', () => {
    assert.deepEqual(
      styled('theme: own.css\nhighlightTheme: github\ncss: [a.css, b.css]', {
        'own.css': 'own',
        'a.css': 'a',
        'b.css': 'b',
      }).styles,
      ['page.css', 'own', 'github', 'lineNumbers.css', 'a', 'b'],
    );
  });

  it('end with what the page that loads the deck says itself, whose files count from its folder', () => {
    const styles = ["@import 'more.css'; a { background: url(b.png) }", 'c {}'];
    const page = { file: 'course/index.html', parts: [], styles };
    const setup = { ...NAMED_SETUPS.reveal, source: 'course/index.html', css: ['./own.css'], page };
    const found = lookStyles(lookOf(parseDeck('# One\n', { setup })), {
      read: (path) => ({ css: `${path} {}` }),
      highlight: () => null,
    });
    assert.deepEqual(found.styles.slice(-4), [
      { css: './own.css {}', origin: { file: 'course/index.html' } },
      { css: '/course/more.css {}', origin: { file: 'course/index.html' } },
      { css: ' a { background: url("/course/b.png") }', origin: { file: 'course/index.html' } },
      { css: 'c {}', origin: { file: 'course/index.html' } },
    ]);
  });

  it('are the defaults where the author’s are not found, which is said', () => {
    const { styles, lost } = styled('theme: own.css\nhighlightTheme: strange\ncss: a.css');
    assert.deepEqual(styles, ['page.css', 'themes/black.css', 'highlight/zenburn.css', 'lineNumbers.css']);
    assert.deepEqual(lost, [
      'Theme or style sheet not found: own.css',
      'Color scheme for code not known: strange',
      'Theme or style sheet not found: a.css',
    ]);
  });

  it('show themes as in the reveal.js 5 of reveal-md, and elsewhere as in the newest', () => {
    assert.deepEqual(styled('theme: beige').styles.slice(1, 3), [
      'themes/beige.css',
      'themes/reveal5/beige.css',
    ]);
    assert.equal(styled('theme: black').styles[2], 'highlight/zenburn.css');
    for (const name of ['reveal', 'mkslides', 'vscode-reveal'] as const) {
      const deck = parseDeck('# One\n', { setup: { ...NAMED_SETUPS[name], theme: 'beige' } });
      const { styles } = lookStyles(lookOf(deck), {
        read: () => ({ trouble: 'missing' }),
        highlight: () => null,
      });
      assert.ok(styles.includes('themes/beige.css'), name);
      assert.ok(!styles.includes('themes/reveal5/beige.css'), name);
    }
  });

  it('have a file for each theme that has changed since reveal.js 5', () => {
    const files = readdirSync('media/slides/reveal5').sort();
    assert.deepEqual(
      files,
      CHANGED_THEMES.map((theme) => `${theme}.css`),
    );
  });

  it('name files as the deck would', () => {
    const { styles } = styled('css: css/sub/a.css', {
      'css/sub/a.css':
        'a { b: url(x.png); c: url("../y z.png"); d: url(/top.png); e: url(../../../up.png); f: url(data:,x); g: url(https://a.b/c); h: url(#i) }',
    });
    assert.equal(
      styles.at(-1),
      'a { b: url("css/sub/x.png"); c: url("css/y z.png"); d: url("/top.png"); e: url("../up.png"); f: url("data:,x"); g: url("https://a.b/c"); h: url("#i") }',
    );
  });

  it('come after those that they import, each of which may depend on a condition', () => {
    const { styles, lost } = styled('css: css/a.css', {
      'css/a.css':
        '@import "b.css"; @import url(../c.css) layer(x) supports(display: grid) print; @import "https://fonts.example/f.css"; @import "gone.css"; a {} @import "late.css";',
      'css/b.css': '@import "a.css"; b {}',
      'c.css': 'c { d: url(e.png) ',
    });
    assert.deepEqual(
      styles.slice(-3).map((css) => css.replace(/\s+/g, ' ').trim()),
      ['b {}', '@layer x {@supports (display: grid) {@media print {c { d: url("e.png") } } }', 'a {}'],
    );
    assert.deepEqual(lost, [
      'Style sheet on another server, so not loaded: https://fonts.example/f.css',
      'Theme or style sheet not found: css/gone.css',
    ]);
  });

  it('are only style sheets by their names', () => {
    assert.deepEqual(styled('css: .env', { '.env': 'SECRET' }).lost, [
      'Theme or style sheet not found: .env',
    ]);
  });

  it('end, however often they import each other', () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        `${n}.css`,
        `@import "${(n + 1) % 30}.css"; @import "${(n + 7) % 30}.css"; a {}`,
      ]),
    );
    assert.ok(styled('css: 0.css', files).styles.length < 110);
  });
});
