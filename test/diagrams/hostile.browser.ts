import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { Kind } from '../../src/page/diagrams/kinds';
import { launchBrowser } from '../vscode/chromium';
import { type DiagramPage, draw, markup, openPage } from './page';

const pwn = 'globalThis.__pwned=1';
const img = `<img src=x onerror=${pwn}>`;

const hostile: [Kind, string][] = [
  ['mermaid', `graph TD; A["${img}"]; click A "javascript:${pwn}"`],
  [
    'mermaid',
    `graph TD; A["<script>${pwn}</script>"] --> B["<iframe srcdoc='<script>${pwn}</script>'></iframe>"]`,
  ],
  ['mermaid', `graph TD; A["<a href='javascript:${pwn}'>x</a><svg><script>${pwn}</script></svg>"]`],
  [
    'mermaid',
    `graph TD; A["<img src='https://evil.example/i.png'>"]; style A fill:url(https://evil.example/f)`,
  ],
  ['mermaid', `graph TD; A-->B; click A href "javascript:${pwn}"; click B call alert(1)`],
  [
    'mermaid',
    `%%{init: {"securityLevel": "loose", "htmlLabels": true}}%%\ngraph TD; A["${img}"]; click A href "javascript:${pwn}"`,
  ],
  [
    'mermaid',
    `%%{init: {"themeCSS": "} body { display: none } .x { background: url(https://evil.example/c) } @import 'https://evil.example/d';"}}%%\ngraph TD; A-->B`,
  ],
  [
    'mermaid',
    `%%{init: {"fontFamily": "x; } * { background: url(https://evil.example/e) } y {"}}%%\ngraph TD; A-->B`,
  ],
  ['mermaid', `sequenceDiagram\nparticipant A\nlink A: x @ javascript:${pwn}\nA->>A: ${img}`],
  ['mermaid', `classDiagram\nclass A\nlink A "javascript:${pwn}"\nA : ${img}`],
  ['mermaid', `gantt\nsection S\nT :a, 2014-01-01, 1d\nclick a href "javascript:${pwn}"`],
  [
    'graphviz',
    `digraph { a [URL="javascript:${pwn}", label="${img}"]; b [label=<<b>x</b>>, image="https://evil.example/g.png"] }`,
  ],
  [
    'graphviz',
    `digraph { a [label="</text><script>${pwn}</script>", id="x\\" onload=\\"${pwn}", fontname="x\\" onclick=\\"${pwn}"] }`,
  ],
  ['graphviz', `digraph { stylesheet="https://evil.example/s.css"; a }`],
  ['flow', `st=>start: ${img}:>javascript:${pwn}[blank]\ne=>end: x|${img}\nst->e`],
  ['sequence', `Title: ${img}\nA->B: <script>${pwn}</script>\nnote over "</text>${img}": ${img}`],
  ['abc', `X:1\nT:${img}\nC:</text><script>${pwn}</script>\nK:C\n"^${img}"CDE|\nw:${img}`],
  ['math', `\\(\\href{javascript:${pwn}}{x}\\htmlClass{x}{y}\\includegraphics{https://evil.example/i}\\)`],
  [
    'math',
    `\\(\\style{background:url(https://evil.example/m)}{x}\\class{y" onclick="${pwn}}{z}\\cssId{slides}{z}\\)`,
  ],
  ['math', `\\(\\text{${img}}\\unicode[x" onload="${pwn}]{x41}\\color{red" onload="${pwn}}{x}\\)`],
  [
    'math',
    `\\(\\bbox[url(https://evil.example/b)]{x}\\bbox[border:1px solid red;background:url(https://evil.example/b)]{x}\\)`,
  ],
  ['math', `\\(\\htmlData{a=b}{x}\\data{x}\\mmlToken{mi}[onclick="${pwn}" href="javascript:${pwn}"]{x}\\)`],
];

/** Sources that would keep growing. */
const growing: [Kind, string][] = [
  ['math', '\\[\\def\\a{\\a\\a}\\a\\]'],
  ['math', '\\[\\def\\a#1{\\a{#1#1}}\\a{xxxx}\\]'],
  ['math', `\\(${'{'.repeat(20_000)}\\)`],
  ['math', `\\(${'\\sqrt{'.repeat(5_000)}x${'}'.repeat(5_000)}\\)`],
  ['math', '\\(\\rule{1000000em}{1000000em}\\)'],
  ['mermaid', `graph TD; ${'A-->A;'.repeat(2000)}`],
  ['sequence', `A->B: ${'x'.repeat(40_000)}`],
  ['graphviz', `digraph { ${'subgraph {'.repeat(5000)} }`],
];

describe('hostile diagrams and formulas', function () {
  this.timeout(60_000);
  let browser: Browser;
  let opened: DiagramPage;

  before(async () => {
    browser = await launchBrowser();
    // Without a policy: nothing may even try.
    opened = await openPage(browser, { policy: '' });
  });
  after(() => browser.close());
  afterEach(() => assert.deepEqual(opened.complaints.splice(0), []));

  for (const [index, [kind, source]] of hostile.entries()) {
    it(`${kind} ${index}: ${source.slice(0, 70).replaceAll('\n', ' ')}`, async () => {
      const { page } = opened;
      await draw(page, markup(kind, source));
      for (const element of await page.locator('.slides svg, .slides svg *').elementHandles())
        await element.evaluate((node) =>
          node.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
        );
      const { pwned, left, hidden } = await page.evaluate(() => ({
        pwned: window.__pwned,
        left: [...document.querySelectorAll('.slides *')].flatMap((element) =>
          [...element.attributes]
            .filter(({ name, value }) => /^on/i.test(name) || /^\s*javascript:|evil\.example/i.test(value))
            .map(({ name, value }) => `${element.localName} ${name}=${value}`),
        ),
        hidden: getComputedStyle(document.body).display === 'none',
      }));
      assert.equal(pwned, undefined);
      assert.deepEqual(left, []);
      assert.equal(hidden, false);
      const forbidden = '.slides :is(script:not([type^="math/tex"]), img, image, iframe, use, form, object)';
      assert.equal(await page.locator(forbidden).count(), 0);
      const css = await page.locator('.slides style').allTextContents();
      assert.ok(!css.join().includes('evil'), css.join());
    });
  }

  for (const [kind, source] of growing) {
    it(`${kind} that grows: ${source.slice(0, 60)}`, async () => {
      await draw(opened.page, markup(kind, source));
      assert.equal((await opened.page.locator('.slides :is(svg, .alert-warning)').count()) > 0, true);
    });
  }
});
