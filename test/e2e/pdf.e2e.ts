import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { browsersIn } from '../vscode/browsers';
import { root, temporaryFolder } from '../vscode/paths';
import { until } from '../vscode/until';

const DECK = `---
title: Plans
lang: de
type: slide
slideOptions:
  theme: white
  slideNumber: false
  width: 960
  height: 700
---

# One $x^2$

[down](#/1/1) [again](#/99) [web](https://example.org/) [file](other%20deck.md)

Note: Say **hello**

- to *all*

---

## Two

- first <!-- .element: class="fragment" -->
- second <!-- .element: class="fragment" -->

----

## Below

\`\`\`mermaid
graph TD; Anna-->Bert
\`\`\`

---

<!-- .slide: data-background="#ff0000" data-visibility="hidden" -->
# Hidden

---

<!-- .slide: data-background="#00ff00" -->
![](none.png)

Note: the end
`;

const cli = join(root, 'dist/cli.js');
const folder = temporaryFolder('pdf');
const scratch = temporaryFolder('scratch');
const env = { ...process.env, TMPDIR: scratch };
writeFileSync(join(folder, 'deck.md'), DECK);
writeFileSync(
  join(folder, 'none.png'),
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** Arguments that make a PDF of the deck; the output is named after them. */
function exporting(output: string, ...more: string[]): string[] {
  const browser = process.env.CHROMIUM_PATH!;
  return [cli, 'export', 'deck.md', '--to', 'pdf', '-o', output, '--browser', browser, ...more];
}

async function exported(...more: string[]): Promise<PDFDocumentProxy> {
  const output = `deck${more.join('').replace(/\W+/g, '-')}.pdf`;
  execFileSync(process.execPath, exporting(output, ...more), { cwd: folder, env });
  const data = new Uint8Array(readFileSync(join(folder, output)));
  return getDocument({ data, verbosity: 0 }).promise;
}

/** The text of each page, with single spaces between words. */
async function textsOf(pdf: PDFDocumentProxy): Promise<string[]> {
  return Promise.all(
    [...Array(pdf.numPages).keys()].map(async (index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''));
      return text.join('').replace(/\s+/g, ' ').trim();
    }),
  );
}

async function sizeOf(pdf: PDFDocumentProxy, page = 1): Promise<number[]> {
  const { view } = await pdf.getPage(page);
  return view.slice(2).map(Math.round);
}

