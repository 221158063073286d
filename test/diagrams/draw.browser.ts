import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../vscode/chromium';
import { type DiagramPage, draw, markup, openPage } from './page';
import { FORMULAS, MERMAID_KINDS, SAMPLES } from './samples';

describe('diagrams and formulas in a page', function () {
  this.timeout(60_000);
  let browser: Browser;
  let opened: DiagramPage;

  before(async () => {
    browser = await launchBrowser();
    opened = await openPage(browser);
  });
  after(() => browser.close());
  afterEach(() => assert.deepEqual(opened.complaints.splice(0), []));

  /** The outer form of what is in the page, with the names of child elements and any text that is not drawn. */
  const shapes = () =>
    opened.page.evaluate(() =>
      [...document.querySelectorAll('.slides :is(pre, .mathjax)')].map((element) => ({
        class: element.className,
        children: [...element.children].map(({ localName }) => localName),
        warning: element.querySelector('.alert-warning')?.textContent,
        source: element.firstChild instanceof Text ? element.firstChild.data : null,
      })),
    );

  it('loads only the bundles that are needed', async () => {
    await draw(opened.page, markup('graphviz', SAMPLES.graphviz));
    const loaded = await opened.page.evaluate(() => Object.keys(globalThis.deckwrightDrawers ?? {}));
    assert.deepEqual(loaded, ['graphviz']);
  });

  for (const kind of ['mermaid', 'graphviz', 'flow', 'sequence', 'abc'] as const) {
    it(`draws ${kind} in HedgeDoc's form`, async () => {
      await draw(opened.page, markup(kind, SAMPLES[kind]));
      const [shape] = await shapes();
      assert.deepEqual(shape?.children, ['svg'], shape?.warning);
      const { width, height } = await opened.page.evaluate(() =>
        document.querySelector('pre > svg')!.getBoundingClientRect().toJSON(),
      );
      assert.ok(width > 100 && height > 50, `${width}x${height}`);
    });
  }

  it('keeps mermaid from drawing by itself when the page has loaded', async () => {
    await draw(opened.page, markup('mermaid', SAMPLES.mermaid));
    const attributes = await opened.page.evaluate(
      (html) => {
        window.diagrams.slides.innerHTML = html;
        // Mermaid marks a diagram at once and draws it later.
        window.dispatchEvent(new Event('load'));
        return window.diagrams.slides.querySelector('pre')!.getAttributeNames();
      },
      markup('mermaid', SAMPLES.mermaid),
    );
    assert.deepEqual(attributes, ['class', 'data-line']);
  });

  it('draws mermaid in the code blocks of reveal-md, where its rules for code apply', async () => {
    const block = markup('mermaid', SAMPLES.mermaid)
      .replace('<pre class="mermaid" data-line="1">', '<pre class="code-wrapper"><code class="mermaid">')
      .replace('</pre>', '</code></pre>');
    await draw(opened.page, `${block}<p><code class="mermaid">graph</code></p>`);
    await opened.page.locator('pre > code.mermaid > svg').waitFor();
    assert.equal(await opened.page.locator('p > code').innerHTML(), 'graph');
    const svg = await opened.page.locator('code > svg').elementHandle();
    await opened.page.evaluate((html) => window.diagrams.patch(`${html}<p>new</p>`), block);
    assert.ok(await svg!.evaluate((node) => node.isConnected));
  });

  it('draws mermaid as the deck wishes, again when the wishes change, or not at all', async () => {
    const color = () =>
      opened.page
        .locator('.mermaid .node rect')
        .first()
        .evaluate((rect) => getComputedStyle(rect).fill);
    const configure = (options: Parameters<typeof window.diagrams.finish>[1]) =>
      opened.page.evaluate((wishes) => window.diagrams.finish(window.diagrams.slides, wishes), options);
    await draw(opened.page, markup('mermaid', SAMPLES.mermaid));
    const usual = await color();
    await configure({ theme: 'base', themeVariables: { primaryColor: '#010203' } });
    assert.equal(await color(), 'rgb(1, 2, 3)');
    await configure(null);
    assert.equal(
      await opened.page.locator('pre').innerHTML(),
      await opened.page.evaluate((text) => {
        const pre = document.createElement('pre');
        pre.textContent = text;
        return pre.innerHTML;
      }, SAMPLES.mermaid),
    );
    await configure({});
    assert.equal(await color(), usual);
  });

  it('draws the diagrams of two decks in one page as each deck wishes', async () => {
    const source = markup('mermaid', SAMPLES.mermaid);
    const colors = await opened.page.evaluate(async (html) => {
      const { slides, finish } = window.diagrams;
      slides.innerHTML = `<section>${html}</section><section>${html}</section>`;
      const decks = [...slides.querySelectorAll<HTMLElement>('section')];
      const wishes = ['#010203', '#040506'].map((primaryColor) => ({
        theme: 'base',
        themeVariables: { primaryColor },
      }));
      await Promise.all(decks.map((deck, at) => finish(deck, wishes[at])));
      return decks.map((deck) => getComputedStyle(deck.querySelector('.mermaid .node rect')!).fill);
    }, source);
    assert.deepEqual(colors, ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
  });

  for (const [name, source] of Object.entries(MERMAID_KINDS)) {
    it(`draws mermaid's ${name} diagram`, async () => {
      await draw(opened.page, markup('mermaid', source));
      const [shape] = await shapes();
      assert.deepEqual(shape?.children, ['svg'], shape?.warning);
    });
  }

  it('typesets formulas and leaves their TeX readable as MathJax does', async () => {
    await draw(opened.page, FORMULAS.map((formula) => markup('math', formula)).join(''));
    for (const { class: name, children, warning } of await shapes()) {
      assert.deepEqual(children, ['mjx-container', 'script'], warning);
      assert.equal(warning, undefined);
      assert.equal(name, 'mathjax');
    }
    const scripts = await opened.page.evaluate(() =>
      [...document.querySelectorAll<HTMLScriptElement>('.mathjax > script')].map(({ type, text }) => [
        type,
        text,
      ]),
    );
    assert.deepEqual(scripts[0], ['math/tex', 'x^2 + \\alpha']);
    assert.equal(scripts[1]![0], 'math/tex; mode=display');
    // A macro that one formula defines is available to the next.
    const undefinedMacros = await opened.page
      .locator('[data-mjx-error], [fill="red"]', { hasText: 'R' })
      .count();
    assert.equal(undefinedMacros, 0);
  });

  const broken = {
    mermaid: 'graph TD\n A -->',
    graphviz: 'digraph { a -> }',
    flow: 'st=>start: x\nfoo->bar',
    sequence: 'A->B\n',
  } as const;
  for (const [kind, source] of Object.entries(broken) as [keyof typeof broken, string][]) {
    it(`shows source and message of broken ${kind}`, async () => {
      await draw(opened.page, markup(kind, source));
      const [shape] = await shapes();
      assert.equal(shape?.source, source);
      assert.ok(shape.warning, 'no message');
      assert.deepEqual(shape.children, ['div']);
    });
  }

  it('shows source and message of a broken formula', async () => {
    await draw(opened.page, markup('math', '\\(\\frac{a\\)'));
    const [shape] = await shapes();
    assert.equal(shape?.warning, 'Missing close brace');
    assert.equal(await opened.page.locator('mjx-container code').textContent(), '\\frac{a');
  });

  it('does not draw a source that is too long', async () => {
    await draw(opened.page, markup('graphviz', `digraph { ${'a -> b; '.repeat(10_000)} }`));
    assert.match((await shapes())[0]!.warning!, /longer than/);
  });

  for (const [late, outcome] of [
    [1, 'is drawn if it is in time when it is tried once more'],
    [2, 'is shown as source with a message if it is late again'],
  ] as const) {
    it(`a diagram that is late ${outcome}`, async () => {
      const { page } = opened;
      await draw(page, markup('flow', SAMPLES.flow));
      await page.clock.install();
      const finished = page.evaluate(
        async ([html, times]) => {
          const usual = globalThis.deckwrightDrawers!.flow!;
          let calls = 0;
          globalThis.deckwrightDrawers!.flow = (...given) =>
            ++calls > times ? usual(...given) : new Promise(() => {});
          window.diagrams.slides.innerHTML = html;
          await window.diagrams.finish();
          globalThis.deckwrightDrawers!.flow = usual;
        },
        [markup('flow', `${SAMPLES.flow}\n${' '.repeat(late)}`), late] as const,
      );
      for (let time = 0; time < late; time++) await page.clock.runFor(10_000);
      await finished;
      await page.clock.resume();
      const [shape] = await shapes();
      if (late === 1) assert.deepEqual(shape?.children, ['svg'], shape?.warning);
      else assert.match(shape!.warning!, /takes too long/);
    });
  }

  it('draws once when asked several times at once', async () => {
    const html = markup('mermaid', SAMPLES.mermaid) + markup('math', FORMULAS[0]!);
    const mutations = await opened.page.evaluate(async (content) => {
      const { slides, finish } = window.diagrams;
      slides.innerHTML = content.replaceAll('Start', 'Once');
      let count = 0;
      new MutationObserver((records) => {
        count += records.filter(({ type }) => type === 'childList').length;
      }).observe(slides, { subtree: true, childList: true });
      await Promise.all([finish(), finish(), finish()]);
      return count;
    }, html);
    assert.equal(mutations, 2);
  });

  it('gives copies of a diagram separate ids', async () => {
    await draw(opened.page, markup('mermaid', SAMPLES.mermaid).repeat(2));
    const { ids, unique, dangling } = await opened.page.evaluate(() => {
      const all = [...document.querySelectorAll('.slides [id]')].map(({ id }) => id);
      const used = document.querySelector('.slides')!.innerHTML.matchAll(/url\(#([^)]*)\)/g);
      return {
        ids: all.length,
        unique: new Set(all).size,
        dangling: [...used].map(([, id]) => id!).filter((id) => !document.getElementById(id)),
      };
    });
    assert.equal(unique, ids);
    assert.deepEqual(dangling, []);
    const boxes = await opened.page
      .locator('.mermaid .node rect')
      .evaluateAll((rects) => rects.map((rect) => getComputedStyle(rect).fill));
    assert.deepEqual([...new Set(boxes)], ['rgb(236, 236, 255)']);
  });

  describe('while typing', () => {
    const patch = (html: string) => opened.page.evaluate((content) => window.diagrams.patch(content), html);
    const finish = () => opened.page.evaluate(() => window.diagrams.finish());

    it('keeps a drawing whose source stays the same, and adopts new attributes', async () => {
      await draw(opened.page, markup('mermaid', SAMPLES.mermaid));
      const svg = await opened.page.locator('pre > svg').elementHandle();
      await patch(`${markup('mermaid', SAMPLES.mermaid).replace('"1"', '"3"')}<p>new</p>`);
      assert.ok(await svg!.evaluate((node) => node.isConnected));
      assert.equal(await opened.page.locator('pre').getAttribute('data-line'), '3');
    });

    it('keeps the old drawing until the new one or its error is there', async () => {
      await draw(opened.page, markup('flow', SAMPLES.flow));
      await patch(markup('flow', `${SAMPLES.flow}\nfoo->bar`));
      assert.deepEqual((await shapes())[0]!.children, ['svg']);
      await finish();
      assert.ok((await shapes())[0]!.warning);
      await patch(markup('flow', SAMPLES.flow));
      assert.deepEqual((await shapes())[0]!.children, ['svg'], 'not taken from the cache at once');
    });

    it('handles an element that became something else', async () => {
      await draw(opened.page, markup('sequence', SAMPLES.sequence));
      await patch('<pre data-line="1"><code>plain</code></pre>');
      await finish();
      assert.equal(await opened.page.locator('pre').innerHTML(), '<code>plain</code>');
      await patch(markup('sequence', SAMPLES.sequence));
      assert.deepEqual((await shapes())[0]!.children, ['svg']);
    });

    it('redraws formulas when a macro that they use changes', async () => {
      const formulas = (macro: string) => markup('math', `\\(${macro}\\)`) + markup('math', '\\(\\test\\)');
      await draw(opened.page, formulas('\\def\\test{a}a'));
      const before = await opened.page.locator('mjx-container').nth(1).innerHTML();
      await draw(opened.page, formulas('\\def\\test{b}b'));
      assert.notEqual(await opened.page.locator('mjx-container').nth(1).innerHTML(), before);
    });
  });
});
