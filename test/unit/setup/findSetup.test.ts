import assert from 'node:assert/strict';
import { SetupFinder } from '../../../src/core/setup/findSetup';
import * as readers from '../../../src/core/setup/readers';

/** A finder over these files, and how often each folder was listed and each file read. */
function over(files: Readonly<Record<string, string | null>>, isLoose = false) {
  const counts = new Map<string, number>();
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  const finder = new SetupFinder(
    {
      isLoose,
      async list(folder) {
        count(`${folder}/`);
        const names = new Map<string, 'file' | 'folder'>();
        const start = folder === '' ? '' : `${folder}/`;
        for (const path of Object.keys(files).filter((each) => each.startsWith(start))) {
          const [name = '', ...rest] = path.slice(start.length).split('/');
          names.set(name, rest.length > 0 ? 'folder' : 'file');
        }
        return names;
      },
      async read(file) {
        count(file);
        return files[file] ?? null;
      },
    },
    async () => readers,
  );
  return { finder, counts };
}

const of = (files: Readonly<Record<string, string | null>>, deck: string) => over(files).finder.of(deck);
const page = (...decks: string[]) =>
  decks.map((deck) => `<section data-markdown="${deck}"></section>`).join('\n');

describe('the set-up of a deck', () => {
  it('is the nearest one upwards', async () => {
    const files = { 'reveal-md.json': '{"theme": "white"}', 'talks/reveal-md.json': '{"theme": "night"}' };
    assert.equal((await of(files, 'talks/2026/deck.md'))?.theme, 'night');
    assert.equal((await of(files, 'talks/2026/deck.md'))?.source, 'talks/reveal-md.json');
    assert.equal((await of(files, 'deck.md'))?.theme, 'white');
    assert.equal(await of({ 'other/reveal-md.json': '{}' }, 'talks/deck.md'), null);
  });

  it("has the tool's own separators where nothing is configured", async () => {
    const files = { 'reveal-md.json': '{"separator": "^==$"}' };
    assert.deepEqual((await of(files, 'deck.md'))?.separators, {
      separator: '^==$',
      verticalSeparator: '\\r?\\n----\\r?\\n',
      notesSeparator: '^s*notes?:',
    });
  });

  it('has paths as the deck would write them', async () => {
    const json =
      '{"theme": "css/our.css", "css": ["../up.css", "https://example.org/x.css"], "highlightTheme": "base16/zenburn"}';
    const setup = await of({ 'talks/reveal-md.json': json }, 'talks/2026/deck.md');
    assert.equal(setup?.theme, '../css/our.css');
    assert.equal(setup?.highlightTheme, 'base16/zenburn');
    assert.deepEqual(setup?.css, ['../../up.css', 'https://example.org/x.css']);
    const outside = await of({ 'reveal-md.json': '{"css": "../up.css"}' }, 'talks/deck.md');
    assert.deepEqual(outside?.css, ['../../up.css']);
  });

  it('has the options for mermaid, or that there are no diagrams', async () => {
    const files = {
      'reveal-md.json': '{"mermaid": {"theme": "forest"}}',
      'a/reveal-md.json': '{"mermaid": false}',
    };
    assert.deepEqual({ ...((await of(files, 'deck.md'))?.mermaid as object) }, { theme: 'forest' });
    assert.equal((await of(files, 'a/deck.md'))?.mermaid, false);
  });

  it('is for the files that a glob matches, from its folder or from the one that reveal-md is called for', async () => {
    const files = {
      'a/reveal-md.json': '{"glob": ["**/*-slides.md", "x.md"]}',
      'mkslides.yml': 'slides: {}',
    };
    assert.equal((await of(files, 'a/b/1-slides.md'))?.tool, 'reveal-md');
    assert.equal((await of(files, 'a/b/1-slides.md'))?.namesDeck, true);
    assert.equal((await of(files, 'a/b/1.md'))?.tool, 'mkslides');
    assert.equal((await of(files, 'a/b/x.md'))?.tool, 'mkslides');
    const called = { ...files, 'a/package.json': '{"scripts": {"s": "reveal-md b"}}' };
    assert.equal((await of(called, 'a/b/x.md'))?.tool, 'reveal-md');
  });

  it("merges what reveal-md merges: flags, its file, reveal.js's options", async () => {
    const files = {
      'reveal-md.json': '{"theme": "white", "css": "a.css", "revealOptions": {"width": 1}}',
      'reveal.json': '{"width": 2, "height": 2}',
      'package.json':
        '{"scripts": {"s": "reveal-md talks --theme night --separator ^x$ --margin 0 --height 3"}}',
    };
    const setup = await of(files, 'talks/deck.md');
    assert.deepEqual([setup?.theme, setup?.css, setup?.separators.separator], ['night', ['../a.css'], '^x$']);
    assert.deepEqual({ ...setup?.options }, { width: 1, height: 2, margin: 0 });
    assert.deepEqual([setup?.source, setup?.namesDeck], ['reveal-md.json', true]);
    const other = await of(files, 'readme.md');
    assert.deepEqual([other?.theme, other?.namesDeck], ['white', false]);
  });

  it('has the options of the call before those of the file only where they are named as such', async () => {
    const files = {
      'reveal-md.json': '{"revealOptions": {"width": 1, "height": 1}}',
      'package.json': '{"scripts": {"s": "reveal-md . --reveal-options.width 2 --height 2"}}',
    };
    assert.deepEqual({ ...(await of(files, 'deck.md'))?.options }, { width: 2, height: 1 });
  });

  it('comes from the scripts alone for what they show, and for nothing else', async () => {
    const files = { 'package.json': '{"scripts": {"s": "cd docs && reveal-md talks --css our.css"}}' };
    const setup = await of(files, 'docs/talks/deck.md');
    assert.deepEqual([setup?.source, setup?.css, setup?.namesDeck], ['package.json', ['../our.css'], true]);
    assert.equal(await of(files, 'talks/deck.md'), null);
  });

  it("is reveal-md's before mkslides' before vscode-reveal's in one folder", async () => {
    const files: Record<string, string> = {
      'reveal-md.json': '{}',
      'mkslides.yml': 'slides: {}',
      '.vscode/settings.json': '{"revealjs.css": ["a.css"]}',
    };
    const tool = async () => (await of(files, 'talks/deck.md'))?.tool;
    assert.equal(await tool(), 'reveal-md');
    delete files['reveal-md.json'];
    assert.equal(await tool(), 'mkslides');
    delete files['mkslides.yml'];
    assert.equal(await tool(), 'vscode-reveal');
    assert.deepEqual((await of(files, 'talks/deck.md'))?.css, ['./a.css']);
    assert.equal((await of(files, 'talks/deck.md'))?.separators.verticalSeparator, '^\\r?\\n--\\r?\\n$');
  });

  it('is a page that names the deck before any configuration', async () => {
    const files = { 'index.html': page('talks/a.md', 'talks/sub/b.md'), 'talks/reveal-md.json': '{}' };
    const setup = await of(files, 'talks/a.md');
    assert.deepEqual([setup?.tool, setup?.source, setup?.namesDeck], ['reveal', 'index.html', true]);
    assert.deepEqual(setup?.page, {
      file: 'index.html',
      parts: ['./a.md', './sub/b.md'],
      styles: [],
    });
    assert.equal((await of(files, 'talks/c.md'))?.tool, 'reveal-md');
  });

  it('is, of several pages, the nearest, then the one named as the deck is, then the index', async () => {
    const files: Record<string, string> = {
      'index.html': page('talks/a.md'),
      'talks/0.html': page('a.md'),
      'talks/index.html': page('a.md'),
      'talks/a.html': page('a.md'),
    };
    const source = async () => (await of(files, 'talks/a.md'))?.source;
    assert.equal(await source(), 'talks/a.html');
    assert.equal((await of(files, 'talks/a.md'))?.page?.file, 'talks/a.html');
    delete files['talks/a.html'];
    assert.equal(await source(), 'talks/index.html');
  });

  it('is a page in a folder beside the deck or beside a folder that it is in, if no page is nearer', async () => {
    const nearby = {
      'reveal-md.json': '{}',
      'html/index.html': page('../talks/a/deck.md'),
      'talks/pages/index.html': page('../b/deck.md'),
    };
    const deck = 'talks/a/deck.md';
    assert.equal((await of(nearby, deck))?.source, 'html/index.html');
    assert.equal(
      (await of({ ...nearby, 'talks/b/x.html': page(`../../${deck}`) }, deck))?.source,
      'talks/b/x.html',
    );
    assert.equal((await of({ ...nearby, 'index.html': page(deck) }, deck))?.source, 'index.html');
    assert.equal((await of({ 'a/b/index.html': page(`../../${deck}`) }, deck))?.source, undefined);
  });

  it('has the paths of such a page as the deck would write them', async () => {
    const html = `<link rel="stylesheet" href="our.css">${page('../talks/deck.md', '../talks/b.md')}`;
    const setup = await of({ 'html/index.html': html }, 'talks/deck.md');
    assert.deepEqual([setup?.css, setup?.page?.parts], [['../html/our.css'], ['./deck.md', './b.md']]);
  });

  it('counts everything from the base of the page, and reads the script that starts reveal.js', async () => {
    const html = `<base href="../"><link rel="stylesheet" href="css/our.css">${page('talks/deck.md')}<script src="js/init.js"></script>`;
    const files = { 'html/index.html': html, 'js/init.js': 'Reveal.initialize({ width: 1400 })' };
    const setup = await of(files, 'talks/deck.md');
    assert.deepEqual([setup?.source, setup?.page?.file], ['html/index.html', 'index.html']);
    assert.deepEqual([setup?.css, setup?.options.width], [['../css/our.css'], 1400]);
  });

  it('is not looked for where pages are generated or installed, nor around a deck that is in no project', async () => {
    const deck = 'talks/deck.md';
    for (const folder of ['node_modules', '.git', 'dist', '_site']) {
      const { finder, counts } = over({ [`${folder}/index.html`]: page(`../${deck}`) });
      assert.equal(await finder.of(deck), null);
      assert.equal(counts.get(`${folder}/`), undefined);
    }
    const generated = Object.fromEntries(
      Array.from({ length: 30 }, (_, number) => [`html/${number}.html`, page(`../${deck}`)]),
    );
    assert.equal(await of(generated, deck), null);
    const loose = over({ 'html/index.html': page('../deck.md') }, true);
    assert.equal(await loose.finder.of('deck.md'), null);
    assert.equal(loose.counts.get('html/'), undefined);
  });

  it('is looked for in some of very many folders', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, number) => [`f${number}/index.html`, page('x.md')]),
    );
    const { finder, counts } = over(many);
    assert.equal(await finder.of('f0/deck.md'), null);
    assert.ok(counts.size < 100, `${counts.size}`);
  });

  it('is found for many decks by listing each folder and reading each file once', async () => {
    const decks = Array.from({ length: 100 }, (_, index) => `${index}.md`);
    const { finder, counts } = over({
      'talks/index.html': page(...decks),
      'reveal-md.json': '{}',
      'talks/0.md': '',
    });
    const setups = await Promise.all(decks.map((deck) => finder.of(`talks/${deck}`)));
    assert.ok(setups.every((setup) => setup?.page?.parts.length === 100));
    assert.deepEqual(Object.fromEntries(counts), {
      'talks/': 1,
      '/': 1,
      'talks/index.html': 1,
      'reveal-md.json': 1,
    });
  });

  it('consists of the defaults if the file is broken or unreadable, which is reported', async () => {
    const { finder } = over({
      'a/reveal-md.json': '{',
      'b/mkslides.yml': null,
      'reveal-md.json': '{"theme": "x"}',
    });
    const [a, b] = [await finder.of('a/deck.md'), await finder.of('b/deck.md')];
    assert.deepEqual(
      [a?.tool, a?.separators.separator, a?.theme],
      ['reveal-md', '\\r?\\n---\\r?\\n', undefined],
    );
    assert.deepEqual(
      [b?.tool, b?.separators.verticalSeparator, b?.theme],
      ['mkslides', undefined, undefined],
    );
    assert.deepEqual([...finder.problems.keys()].sort(), ['a/reveal-md.json', 'b/mkslides.yml']);
  });

  it('does not concern broken files that are for other tools', async () => {
    const { finder } = over({ 'package.json': '{', '.vscode/settings.json': '{', 'a.html': '<section' });
    assert.equal(await finder.of('deck.md'), null);
    assert.equal(finder.problems.size, 0);
  });

  describe('with files that reveal-md.json names', () => {
    const json =
      '{"theme": "css/our.css", "css": "a.css, css/b.css", "scripts": ["js/c.js"], "template": "t.html"}';
    const missing = async (files: Readonly<Record<string, string | null>>, deck = 'talks/deck.md') => {
      const { finder, counts } = over(files);
      await finder.of(deck);
      // Folders are listed once more when it is known what to look for.
      const tooOften = [...counts].filter(([what, count]) => count > (what.endsWith('/') ? 2 : 1));
      assert.deepEqual(tooOften, []);
      return [...finder.problems.values()].flatMap(({ text, problems }) =>
        problems.map(({ span }) => text.slice(span.start, span.end)),
      );
    };

    it('reports those that do not exist', async () => {
      const files = { 'talks/reveal-md.json': json, 'talks/a.css': '' };
      assert.deepEqual(await missing(files), ['css/our.css', 'css/b.css', 'js/c.js', 't.html']);
    });

    it('finds them from the folder of the file up', async () => {
      const files = {
        'talks/reveal-md.json': json,
        'talks/css/our.css': '',
        'a.css': '',
        'css/b.css': '',
        'talks/js/c.js': '',
        't.html': '',
      };
      assert.deepEqual(await missing(files), []);
    });

    it('leaves alone addresses, names of themes, and what may be elsewhere', async () => {
      const names = [
        'https://example.org/a.css',
        '//example.org/a.css',
        '../../a.css',
        'node_modules/x/a.css',
      ];
      const config = JSON.stringify({
        theme: 'night',
        css: names,
        preprocessor: 'p.js',
        template: 'template/reveal.html',
      });
      assert.deepEqual(await missing({ 'talks/reveal-md.json': config }), []);
    });

    it('misses one that goes while the configuration is read', async () => {
      const files: Record<string, string> = { 'reveal-md.json': '{"css": "a.css"}', 'a.css': '' };
      const { finder } = over(files);
      const { read } = finder.files;
      finder.files.read = (file) => {
        delete files['a.css'];
        return read(file);
      };
      await finder.of('deck.md');
      assert.equal(finder.problems.get('reveal-md.json')?.problems.length, 1);
    });

    it('knows where it looked, so that they can be watched', async () => {
      const { finder } = over({ 'talks/reveal-md.json': '{"css": "css/a.css"}' });
      await finder.of('talks/deck.md');
      assert.deepEqual([...finder.named], ['talks/css/a.css', 'css/a.css']);
    });
  });
});
