import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { exported, INLINED, PNG } from './exporting';

describe('an exported page', () => {
  it('holds the slides in the form of reveal.js, stacks within a section', async () => {
    const { html } = await exported('# A\n\n---\n\n# B\n\n----\n\n# C\n\n---\n\n# D');
    const shape = html
      .slice(html.indexOf('<div class="slides">'))
      .match(/<\/?section|<h1>\w/g)
      ?.join(' ');
    const slide = (name: string) => `<section <h1>${name} </section`;
    assert.equal(
      shape,
      `${slide('A')} <section ${slide('B')} ${slide('C')} </section ${slide('D')}`.replaceAll('  ', ' '),
    );
  });

  it('makes vertical slides of the sections in a slide of reveal.js that is in no stack', async () => {
    const section = '<section>\nb\n</section>';
    const deck = parseDeck(`${section}\n\n---\n\n# C\n\n----\n\n${section}`, { setup: 'reveal-md' });
    const { html } = await exported(deck);
    const [, slides = ''] = html.split('<div class="slides">');
    const shape = slides
      .match(/<(?:\/?section|div)>/g)
      ?.slice(0, 11)
      .join('');
    assert.equal(
      shape,
      '<section><section></section></section><section><section></section><section><div></section></section>',
    );
  });

  it('has the title and the language of the deck', async () => {
    const { html } = await exported('---\ntitle: R&D <b>\nlang: de\n---\n\n# Other');
    assert.match(html, /<title>R&amp;D &lt;b&gt;<\/title>/);
    assert.match(html, /<html lang="de">/);
    assert.match(html, /<div class="reveal" lang="de">/);
  });

  it('takes its title from the first heading, or else from the file', async () => {
    assert.match((await exported('text\n\n---\n\n# First')).html, /<title>First</);
    assert.match((await exported('text')).html, /<title>talk</);
  });

  it('gives reveal.js the options of the deck, which cannot end an element', async () => {
    const { html } = await exported(
      '---\nslideOptions:\n  width: 1234\n  parallaxBackgroundSize: "</script><script>alert(1)"\n---\n\n# A',
    );
    const written = /<script type="application\/json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    const options = JSON.parse(written) as Record<string, unknown>;
    assert.equal(options.width, 1234);
    assert.equal(options.parallaxBackgroundSize, '</script><script>alert(1)');
    assert.equal(options.history, true);
  });

  it('starts at the slide it is to start at, counted without those that are hidden', async () => {
    const hidden = '<!-- .slide: data-visibility="hidden" -->\n\n';
    const deck = parseDeck(
      `# A\n\n---\n\n${hidden}# B\n\n---\n\n# C\n\n----\n\n${hidden}# D\n\n----\n\n# E\n\n---\n\n${hidden}# F`,
      { setup: 'reveal-md', allowCustomSeparators: true },
    );
    const startAt = async (index: number) => {
      const { html } = await exported(deck, {}, { start: deck.slides[index] });
      const written = /<script type="application\/json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
      return (JSON.parse(written) as { start?: string }).start;
    };
    const starts = await Promise.all([0, 1, 2, 3, 4, 5].map(startAt));
    assert.deepEqual(starts, ['#/0', '#/1', '#/1', '#/1/1', '#/1/1', undefined]);
  });

  it('allows exactly its own scripts to run', async () => {
    const { html } = await exported('# A');
    const policy = policyOf(html);
    const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text!);
    assert.equal(scripts.length, 1);
    const hashes = [...scripts, 'run("page/speakerView.js")'].map(
      (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
    assert.match(policy, /^default-src 'none'; /);
    assert.ok(policy.includes(`script-src ${hashes.join(' ')};`), policy);
    assert.ok(policy.includes('img-src data:;'), policy);
    assert.doesNotMatch(policy, /https?:/);
  });

  it('holds only what the deck needs', async () => {
    const plain = (await exported('# A')).html;
    assert.doesNotMatch(plain, /icons\.css|source-sans-pro|mermaid|diagrams\.css/);
    const rich = (
      await exported('<i class="fa fa-heart"></i> <b style="font-family: Source Sans Pro">a</b>\n\n$x$')
    ).html;
    assert.match(rich, /styles\/icons\.css/);
    assert.match(rich, /styles\/source-sans-pro\.css/);
    assert.match(rich, /page\/diagrams\.css/);
    assert.match(rich, /run\("page\/math\.js"\)<\/script>\n<script>run\("page\/page\.js"\)/);
  });

  it('says where the frontmatter is broken, and shows what there is', async () => {
    const { html, problems } = await exported('---\ntitle: [a\ntype: slide\n---\n\n# A');
    assert.equal(problems.length, 1);
    assert.match(html, /<h1>A<\/h1>/);
  });
});

export function policyOf(html: string): string {
  return (/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll(
    '&#39;',
    "'",
  );
}

describe('the style sheets of an exported page', () => {
  const text = (css: string) => new TextEncoder().encode(css);
  const deck = (yaml: string) => parseDeck(`---\n${yaml}\n---\n\n# a\n`, { setup: 'reveal-md' });

  it('are the author’s, with the pictures and fonts they name', async () => {
    const { html, problems } = await exported(deck('theme: css/own.css'), {
      'css/own.css': text('@import "more.css"; b { background: url(../a.png) }'),
      'css/more.css': text('i { color: red } </STYLE><script>'),
      'a.png': PNG,
    });
    assert.deepEqual(problems, []);
    assert.ok(html.includes(`b { background: url("${INLINED}") }`));
    assert.ok(html.includes('i { color: red } <\\/STYLE>'));
    assert.ok(!html.includes('themes/black.css'));
  });

  it('keep their links if the page is to have links', async () => {
    const files = { 'css/own.css': text('b { background: url(a.png) }') };
    const { html } = await exported(deck('css: css/own.css'), files, { assets: 'link' });
    assert.ok(html.includes('b { background: url("css/a.png") }'));
  });

  it('are those of another theme on request', async () => {
    const own = await exported(deck('theme: own.css'), { 'own.css': text('own') }, { theme: 'white' });
    assert.ok(own.html.includes('themes/white.css') && !own.html.includes('own'));
    const { html } = await exported('---\nslideOptions:\n  theme: sky\n---\n', {}, { theme: 'league' });
    assert.ok(html.includes('hedgedoc/league.css') && !html.includes('hedgedoc/sky.css'));
  });

  it('are missed by line where they can’t be had', async () => {
    const { problems } = await exported(
      deck('theme: own.css\ncss: https://example.org/a.css\nscripts: a.js'),
      { 'own.css': text('@font-face { src: url(a.eot), url(gone.woff) }') },
    );
    assert.deepEqual(
      problems.map(({ line, message, missing }) => `${line} ${message} (${missing?.kind})`),
      [
        '1 File not found: gone.woff (font)',
        '2 Style sheet on another server, so not loaded: https://example.org/a.css (file)',
        '3 Scripts are not run: a.js (file)',
      ],
    );
  });

  it('are not the author’s in Restricted Mode', async () => {
    const { html, problems } = await exported(
      deck('theme: own.css'),
      { 'own.css': text('secret') },
      { trusted: false },
    );
    assert.equal(problems[0]?.message, 'Style sheets are not applied in Restricted Mode: own.css');
    assert.ok(!html.includes('secret'));
    assert.ok(html.includes('themes/black.css'));
  });
});
