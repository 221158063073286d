import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { CompareWords, ListedChange, SideName, ToPage } from '../../src/compare/messages';
import type { DeckMessage } from '../../src/slides/messages';
import { launchBrowser } from '../vscode/chromium';
import { root } from '../vscode/paths';

const origin = 'https://deck.invalid';
const SIDES: readonly SideName[] = ['before', 'after'];

const WORDS: CompareWords = {
  list: 'Changed slides',
  absentBefore: 'new',
  absentAfter: 'removed',
  notes: 'Notes',
  none: 'none',
  next: 'Next',
  previous: 'Previous',
  overlay: 'One over the other',
  sideBySide: 'Side by side',
  slider: 'Slider',
  source: 'Source',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  moved: 'moved',
};

/** As the extension makes it. */
const HTML = `<!DOCTYPE html><html><head>
${['webview', 'reveal'].map((name) => `<link rel="stylesheet" href="styles/${name}.css">`).join('')}
<link rel="stylesheet" href="preview.css"><link rel="stylesheet" href="sides.css"></head><body>
<div id="compare" data-words='${JSON.stringify(WORDS)}'>${SIDES.map(
  (side) => `<div class="pane" slot="${side}"><div class="screen" data-side="${side}">
<div class="reveal-viewport" role="region"><div class="reveal"><div class="slides"></div></div></div></div></div>`,
).join('')}</div><script type="module" src="compare.js"></script></body></html>`;

/** What VS Code gives the page of a webview. As text: what compiles the tests calls functions that a page does not have. */
const WEBVIEW = `let state;
window.acquireVsCodeApi = () => ({
  getState: () => state,
  setState: (next) => { state = next; },
  postMessage: ({ type }) => { if (type === 'ready') document.documentElement.classList.add('ready'); },
});`;

/** A deck of three slides. */
const DECK: DeckMessage = {
  type: 'deck',
  columns: [[0], [1], [2]],
  verticalSlides: [],
  options: {},
  mermaid: null,
  shape: '16:9',
  lostBackground: '',
  dialect: 'hedgedoc',
  title: 'Deck',
  lang: '',
  stylesheets: [],
  confineStyles: true,
  notices: [],
  folder: '',
  lost: null,
  document: 'file:///deck.md',
  locked: true,
};
const SLIDES = [0, 1, 2].map((id) => ({ id, html: `<h1>Slide ${id}</h1>`, attributes: {} }));
const LAST: ListedChange = {
  before: 2,
  after: 2,
  kind: 'changed',
  number: '3',
  title: 'Slide 2',
  said: 'text',
  notes: null,
  restore: '',
};
const CHANGES: ToPage = {
  type: 'changes',
  names: { before: 'earlier', after: 'later' },
  saved: null,
  changes: [LAST],
  deck: '',
};
const deckOf = (side: SideName): ToPage[] => [
  { type: 'side', side, message: DECK },
  { type: 'side', side, message: { type: 'slides', slides: SLIDES } },
];

describe('The page of a comparison', function () {
  this.timeout(60_000);
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    page = await browser.newPage();
    await page.addInitScript(WEBVIEW);
    await page.route('**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: HTML });
      const path = join(root, 'dist/preview', pathname);
      return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
    });
    await page.goto(`${origin}/`);
    await page.locator('html.ready').waitFor({ state: 'attached' });
  });
  afterEach(() => page.close());

  const receive = (messages: readonly ToPage[]) =>
    page.evaluate((all) => {
      for (const message of all) window.postMessage(message);
    }, messages);
  const showsTheChange = async () => {
    for (const side of SIDES) {
      const shown = page.locator(`[data-side=${side}] .reveal.filled section.present`);
      await shown.filter({ hasText: 'Slide 2' }).waitFor({ timeout: 10_000 });
    }
  };

  it('shows the change on both sides if the list comes before the decks', async () => {
    await receive([CHANGES, ...SIDES.flatMap(deckOf)]);
    await showsTheChange();
  });

  it('shows the change on both sides if the list comes between the decks', async () => {
    await receive([...deckOf('after'), CHANGES, ...deckOf('before')]);
    await showsTheChange();
  });

  it('shows the change on both sides if the list comes after the decks', async () => {
    await receive([...SIDES.flatMap(deckOf), CHANGES]);
    await showsTheChange();
  });
});