describe('A deck as a PDF file', () => {
  let pdf: PDFDocumentProxy;
  before(async () => {
    pdf = await exported();
  });
  afterEach(async () => {
    assert.deepEqual(readdirSync(scratch), []);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
    await until(() => browsersIn(scratch).length === 0, 'no browser is left');
  });

  it('has a page for each slide that is shown, with its text, and diagrams that are drawn', async () => {
    const texts = await textsOf(pdf);
    assert.equal(texts.length, 4);
    assert.match(texts[0]!, /^One .*down again web file$/);
    assert.equal(texts[1], 'Two first second');
    assert.match(texts[2]!, /^Below.*Anna.*Bert/);
    assert.equal(texts[3], '');
  });

  it('has pages of the shape of the preview, on which slides have their true size', async () => {
    // 700 of the slide and 4 % of margin, at 0.75 points for a pixel
    assert.deepEqual(await sizeOf(pdf), [972, 547]);
  });

  it('has a bookmark for each slide, those of a stack below its first', async () => {
    const outline = await pdf.getOutline();
    assert.deepEqual(
      outline.map(({ title, items }) => [title, ...items.map((item) => item.title)]),
      [['One $x^2$'], ['Two', 'Below'], ['Slide 4']],
    );
    const [page] = outline[1]!.items[0]!.dest as [never];
    assert.equal(await pdf.getPageIndex(page), 2);
  });

  it('has links to the web, to files beside it, and between slides; none to what is not there', async () => {
    const annotations = await (await pdf.getPage(1)).getAnnotations();
    const links = annotations.map(({ unsafeUrl, dest }) => unsafeUrl ?? dest);
    assert.equal(links.length, 3);
    assert.deepEqual(links.slice(1), ['https://example.org/', 'other%20deck.md']);
    const target = typeof links[0] === 'string' ? await pdf.getDestination(links[0]) : links[0];
    assert.equal(await pdf.getPageIndex(target![0]), 2);
  });

  it('has links that lead from where the file is', async () => {
    mkdirSync(join(folder, 'out'));
    execFileSync(process.execPath, exporting('out/moved.pdf', '--slides', '1'), { cwd: folder, env });
    const data = new Uint8Array(readFileSync(join(folder, 'out/moved.pdf')));
    const moved = await getDocument({ data, verbosity: 0 }).promise;
    const annotations = await (await moved.getPage(1)).getAnnotations();
    assert.equal(annotations.at(-1).unsafeUrl, '../other%20deck.md');
  });

  it('says its title and language, and is tagged', async () => {
    const { info } = await pdf.getMetadata();
    const { Title, Language, Creator } = info as Record<string, unknown>;
    assert.deepEqual([Title, Language, Creator], ['Plans', 'de', 'Deckwright']);
    assert.equal((await pdf.getMarkInfo())?.Marked, true);
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    assert.match(tree, /"role":"H1"/);
  });

  it('has a page for each step, and bookmarks and links to the first', async () => {
    const steps = await exported('--steps');
    assert.deepEqual((await textsOf(steps)).slice(1, 4), ['Two', 'Two first', 'Two first second']);
    assert.deepEqual(
      (await steps.getOutline()).map(({ title }) => title),
      ['One $x^2$', 'Two', 'Slide 4'],
    );
  });

  it('has only the slides that are asked for', async () => {
    const some = await exported('--slides', '2.2-');
    assert.deepEqual(
      (await textsOf(some)).map((text) => text.slice(0, 5)),
      ['Below', ''],
    );
    assert.deepEqual(
      (await some.getOutline()).map(({ title }) => title),
      ['Below', 'Slide 4'],
    );
  });

  it('has the notes on pages of their own, below the slides or in comments', async () => {
    const pages = await exported('--notes', 'pages');
    const texts = await textsOf(pages);
    assert.equal(texts.length, 6);
    assert.equal(texts[1], 'Say hello to all');
    assert.equal(texts[5], 'the end');
    const below = await exported('--notes', 'below');
    assert.equal(below.numPages, 4);
    assert.match((await textsOf(below))[0]!, /Say hello to all$/);
    assert.deepEqual(await sizeOf(below), [972, 1094]);
    const comments = await exported('--notes', 'annotations');
    const all = await (await comments.getPage(1)).getAnnotations();
    assert.deepEqual(
      all.filter(({ subtype }) => subtype === 'Text').map(({ contentsObj }) => contentsObj.str),
      ['Say hello\n\n• to all'],
    );
  });

  it('has long notes on as many pages as they need', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `word${index}`);
    writeFileSync(join(folder, 'long.md'), DECK.replace('Say **hello**\n\n- to *all*', long.join('\n\n')));
    const args = exporting('long.pdf', '--notes', 'below').map((arg) =>
      arg === 'deck.md' ? 'long.md' : arg,
    );
    execFileSync(process.execPath, args, { cwd: folder, env });
    const data = new Uint8Array(readFileSync(join(folder, 'long.pdf')));
    const texts = await textsOf(await getDocument({ data, verbosity: 0 }).promise);
    assert.ok(texts.length > 4);
    assert.deepEqual(texts.join(' ').match(/word\d+/g), long);
  });

  it('has the size, page numbers and footer that are asked for', async () => {
    const sheet = await exported('--size', 'A4', '--numbers', '--footer', 'SCS');
    assert.deepEqual(await sizeOf(sheet), [842, 595]);
    assert.match((await textsOf(sheet))[1]!, /^Two first second SCS 2$/);
    assert.deepEqual(await sizeOf(await exported('--size', 'canvas')), [750, 547]);
  });

  it('is two files if two are made at once', async () => {
    const both = ['left.pdf', 'right.pdf'].map((output) =>
      once(spawn(process.execPath, exporting(output), { cwd: folder, env, stdio: 'ignore' }), 'exit'),
    );
    assert.deepEqual(await Promise.all(both), [
      [0, null],
      [0, null],
    ]);
    for (const name of ['left.pdf', 'right.pdf']) assert.ok(existsSync(join(folder, name)));
  });

  it('is not there if the export is interrupted, and neither is a browser', async () => {
    const child = spawn(process.execPath, exporting('interrupted.pdf'), { cwd: folder, env, stdio: 'pipe' });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    await until(() => browsersIn(scratch).length > 0, 'the browser runs');
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [2, null]);
    assert.match(said, /^Interrupted\.$/m);
    assert.ok(!existsSync(join(folder, 'interrupted.pdf')));
  });

  it('is not there if it takes longer than allowed', () => {
    assert.throws(
      () =>
        execFileSync(process.execPath, exporting('slow.pdf', '--timeout', '0.2'), {
          cwd: folder,
          env,
          stdio: 'pipe',
        }),
      /The browser needed more than 0.2 seconds/,
    );
    assert.ok(!existsSync(join(folder, 'slow.pdf')));
  });
});
