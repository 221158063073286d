import assert from 'node:assert/strict';
import type { Dialect } from '../../../src/core/deck/deck';
import { pageOrigin } from '../../../src/core/render/embeddedPages';
import { LOST_BACKGROUND, type RenderOptions } from '../../../src/core/render/rendered';
import { DIALECTS, html, render } from './rendering';

/** As an export with live pages does. */
const LIVE: Partial<RenderOptions> = {
  embed: (url) => (url.startsWith('https:') ? url : { message: 'Not live:', path: url }),
};

function frames(text: string, dialect: Dialect = 'hedgedoc'): string[] {
  return render(text, { ...LIVE, dialect }).html.match(/<iframe[^>]*>/g) ?? [];
}

function attributesOf(frame: string | undefined): Record<string, string> {
  return Object.fromEntries([...(frame ?? '').matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, a, b]) => [a, b]));
}

describe('embedded pages', () => {
  it('are cards in every dialect', () => {
    for (const dialect of DIALECTS) {
      const card =
        '<div class="embed"><a class="embed-card" href="https://x.org/a" target="_blank">Embedded page</a></div>';
      for (const name of ['src', 'data-src']) {
        const { html } = render(`<iframe ${name}="https://x.org/a"></iframe>`, { dialect });
        if (name === 'src' || dialect !== 'hedgedoc') assert.ok(html.includes(card), `${dialect}: ${html}`);
      }
    }
  });
});

describe('live pages', () => {
  it('are in a frame that has only the rights a page needs', () => {
    for (const dialect of DIALECTS) {
      const [frame, ...others] = frames(
        '<iframe src="https://x.org/a?b&amp;c" width="640"></iframe>',
        dialect,
      );
      assert.deepEqual(others, []);
      assert.deepEqual(attributesOf(frame), {
        width: '640',
        'data-src': 'https://x.org/a?b&amp;c',
        'data-preload': '',
        title: 'Embedded page: x.org',
        sandbox:
          'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation',
        allow: 'autoplay; encrypted-media; picture-in-picture',
        referrerpolicy: 'strict-origin',
        allowfullscreen: '',
      });
    }
  });

  it('cannot be given other rights by the deck', () => {
    for (const dialect of DIALECTS) {
      const wish = 'sandbox="allow-top-navigation" allow="camera" referrerpolicy="unsafe-url" name="Reveal"';
      const written = `<iframe src="https://x.org/" ${wish} srcdoc="<b>" onload="x"></iframe>`;
      const comment = `<iframe src="https://x.org/"></iframe><!-- .element: ${wish} srcdoc="b" onload="x" -->`;
      const plain = frames('<iframe src="https://x.org/"></iframe>', dialect);
      assert.deepEqual(frames(written, dialect), plain);
      assert.deepEqual(frames(comment, dialect), plain);
    }
  });

  it('are loaded as reveal.js loads them: when shown, or earlier with data-preload', () => {
    const preload = (text: string) => 'data-preload' in attributesOf(frames(text, 'reveal')[0]);
    assert.equal(preload('<iframe data-src="https://x.org/"></iframe>'), false);
    assert.equal(preload('<iframe data-src="https://x.org/" data-preload></iframe>'), true);
    assert.equal(preload('<iframe src="https://x.org/"></iframe>'), true);
  });

  it('keep what reveal.js reads, their looks and their title', () => {
    const written = 'class="r-stretch" style="border: 0" data-autoplay data-ignore title="A film"';
    const {
      class: name,
      style,
      title,
      ...others
    } = attributesOf(frames(`<iframe data-src="https://x.org/" ${written}></iframe>`, 'reveal')[0]);
    assert.deepEqual([name, style, title], ['r-stretch', 'border: 0', 'A film']);
    assert.ok('data-autoplay' in others && 'data-ignore' in others);
  });

  it("are HedgeDoc's players, too", () => {
    const addresses = ['{%youtube aqz-KE-bpKQ %}', '{%vimeo 76979871 %}', '{%gist a/0f %}'].map(
      (player) => attributesOf(frames(player)[0])['data-src'],
    );
    assert.deepEqual(addresses, [
      'https://www.youtube.com/embed/aqz-KE-bpKQ',
      'https://player.vimeo.com/video/76979871',
      'https://gist.github.com/a/0f.pibb',
    ]);
    assert.match(html('{%pdf https://x.org/a.pdf %}', LIVE), /PDF document<\/a>/);
  });

  it('stay cards or nothing if no frame may show them', () => {
    for (const dialect of DIALECTS) {
      for (const url of ['http://x.org/', 'javascript:alert(1)', 'data:text/html,x', 'page.html', '#', '']) {
        assert.deepEqual(frames(`<iframe src="${url}"></iframe>`, dialect), [], url);
      }
    }
    const { html } = render('<iframe src="https://x.org/"></iframe>', { embed: () => 'https://x;sandbox/' });
    assert.match(html, /embed-card/);
  });

  it('can be the background of a slide', () => {
    for (const dialect of DIALECTS) {
      const slide = (url: string) => `<!-- .slide: data-background-iframe="${url}" -->\n# A`;
      const attributes = (url: string, options = LIVE) =>
        render(slide(url), { ...options, dialect }).attributes;
      assert.deepEqual(attributes('https://x.org/'), { 'data-background-iframe': 'https://x.org/' });
      assert.deepEqual(attributes('http://x.org/'), { [LOST_BACKGROUND]: 'Not live: http://x.org/' });
      assert.deepEqual(attributes('javascript:alert(1)'), {});
      assert.deepEqual(attributes('https://x.org/', {}), {});
    }
  });
});

describe('the origin of a live page', () => {
  it('is that of its address', () => {
    assert.equal(pageOrigin('https://Www.x.org:8443/a'), 'https://www.x.org:8443');
    assert.equal(pageOrigin('https://x.org?a'), 'https://x.org');
  });

  it('is nothing that could add to a policy or be misread', () => {
    for (const url of [
      'http://x.org/',
      '//x.org/',
      'https://x;sandbox/',
      "https://x' *",
      'https://x,y/',
      'https://a@x.org/',
      'https://*/',
      'https://x.org\\@y/',
      'https:///',
    ]) {
      assert.equal(pageOrigin(url), null, url);
    }
  });
});
