import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { Unreadable } from '../../../src/export/files';
import { exported, INLINED, PNG } from './exporting';

describe('pictures in an exported page', () => {
  const files = { 'a b.png': PNG, 'pics/a.png': PNG, '/top.png': PNG, '1234.png': PNG };

  it('are in the page wherever the deck names them', async () => {
    const deck = [
      '---\nslideOptions:\n  parallaxBackgroundImage: pics/a.png\n---\n',
      '![](pics/a.png) ![](./a%20b.png) ![](/top.png)\n',
      '<video poster="pics/a.png"></video>\n',
      '<b style="background: url(pics/a.png)">b</b>\n',
      '<style>.slides { background: url("pics/a.png") }</style>\n',
      '<!-- .slide: data-background="pics/a.png" -->\n',
    ].join('\n');
    const { html, problems } = await exported(deck, { ...files, './a b.png': PNG });
    assert.deepEqual(problems, []);
    assert.equal(html.split(INLINED).length - 1, 8);
    assert.doesNotMatch(html, /\.png/);
  });

  it('come from the copy beside the deck if they were uploaded to a HedgeDoc', async () => {
    const { html, problems } = await exported('![](https://pad.example.org/uploads/1234.png)', files);
    assert.deepEqual(problems, []);
    assert.match(html, new RegExp(`<img src="${INLINED.replace('+', '\\+')}"`));
  });

  it('that are missing are reported by line, in document order', async () => {
    const deck =
      'a\n\n![](gone.png)\n\n![](pics/a.png)\n\n---\n\n<!-- .slide: data-background="gone2.png" -->\n';
    const { html, problems } = await exported(deck, files);
    assert.deepEqual(
      problems.map(({ message, line }) => `${line} ${message}`),
      ['2 File not found: gone.png', '8 File not found: gone2.png'],
    );
    assert.ok(html.includes(INLINED));
  });

  it('that are missing are boxes, but only words for a background, so that the theme’s background shows', async () => {
    const boxes = async (deck: string) => {
      const { html } = await exported(deck, files);
      const lost = [...html.matchAll(/<(\w+)[^>]* data-lost-background="([^"]*)"/g)];
      return [
        html.split('data:image/svg+xml,').length - 1,
        ...lost.map(([, tag, words]) => `${tag}: ${words}`),
      ];
    };
    assert.deepEqual(await boxes('![](gone.png)'), [1]);
    assert.deepEqual(await boxes('<!-- .slide: data-background="gone.png" -->'), [
      0,
      'section: File not found: gone.png',
    ]);
    assert.deepEqual(await boxes('<style>.slides { background: url(gone.png) }</style>'), [0]);
    assert.deepEqual(await boxes('---\nslideOptions:\n  parallaxBackgroundImage: gone.png\n---\n'), [
      0,
      'div: File not found: gone.png',
    ]);
  });

  it('on other servers are not fetched and not linked', async () => {
    const deck = '![](https://example.org/x.png)\n\n![](https://pad.example.org/uploads/none.png)';
    const { html, problems } = await exported(deck);
    assert.deepEqual(
      problems.map(({ message, line }) => `${line} ${message}`),
      [
        '0 On another server, so not in this file: https://example.org/x.png',
        '2 Uploaded file without a copy beside the deck: https://pad.example.org/uploads/none.png',
      ],
    );
    assert.doesNotMatch(html, /src="https:/);
  });

  it('are only pictures, videos, sounds and fonts', async () => {
    const { html, problems } = await exported('![](.env)', { '.env': new TextEncoder().encode('SECRET') });
    assert.match(problems[0]?.message ?? '', /^Not a picture/);
    assert.ok(!html.includes(Buffer.from('SECRET').toString('base64')));
  });

  it('are distinguished from missing videos, sounds, fonts and other files', async () => {
    const deck = [
      '![](a.png) ![](a?b=c)\n',
      '<video src="b.mp4?t=1" poster="c.jpg"></video> <audio src="d.mp3"></audio> <video src="e"></video>\n',
      '<style>@font-face { src: url(f.woff2) } p { background: url(g.svg) }</style>\n',
    ].join('\n');
    const { problems } = await exported(`---\ntitle: [\n---\n${deck}`);
    assert.deepEqual(
      problems.map(({ missing }) => missing && `${missing.url} ${missing.kind}`),
      [
        null,
        'a.png picture',
        'a?b=c picture',
        'b.mp4?t=1 video',
        'c.jpg picture',
        'd.mp3 sound',
        'e file',
        'f.woff2 font',
        'g.svg picture',
      ],
    );
  });

  it('are not looked for on other machines', async () => {
    const { problems } = await exported(
      '![](\\\\\\\\host\\\\share\\\\x.png) ![](%5C%5Chost%5Cshare%5Cy.png)',
    );
    assert.equal(problems.length, 2);
    for (const { message } of problems) assert.match(message, /^Not the address of a file:/);
  });

  it('say why they cannot be read', async () => {
    const read = (reason: ConstructorParameters<typeof Unreadable>[0]) => async () => {
      throw new Unreadable(reason);
    };
    for (const [reason, words] of [
      ['outside', /^File outside/],
      ['tooLarge', /^File too large/],
      ['unreadable', /^File not readable/],
    ] as const) {
      const { problems } = await exported('![](a.png)', {}, { files: { read: read(reason) } });
      assert.match(problems[0]?.message ?? '', words);
    }
  });

  it('are reported by the line of each place they occur in', async () => {
    const { problems } = await exported(
      '![](old-a.png)\n![](a.png)\n![](ä.png)\n\n---\n\n- x\n- ![](a.png)\n- ![](a.png)',
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [0, 1, 2, 7, 8],
    );
  });

  it('are reported by the line of the frontmatter if they are the background of all slides', async () => {
    for (const section of ['slideOptions', 'revealOptions']) {
      const dialect = section === 'slideOptions' ? 'hedgedoc' : 'reveal-md';
      const deck = parseDeck(`---\n${section}:\n  parallaxBackgroundImage: gone.png\n---\n`, {
        setup: dialect,
      });
      const { problems } = await exported(deck);
      assert.deepEqual(
        problems.map(({ line }) => line),
        [2],
        section,
      );
    }
  });
});

describe('links in an exported page', () => {
  it('stay as they are', async () => {
    const { html } = await exported('[a](other.md) [b](./b.pdf?x#y) [c](#/2) [d](https://example.org/)');
    for (const url of ['other.md', './b.pdf?x#y', '#/2', 'https://example.org/']) {
      assert.ok(html.includes(`href="${url}"`), url);
    }
  });

  it('also replace pictures that should not be in the page', async () => {
    const deck = '![](a.png) ![](https://input.scs.community/uploads/x.png)';
    const { html, problems } = await exported(deck, {}, { assets: 'link' });
    assert.deepEqual(problems, []);
    assert.match(html, /src="a\.png".*src="https:\/\/input\.scs\.community\/uploads\/x\.png"/);
  });
});
