import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request } from 'playwright-core';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { root, shared } from '../vscode/paths';
import { openWorkbench } from '../vscode/session';
import { until } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const OWN = 'test/fixtures/hostile';
/** More decks of this kind, on machines that have them. */
const MORE = join(shared, 'hostile/xss');

/** Elements that run, fetch, submit or take over something; MathJax keeps formulas in scripts of its own type. */
const FORBIDDEN =
  'script:not([type^="math/tex"]), iframe, object, embed, applet, portal, frame, form, button, select, textarea, base, meta, link, dialog, ' +
  'style:not(svg style), template, noscript, input:not([type=checkbox][disabled]), ' +
  'section section section, [data-background-iframe]';

for (const restricted of [false, true]) {
  describe(`A hostile deck in ${restricted ? 'Restricted Mode' : 'a trusted workspace'}`, () => {
    let workbench: Workbench;
    let preview: PreviewPage;
    /** Anything that shows that a script of a deck ran. */
    const signs: string[] = [];
    const outside: Request[] = [];
    let address: string;

    before(async () => {
      workbench = await openWorkbench({ workspace: OWN, restricted });
      const { page } = workbench;
      page.on('dialog', (dialog) => {
        signs.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('console', (message) => {
        if (message.text() === 'pwned') signs.push('console');
      });
      page.context().on('page', (opened) => signs.push(`window: ${opened.url()}`));
      page.context().on('request', (request) => {
        if (workbench.outsideRequests().includes(request.url())) outside.push(request);
      });
      address = page.url();
      if (existsSync(MORE)) for (const name of decksIn(MORE)) copyFramed(join(MORE, name), `more-${name}`);
      for (const name of decksIn(join(root, OWN))) copyFramed(join(root, OWN, name), name);
    });
    after(() => workbench.close());

    function copyFramed(source: string, name: string): void {
      writeFileSync(join(workbench.folder, name), framed(readFileSync(source, 'utf8'), name));
    }

    /** Opens the deck, which the preview then shows as well, and turns all its slides with the keyboard. */
    async function turnSlides(name: string): Promise<void> {
      await show(name);
      await preview.focus();
      const { slides } = parseDeck(readFileSync(join(workbench.folder, name), 'utf8'));
      for (const { index } of slides.slice(1)) {
        const number = preview.frame.locator('.slide-number-a', { hasText: new RegExp(`^${index + 1}$`) });
        await workbench.page.keyboard.press('ArrowRight');
        await number.waitFor({ state: 'attached' });
        // Where a slide has fragments, one more key for each.
        for (let left = await fragmentsLeft(); left > 0; left = await fragmentsLeft()) {
          await workbench.page.keyboard.press('ArrowRight');
          await until(async () => (await fragmentsLeft()) < left, 'the next fragment is shown');
        }
      }
    }

    function fragmentsLeft(): Promise<number> {
      return preview.slide.locator('.fragment:not(.visible)').count();
    }

    async function show(name: string): Promise<void> {
      if (preview) await focusSource();
      await workbench.openFile(name);
      if (!preview) {
        await workbench.statusBarItem('Slides:').waitFor();
        await workbench.command('Deckwright: Open Preview to the Side');
      }
      preview = await PreviewPage.of(workbench, name);
      await workbench.page.keyboard.press('Control+Home');
      await workbench.cursorAt(1);
      await preview.slide.filter({ hasText: `Before ${name}` }).waitFor({ state: 'attached' });
    }

    /** With the keyboard: the mouse on a tab brings up a hover that covers the preview. */
    async function focusSource(): Promise<void> {
      await workbench.page.keyboard.press('Control+1');
      await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    }

    async function checkNothingHappened(): Promise<void> {
      for (const frame of workbench.page.frames()) {
        if (await frame.evaluate(() => '__pwned' in globalThis)) signs.push(`script in ${frame.url()}`);
      }
      assert.deepEqual(signs.splice(0), []);
      assert.deepEqual(
        (await requested()).filter((request) => !mayBeRequested(request)),
        [],
      );
      const html = preview.frame.locator('html');
      assert.equal(await html.evaluate(() => typeof window.acquireVsCodeApi), 'undefined');
      assert.equal(await html.evaluate(() => 'polluted' in {}), false);
      const forbidden = preview.frame.locator('.slides').locator(FORBIDDEN);
      assert.deepEqual(await forbidden.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML)), []);
      assert.equal(workbench.page.url(), address);
      assert.equal(await workbench.page.locator('.monaco-workbench').count(), 1);
    }

    /** What was requested from outside since the last call, except what the page's policy kept from leaving. */
    async function requested(): Promise<string[]> {
      const requests = outside.splice(0);
      await Promise.all(requests.map((request) => request.response()));
      const left = requests.filter((request) => request.failure()?.errorText !== 'csp');
      return left.map((request) => `${request.resourceType()} ${request.url()}`);
    }

    const mayBeRequested = (request: string) => !restricted && request.startsWith('image https://');

    for (const name of decksIn(join(root, OWN)).filter((deck) => deck !== 'hiding.md')) {
      it(`runs nothing, fetches nothing and keeps none of the other slides from showing: ${name}`, async () => {
        await turnSlides(name);
        await preview.shows(`Behind ${name}`);
        await checkNothingHappened();
      });
    }

    it('stays harmless when its links are clicked', async () => {
      await show('links.md');
      await preview.mark();
      for (const [line, text] of [
        [10, 'script in HTML'],
        [20, 'vbscript'],
      ] as const) {
        await focusSource();
        await workbench.goTo(line);
        await preview.shows(text);
        for (const link of await preview.slide.locator('a').all()) await link.click();
      }
      await focusSource();
      await workbench.goTo(5);
      await preview.shows('Before links.md');
      assert.ok(await preview.isMarked());
      await checkNothingHappened();
    });

    it('cannot cover the strip that says what is wrong with it', async () => {
      await show('covering.md');
      await workbench.goTo(10);
      await preview.slide.filter({ hasText: 'cover' }).waitFor({ state: 'attached' });
      const notice = preview.notices.first();
      await notice.waitFor();
      await notice.click({ trial: true });
    });

    it('hides nothing but its own slides', async () => {
      await focusSource();
      await workbench.openFile('hiding.md');
      await workbench.goTo(10);
      await preview.slide.filter({ hasText: 'hidden words' }).waitFor({ state: 'attached' });
      if (restricted) await preview.notices.first().click({ trial: true });
      await show('links.md');
      await preview.shows('Before links.md');
      assert.equal(await preview.notices.count(), 0);
    });

    it('is harmless in every other way that anybody thought of', async function () {
      if (!existsSync(MORE)) return this.skip();
      this.timeout(600_000);
      for (const file of decksIn(MORE)) {
        const name = `more-${file}`;
        await turnSlides(name);
        await preview.shows(`Behind ${name}`);
        await checkNothingHappened();
      }
    });
  });
}

function decksIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.md'));
}

/** The deck with one harmless slide before its own and another after them. */
function framed(text: string, name: string): string {
  const frontMatter = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  const slides = text.slice(frontMatter.length);
  return `${frontMatter}\n# Before ${name}\n\n---\n${slides}\n\n---\n\n# Behind ${name}\n`;
}
