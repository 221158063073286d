import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { embeddedHosts } from '../../../src/export/embeddedPages';
import { exported } from './exporting';
import { policyOf } from './page.test';

const DECK = `# A

{%youtube aqz-KE-bpKQ %}

---

<iframe src="//Codepen.io/a/embed/b"></iframe>

<iframe src="https://codepen.io/a/embed/c"></iframe>

---

<!-- .slide: data-background-iframe="https://x.org:8443/back" -->
# C
`;

const LOST = `# A

<iframe src="http://x.org/"></iframe>

<iframe src="https://x.org/a.pdf"></iframe>

---

<iframe src="page.html"></iframe>
`;

describe('embedded pages of a deck', () => {
  it('are named by their hosts, to ask whether they are live', () => {
    const hosts = (text: string) => embeddedHosts(parseDeck(text, { setup: 'hedgedoc' }));
    assert.deepEqual(hosts(DECK), ['www.youtube.com', 'codepen.io', 'x.org:8443']);
    assert.deepEqual(hosts(LOST), []);
    assert.deepEqual(hosts('# A\n\n[link](https://x.org/) `<iframe src="https://x.org/">`'), []);
  });

  it('leave no frame and no host in a page that shows them as cards', async () => {
    const { html, problems } = await exported(DECK + LOST);
    assert.doesNotMatch(html, /<iframe|data-background-iframe/);
    assert.match(policyOf(html), /frame-src 'self' file:;/);
    assert.equal(problems.length, 1);
  });

  it('are reported with their line if they are behind a slide and others are cards', async () => {
    const behind = (url: string) => `\n<!-- .slide: data-background-iframe="${url}" -->\n# A\n`;
    const { html, problems } = await exported(['https://x.org/', ' page.html'].map(behind).join('\n---\n'));
    const expected = [
      [1, 'In the background only if embedded pages are live: https://x.org/'],
      [6, 'Only pages at https: addresses can be live: page.html'],
    ];
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message]),
      expected,
    );
    for (const [, message] of expected) assert.ok(html.includes(`data-lost-background="${message}"`));
  });

  it('may come only from their own hosts in a page that shows them live', async () => {
    const { html, problems } = await exported(DECK, {}, { embeds: 'live' });
    assert.equal(html.match(/<iframe /g)?.length, 3);
    assert.match(
      policyOf(html),
      /frame-src 'self' file: https:\/\/www\.youtube\.com https:\/\/codepen\.io https:\/\/x\.org:8443;/,
    );
    assert.doesNotMatch(policyOf(html).replace(/frame-src[^;]*/, ''), /https?:/);
    assert.deepEqual(problems, []);
  });

  it('are reported with their line if they cannot be live', async () => {
    const { problems } = await exported(LOST, {}, { embeds: 'live' });
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message]),
      [
        [2, 'Only pages at https: addresses can be live: http://x.org/'],
        [4, "PDF documents can't be live: https://x.org/a.pdf"],
        [8, 'Only pages at https: addresses can be live: page.html'],
      ],
    );
    assert.deepEqual(problems[0]!.missing, { kind: 'page', url: 'http://x.org/' });
  });
});
