// What one keystroke costs in the preview's page, from the message to the painted frame.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Slide } from '../../src/core/deck/deck';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { lookOf } from '../../src/core/options/slideOptions';
import { lookStyles } from '../../src/core/page/pageStyles';
import { renderSlide } from '../../src/core/render/renderSlide';
import type { PREVIEW_PAGE } from '../../src/preview/page';
import type { slidesHtml } from '../../src/slides/html';
import type { DeckMessage, SlideMessage, ToWebview } from '../../src/slides/messages';
import { ensureChromium } from '../vscode/chromium';
import { root } from '../vscode/paths';
import { makeDeck } from './decks';
import { addColumn, medians, printTable, type Rows } from './measure';

const SIZES = [30, 300, 3_000];
/** Every request is answered here. */
const ORIGIN = 'https://bench.invalid';
/** A frame of a 60 Hz screen. */
const FRAME = 1000 / 60;

export async function benchWebview(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    // Frames come as soon as they can, so that only the work counts, not the wait for the screen.
    args: ['--no-sandbox', '--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  const rows: Rows = {};
  try {
    for (const size of SIZES) {
      addColumn(rows, await benchSize(browser, size));
    }
  } finally {
    await browser.close();
  }
  printTable(
    'Preview page, from the message to the painted frame (ms)',
    SIZES.map((size) => `${size.toLocaleString('en')} slides`),
    rows,
  );
  const letter = rows[KEYSTROKE]![1]!;
  const verdict = letter < FRAME ? 'stays within' : 'misses';
  console.log(
    `  At 300 slides a letter takes ${letter.toFixed(1)} ms: it ${verdict} a frame of ${FRAME.toFixed(1)} ms.`,
  );
}

const KEYSTROKE = 'a letter typed';

async function benchSize(browser: Browser, size: number): Promise<Record<string, number>> {
  const deck = new BenchDeck(size);
  const preview = await openPage(browser, await previewPage(), deck.messages());
  const moved = await openPage(browser, await previewPage(), deck.messages());
  const plain = await openPage(browser, plainPage(deck), []);
  for (const page of [preview, moved, plain]) {
    await page.evaluate(() => window.bench.firstPaint);
    // Drawing arrows that bounce in one page would slow down the others.
    await page.addStyleTag({ content: '* { animation: none !important; transition: none !important; }' });
  }
  const send = (page: Page, message: ToWebview) => page.evaluate((sent) => window.bench.send(sent), message);

  const times = await medians({
    [KEYSTROKE]: () => send(preview, { type: 'slides', slides: [deck.typed()] }),
    'all sections replaced, Reveal.sync()': async () => {
      const html = deck.allSections();
      return plain.evaluate((sections) => window.bench.replaceAll(sections), html);
    },
    'one slide on, or back': () =>
      send(moved, { type: 'show', id: deck.otherSlide(), part: 0, origin: 'editor' }),
    'a slide typed in between, or taken out': () => send(moved, deck.inserted()),
  });
  for (const page of [preview, moved, plain]) await page.close();
  const opened = await medians(
    {
      'first paint': () => firstPaint(browser, previewPage(), deck.messages()),
      'first paint with all slides in the page': () => firstPaint(browser, plainPage(deck), []),
    },
    { rounds: 5, seconds: 20 },
  );
  return { ...times, ...opened };
}

async function firstPaint(
  browser: Browser,
  html: string | Promise<string>,
  messages: readonly ToWebview[],
): Promise<number> {
  const page = await openPage(browser, await html, messages);
  try {
    return await page.evaluate(() => window.bench.firstPaint);
  } finally {
    await page.close();
  }
}

/** A deck that is typed in, in the slide that is shown; and what the extension sends the page about it. */
class BenchDeck {
  readonly #slides: readonly Slide[];
  readonly #rendered: SlideMessage[];
  readonly #shown: number;
  readonly #deckMessage: DeckMessage;
  #letters = 0;
  #at: number;
  #isInserted = false;

  constructor(size: number) {
    const { text, cursor } = makeDeck(size);
    const deck = parseDeck(text);
    this.#slides = deck.slides;
    this.#rendered = deck.slides.map(({ index, content }) => ({ id: index, ...render(content) }));
    this.#shown = deck.slides.findIndex(({ span }) => cursor < span.end);
    this.#at = this.#shown;
    const look = lookOf(deck);
    const { options, lang } = look;
    this.#deckMessage = {
      type: 'deck',
      mermaid: {},
      columns: this.#columns(),
      verticalSlides: [],
      options,
      dialect: deck.dialect,
      title: '',
      lang,
      stylesheets: lookStyles(look, { read: () => undefined, highlight: () => null }).styles.map(
        (name) => `${ORIGIN}/dist/preview/${name}`,
      ),
      confineStyles: false,
      notices: [],
      folder: '',
      lostBackground: '',
      shape: '16:9',
      lost: null,
      document: 'file:///deck.md',
      locked: false,
    };
  }

  /** What a page is sent when it opens: the slides around the shown one, as it asks for them. */
  messages(): ToWebview[] {
    const near = this.#rendered.slice(Math.max(this.#shown - 4, 0), this.#shown + 5);
    return [
      this.#deckMessage,
      { type: 'show', id: this.#shown, part: 0, origin: 'restore' },
      { type: 'slides', slides: near },
    ];
  }

  get deckMessage(): DeckMessage {
    return this.#deckMessage;
  }

  /** The shown slide, with one more letter. */
  typed(): SlideMessage {
    const content = this.#slides[this.#shown]!.content;
    this.#letters++;
    const text = content.text.replace('Some words', `Some ${'x'.repeat(this.#letters)} words`);
    return { id: this.#shown, ...render({ ...content, text, body: { start: 0, end: text.length } }) };
  }

  otherSlide(): number {
    this.#at = this.#at === this.#shown ? this.#shown + 1 : this.#shown;
    return this.#at;
  }

  /** The deck with a new slide before the last one, then without it. */
  inserted(): DeckMessage {
    this.#isInserted = !this.#isInserted;
    const columns = this.#columns();
    if (this.#isInserted) columns.splice(-1, 0, [this.#slides.length]);
    return { ...this.#deckMessage, columns };
  }

  allSections(): string {
    const typed = this.typed();
    return this.#columns()
      .map((ids) => {
        const sections = ids.map(
          (id) => `<section>${(id === typed.id ? typed : this.#rendered[id]!).html}</section>`,
        );
        return ids.length > 1 ? `<section>${sections.join('')}</section>` : sections[0];
      })
      .join('');
  }

  #columns(): number[][] {
    const columns: number[][] = [];
    for (const { index, h } of this.#slides) {
      columns[h] ??= [];
      columns[h].push(index);
    }
    return columns;
  }
}

function render(content: Slide['content']) {
  return renderSlide(content, { dialect: 'hedgedoc', resolve: (url) => url, sourceLines: true });
}

async function openPage(browser: Browser, html: string, messages: readonly ToWebview[]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 700, height: 800 } });
  await page.route('**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    const path = join(root, pathname);
    return existsSync(path) ? route.fulfill({ path }) : route.abort();
  });
  await page.addInitScript({ content: await harness() });
  await page.addInitScript({ content: `window.benchMessages = ${JSON.stringify(messages)};` });
  await page.goto(`${ORIGIN}/`);
  return page;
}

