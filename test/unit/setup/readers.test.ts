import assert from 'node:assert/strict';
import { readMkslides } from '../../../src/core/setup/mkslides';
import { readPackageScripts } from '../../../src/core/setup/packageScripts';
import { pageScripts, readPage } from '../../../src/core/setup/page';
import { readRevealMd, readRevealOptions } from '../../../src/core/setup/revealMd';
import { shellCommands } from '../../../src/core/setup/shell';
import { readVscodeReveal } from '../../../src/core/setup/vscodeReveal';

/** The messages, each with the text that it is about. */
function found(
  text: string,
  { problems }: { problems: readonly { message: string; span: { start: number; end: number } }[] },
) {
  return problems.map(({ message, span }) => [text.slice(span.start, span.end), message]);
}

describe('reveal-md.json', () => {
  it('is read with comments, single quotes and keys without quotes, as reveal-md reads it', () => {
    const { values, problems } = readRevealMd(`{
      // the look
      theme: 'css/our.css', highlightTheme: 'base16/zenburn', css: 'a.css, b.css', scripts: ['x.js'],
      template: 'page.html', preprocessor: 'pre.mjs', glob: ['talks/**/*.md'],
      revealOptions: {width: 1200, slideNumber: 'c/t', keyboard: {'27': null}},
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(JSON.parse(JSON.stringify(values)), {
      separators: {},
      theme: 'css/our.css',
      highlightTheme: 'base16/zenburn',
      template: 'page.html',
      preprocessor: 'pre.mjs',
      css: ['a.css', 'b.css'],
      scripts: ['x.js'],
      options: { width: 1200, slideNumber: 'c/t', keyboard: { 27: null } },
      globs: ['talks/**/*.md'],
    });
  });

  it('may have line ends in its patterns, or their escapes', () => {
    const read = (text: string) => readRevealMd(text).values?.separators;
    const expected = { separator: '\\n---\\r?\\n', verticalSeparator: '^--$', notesSeparator: '^Notes :' };
    const rest = '"verticalSeparator": "^--$", "notesSeparator": "^Notes :"';
    assert.deepEqual(read(`{"separator": "\\n---\\r?\\n", ${rest}}`), expected);
    assert.deepEqual(read(`{"separator": "\\\\n---\\\\r?\\\\n", ${rest}}`), expected);
  });

  it('names no decks by the default glob', () => {
    assert.deepEqual(readRevealMd('{"glob": "**/*.md"}').values?.globs, []);
  });

  it('is ignored if it is broken, with the place', () => {
    const text = '{\n  "theme": "white"\n  "css": []\n}';
    const reading = readRevealMd(text);
    assert.equal(reading.values, null);
    assert.deepEqual(found(text, reading), [
      ['"', 'This file is ignored: it is not valid JSON from here on.'],
    ]);
    assert.equal(reading.problems[0]?.span.start, text.indexOf('"css"'));
    assert.deepEqual(found('{"a": 1', readRevealMd('{"a": 1')), [
      ['1', 'This file is ignored: it is not valid JSON from here on.'],
    ]);
    assert.match(readRevealMd('[]').problems[0]!.message, /must hold an object/);
    assert.equal(readRevealMd('').values, null);
  });

  it('keeps what is right beside values of the wrong kind and patterns that cannot be used', () => {
    const text =
      '{"separator": "(?=a)", "verticalSeparator": 4, "theme": 1, "css": [2], "revealOptions": "x", "scripts": "y"}';
    const reading = readRevealMd(text);
    assert.deepEqual(reading.values?.separators, {});
    assert.deepEqual(reading.values?.scripts, ['y']);
    assert.deepEqual(
      found(text, reading).map(([place]) => place),
      ['"separator"', '"verticalSeparator"', '"theme"', '"css"', '"revealOptions"'],
    );
  });

  it('tells patterns that nobody can read from those that only Deckwright cannot', () => {
    const text = '{"separator": "+++", "verticalSeparator": "(?=---)"}';
    const messages = readRevealMd(text).problems.map(({ message }) => message);
    assert.match(
      messages[0]!,
      /^"separator" is not a valid regular expression, so reveal.js shows no slides/,
    );
    assert.match(messages[1]!, /^Deckwright cannot use the pattern in "verticalSeparator"/);
  });

  it('says which options are at the wrong level, unless a template may read them there', () => {
    const text = '{"transition": "fade", "port": 8000, "revealOptions": {"theme": "white", "center": true}}';
    assert.deepEqual(found(text, readRevealMd(text)), [
      ['"transition"', 'reveal-md reads "transition" only in "revealOptions". Move it there.'],
      ['"theme"', 'reveal-md reads "theme" only at the outermost level. Move it out.'],
    ]);
    const both = '{"theme": "white", "revealOptions": {"theme": "white"}}';
    assert.deepEqual(readRevealMd(both).problems, []);
    assert.deepEqual(readRevealMd('{"template": "t.html", "transition": "fade"}').problems, []);
  });

  it('stays harmless however deep it is nested, and whatever its keys are', () => {
    const deep = `{"revealOptions": {"a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}}`;
    assert.ok(readRevealMd(deep).values);
    const { values } = readRevealOptions('{"__proto__": {"width": 1}, "height": 2}');
    assert.deepEqual(Object.entries(values!), [['height', 2]]);
    assert.equal(({} as { width?: number }).width, undefined);
  });
});

describe('the scripts of package.json', () => {
  const calls = (...scripts: string[]) =>
    (readPackageScripts(JSON.stringify({ scripts: { ...scripts } })).values ?? []).map(
      ({ folder, target, values: { separators, theme, css, globs, options } }) =>
        JSON.parse(JSON.stringify({ folder, target, separators, theme, css, globs, options })),
    );
  const nothing = { folder: '', separators: {}, css: [], globs: [], options: {} };

  it('are split as a shell splits them', () => {
    assert.deepEqual(shellCommands(`a=1 b "c d" 'e "f'g\\ h && i --j="k l";m "\\"n\\""|o`), [
      ['a=1', 'b', 'c d', 'e "fg h'],
      ['i', '--j=k l'],
      ['m', '"n"'],
      ['o'],
    ]);
    assert.deepEqual(shellCommands('a "unclosed'), [['a', 'unclosed']]);
  });

  it('set up decks by the flags of reveal-md', () => {
    const script = `reveal-md talks/ -w --separator '^\\n---\\n$' --vertical-separator="^--$" --theme css/our.css --css a.css,b.css --glob "*.md" --width 1200 --static public`;
    assert.deepEqual(calls(script), [
      {
        folder: '',
        target: 'talks/',
        separators: { separator: '^\\n---\\n$', verticalSeparator: '^--$' },
        theme: 'css/our.css',
        css: ['a.css', 'b.css'],
        globs: ['*.md'],
        options: { width: 1200 },
      },
    ]);
  });

  it('may give options of reveal.js by their names, which are no targets', () => {
    const script =
      'reveal-md --reveal-options.slide-number c/t --revealOptions.width=1400 --revealOptions.loop x.md';
    const [call] = readPackageScripts(JSON.stringify({ scripts: { a: script } })).values!;
    assert.deepEqual({ ...call?.revealOptions }, { slideNumber: 'c/t', width: 1400, loop: 'x.md' });
    assert.deepEqual([call?.target, { ...call?.values.options }], ['.', {}]);
  });

  it('may run it in many ways', () => {
    for (const script of [
      'reveal-md x.md',
      'npx --yes reveal-md@6 x.md',
      'rm -rf out && cross-env A=b node_modules/.bin/reveal-md x.md',
      'concurrently "sass -w css" "reveal-md x.md -w"',
      'pnpm exec reveal-md --watch x.md',
    ])
      assert.deepEqual(calls(script), [{ ...nothing, target: 'x.md' }], script);
    assert.deepEqual(calls('cd talks && reveal-md'), [{ ...nothing, folder: 'talks/', target: '.' }]);
  });

  it('that only mention it set up nothing', () => {
    for (const script of [
      'npm install reveal-md',
      'echo reveal-md x.md',
      'my-reveal-md x.md',
      'rm -rf reveal-md',
    ])
      assert.deepEqual(calls(script), [], script);
    assert.equal(readPackageScripts('{"name": "reveal-md"}').values, null);
  });

  it('report a pattern that cannot be used at the name of the script', () => {
    const text = `{"scripts": {"show": "reveal-md --separator '(?!a)'"}}`;
    assert.deepEqual(
      found(text, readPackageScripts(text)).map(([place]) => place),
      ['"show"'],
    );
  });
});

describe('mkslides.yml', () => {
  it('is read with its plugins', () => {
    const { values, problems } = readMkslides(`---
slides:
  theme: slides.css
  highlight_theme: vs
  separator: ^\\s*---\\s*$
  separator_vertical: ^\\s*-v-\\s*$
  separator_notes: "^Notes?:"
  preprocess_script: pre.py
revealjs:
  height: 1080
plugins:
  - name: RevealMermaid
    extra_css: [https://example.org/x.css]
    extra_javascript:
      - x.js
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(values?.separators, {
      separator: '^\\s*---\\s*$',
      verticalSeparator: '^\\s*-v-\\s*$',
      notesSeparator: '^Notes?:',
    });
    assert.deepEqual(
      [values.theme, values.highlightTheme, values.preprocessor],
      ['slides.css', 'vs', 'pre.py'],
    );
    assert.deepEqual([values.css, values.scripts], [['https://example.org/x.css'], ['x.js']]);
    assert.deepEqual({ ...values.options }, { height: 1080 });
  });

  it('reports keys at the wrong level', () => {
    const text =
      'theme: night\nwidth: 800\nslides:\n  transition: fade\n  title: A\nrevealjs:\n  separator: "^==$"\n  center: true\n';
    assert.deepEqual(found(text, readMkslides(text)), [
      ['theme', 'mkslides reads "theme" only in "slides". Move it there.'],
      ['separator', 'mkslides reads "separator" only in "slides". Move it there.'],
      ['width', 'mkslides reads "width" only in "revealjs". Move it there.'],
      ['transition', 'mkslides reads "transition" only in "revealjs". Move it there.'],
    ]);
    const right = 'index:\n  theme: a.css\nslides:\n  theme: night\nrevealjs:\n  theme: x\n  anything: 1\n';
    assert.deepEqual(readMkslides(right).problems, []);
  });

  it('is ignored if it is broken, with the place', () => {
    const text = 'slides:\n  theme: [a\nrevealjs: {}\n';
    const reading = readMkslides(text);
    assert.equal(reading.values, null);
    assert.match(reading.problems[0]!.message, /^This file is ignored: /);
    assert.ok(reading.problems[0]!.span.end <= text.length);
    const pattern = 'slides:\n  separator: "(?=a)"\n';
    assert.deepEqual(
      found(pattern, readMkslides(pattern)).map(([place]) => place),
      ['"(?=a)"'],
    );
  });
});

describe('the settings of vscode-reveal', () => {
  it('are read among all others', () => {
    const { values, problems } = readVscodeReveal(`{
      "editor.tabSize": 2, // others
      "revealjs.separator": "^===$", "revealjs.theme": "white", "revealjs.customTheme": "our",
      "revealjs.css": ["a.css"], "revealjs.width": 1280, "revealjs.title": "Talk",
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(values?.separators, { separator: '^===$' });
    assert.deepEqual(
      [values.theme, values.css, { ...values.options }],
      ['our.css', ['a.css'], { width: 1280 }],
    );
  });

  it('are none if no key is its own', () => {
    assert.equal(readVscodeReveal('{"editor.tabSize": 2}').values, null);
  });
});

describe('an HTML page', () => {
  const PAGE = `<!doctype html><html><head>
<link rel="stylesheet" href="dist/reset.css"><link rel="stylesheet" href="dist/reveal.css">
<link rel="stylesheet" href="dist/theme/night.css" id="theme">
<link rel="stylesheet" href="plugin/highlight/monokai.css">
<link rel="stylesheet" href="css/our.css?v=2">
<!-- <section data-markdown="no.md"></section> -->
<style>.reveal { color: red }</style>
</head><body><div class="reveal"><div class="slides">
<section data-markdown="../talks/a%20b.md" data-separator="^\\n\\n\\n" data-separator-vertical="^\\n\\n" data-separator-notes="^Note:"></section>
<section data-markdown="c.md"></section>
<section data-markdown>inline</section>
<section data-markdown="https://example.org/d.md"></section>
<section data-markdown="../../outside.md"></section>
</div></div>
<script src="dist/reveal.js"></script><script src="plugin/math/math.js"></script><script src="our.js"></script>
<script>
  // '</div>' is text here: Reveal.initialize
  Reveal.initialize({
    width: 1920, 'height': 1080, // the canvas
    slideNumber: 'c/t', margin: compute(1, {a: 2}), keyboard: { 27: () => { next(); } },
    autoAnimate: false, parallaxBackgroundSize: "10px, 20px", plugins: [RevealMarkdown, RevealMath],
    get(x) { return x }, ...others, controls: true
  });
</script></body></html>`;
  const { values: page, problems } = readPage(PAGE, 'pages/index.html');

  it('names the markdown files within the root that it loads, in its order', () => {
    assert.deepEqual(
      page?.parts.map(({ path }) => path),
      ['talks/a b.md', 'pages/c.md'],
    );
    assert.deepEqual(problems, []);
  });

  it("gives each its separators, or reveal.js's own", () => {
    assert.deepEqual(
      page?.parts.map(({ separators }) => separators),
      [
        { separator: '^\\n\\n\\n', verticalSeparator: '^\\n\\n', notesSeparator: '^Note:' },
        { separator: '\\r?\\n---\\r?\\n', notesSeparator: '^s*notes?:' },
      ],
    );
  });

  it('takes separators for all files from the options of the plugin', () => {
    const text =
      "<section data-markdown=a.md></section><script>Reveal.initialize({markdown: {separator: '^--$'}})</script>";
    assert.equal(readPage(text, 'x.html').values?.parts[0]?.separators.separator, '^--$');
  });

  it('has a theme, colors for code, style sheets and scripts besides those of reveal.js', () => {
    const { theme, highlightTheme, css, scripts } = page!.values;
    assert.deepEqual([theme, highlightTheme], ['night', 'monokai']);
    assert.deepEqual([css, scripts], [['css/our.css?v=2'], ['our.js']]);
    assert.deepEqual(page?.styles, ['.reveal { color: red }']);
    assert.equal(page?.math, true);
  });

  it('has the options that are written out, and none that would have to be run', () => {
    assert.deepEqual(
      { ...page?.values.options },
      {
        width: 1920,
        height: 1080,
        slideNumber: 'c/t',
        autoAnimate: false,
        parallaxBackgroundSize: '10px, 20px',
        controls: true,
      },
    );
  });

  it('has the options that a script of its own starts reveal.js with, and does not name that script', () => {
    const text =
      '<section data-markdown=a.md></section><script src="js/init.js?v=1"></script><script src=/more.js></script>';
    assert.deepEqual(pageScripts(text, 'pages/x.html'), ['pages/js/init.js', 'more.js']);
    const code =
      'const deck = new Reveal({ width: 1400, margin: x, plugins: [RevealMath] }); deck.initialize();';
    const other = 'mermaid.initialize({ width: 1 });';
    const scripts = new Map([
      ['pages/js/init.js', code],
      ['more.js', other],
    ]);
    const { values } = readPage(text, 'pages/x.html', scripts);
    assert.deepEqual({ ...values?.values.options }, { width: 1400 });
    assert.deepEqual([values?.values.scripts, values?.math], [['/more.js'], true]);
  });

  it('counts paths from its base if that is relative', () => {
    const parts = (base: string, name = 'a.md') =>
      readPage(
        `<base href="${base}"><section data-markdown="${name}"></section>`,
        'x/y/p.html',
      ).values?.parts.map(({ path }) => path);
    assert.deepEqual(parts('../'), ['x/a.md']);
    assert.deepEqual(parts('..'), ['x/a.md']);
    assert.deepEqual(parts('z/q.html'), ['x/y/z/a.md']);
    assert.deepEqual(parts('z/', '../a.md'), ['x/y/a.md']);
    assert.deepEqual(parts('../../../'), undefined);
    for (const elsewhere of ['/', 'https://example.org/x/', ''])
      assert.deepEqual(parts(elsewhere), ['x/y/a.md']);
  });

  it('is of no concern without a file that it loads', () => {
    assert.equal(readPage('<section data-markdown>text</section>', 'x.html').values, null);
    assert.equal(readPage('<script>"<section data-markdown=a.md>"', 'x.html').values, null);
  });

  it('reports a pattern that cannot be used at its attribute', () => {
    const text = '<section data-markdown="a.md" data-separator="(?=a)"></section>';
    assert.deepEqual(
      found(text, readPage(text, 'x.html')).map(([place]) => place),
      ['data-separator="(?=a)"'],
    );
  });

  it('is read however broken it is', () => {
    for (let end = 0; end <= PAGE.length; end += 7) readPage(PAGE.slice(0, end), 'x.html');
    const script = (code: string) => `<section data-markdown=a.md></section><script>${code}`;
    for (const code of [
      'Reveal.initialize({',
      'Reveal.initialize({a: "',
      'Reveal.initialize({a:}',
      'new Reveal({[{(`',
    ])
      assert.ok(readPage(script(code), 'x.html').values);
  });

  // Each of these would take hours if some place were read again and again; the test's own limit ends it.
  it('is read in time that grows only with its length', () => {
    const length = 200_000;
    const script = (code: string) => `<section data-markdown=a.md></section><script>${code}`;
    const link = (href: string) =>
      `<section data-markdown=a.md></section><link rel=stylesheet href="${href}">`;
    for (const text of [
      script(`Reveal.initialize({${'/*'.repeat(length)}`),
      script(`Reveal.initialize({a: "${'\\"'.repeat(length)}`),
      script('x.initialize({'.repeat(length / 10)),
      link('highlight'.repeat(length / 5)),
      '<section data-markdown="a.md">'.repeat(length / 20),
    ])
      assert.ok(readPage(text, 'x.html').values);
  });
});