/** The page as the extension creates it. */
async function previewPage(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './slides/html'; export * from './preview/page';`,
      resolveDir: join(root, 'src'),
    },
    alias: { vscode: join(__dirname, 'vscodeStub.ts') },
    ...{ bundle: true, write: false, format: 'cjs', platform: 'node' },
  });
  const module = { exports: {} as { slidesHtml: typeof slidesHtml; PREVIEW_PAGE: typeof PREVIEW_PAGE } };
  new Function('module', 'exports', outputFiles[0]!.text)(module, module.exports);
  const webview = { cspSource: ORIGIN, asWebviewUri: (uri: unknown) => uri };
  return module.exports.slidesHtml(webview as never, ORIGIN as never, true, module.exports.PREVIEW_PAGE);
}

/** reveal.js with all slides in the page, and the same look. */
function plainPage(deck: BenchDeck): string {
  const { options, stylesheets } = deck.deckMessage;
  const sheets = [`${ORIGIN}/dist/preview/styles/reveal.css`, ...stylesheets];
  return `<!DOCTYPE html><html><head><meta charset="utf-8">
${sheets.map((sheet) => `<link rel="stylesheet" href="${sheet}">`).join('\n')}
<style>html, body { height: 100%; margin: 0 }</style></head>
<body><div class="reveal"><div class="slides">${deck.allSections()}</div></div>
<script>bench.startReveal(${JSON.stringify({ ...options, scrollActivationWidth: null })})</script>
</body></html>`;
}

let bundledHarness: Promise<string> | undefined;

function harness(): Promise<string> {
  bundledHarness ??= build({
    entryPoints: [join(__dirname, 'pageHarness.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  }).then(({ outputFiles }) => outputFiles[0]!.text);
  return bundledHarness;
}
