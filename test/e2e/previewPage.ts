import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { eventually, insist, until } from '../vscode/until';
import type { Workbench } from './workbench';

/** The preview of a deck as a user sees it. */
export class PreviewPage {
  private constructor(
    readonly frame: FrameLocator,
    readonly workbench: Workbench,
    readonly title: string,
  ) {}

  /** The visible preview of a file, once a slide is on it. */
  static async of(
    workbench: Workbench,
    file: string,
    title = `Preview ${file.replace(/^.*\//, '')}`,
  ): Promise<PreviewPage> {
    await workbench.tab(title).waitFor();
    const page = new PreviewPage(await workbench.webview(title), workbench, title);
    await page.frame.locator('.reveal-viewport > .reveal.ready.filled').waitFor();
    return page;
  }

  /** Opens a deck and its preview to the side. */
  static async open(workbench: Workbench, file: string): Promise<PreviewPage> {
    await workbench.openFile(file);
    await workbench.statusBarItem('Slides:').waitFor();
    await workbench.command('Deckwright: Open Preview to the Side');
    return PreviewPage.of(workbench, file);
  }

  /** The slide that is shown. */
  get slide(): Locator {
    return this.frame.locator('.slides section.present:not(.stack)');
  }

  /** Waits until the shown slide has this text. */
  async shows(text: string | RegExp): Promise<void> {
    await this.slide.filter({ hasText: text }).waitFor();
  }

  get picture(): Locator {
    return this.slide.locator('img');
  }

  /** The message shown where the deck's file is gone. */
  get lost(): Locator {
    return this.frame.locator('#notices > div');
  }

  get notices(): Locator {
    return this.frame.locator('#notices button');
  }

  /** Waits until reveal.js shows this as the slide number. */
  async isNumbered(number: string): Promise<void> {
    const shown = this.frame.locator('.slide-number');
    await eventually(async () => assert.equal((await shown.innerText()).replace(/\s/g, ''), number));
  }

  /** Waits until the slide's picture is loaded, with this width of its own. */
  async loadsPicture(width: number): Promise<void> {
    const loaded = () => this.picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
    await eventually(async () => assert.equal(await loaded(), width));
  }

  /** Waits until the slide's background picture is loaded, with this width of its own. */
  async loadsBackground(width: number): Promise<void> {
    const background = this.frame.locator(
      '.slide-background.present:not(.stack) > .slide-background-content',
    );
    const loaded = () =>
      background.evaluate(async (element) => {
        const image = new Image();
        image.src = /url\("(.*)"\)/.exec(getComputedStyle(element).backgroundImage)?.[1] ?? '';
        await image.decode().catch(() => {});
        return image.naturalWidth;
      });
    await eventually(async () => assert.equal(await loaded(), width));
  }

  /** Marks the page, to see later whether it is still the same. */
  async mark(): Promise<void> {
    await this.frame.locator('html').evaluate((html) => html.setAttribute('data-test-mark', ''));
  }

  async isMarked(): Promise<boolean> {
    return this.frame.locator('html').evaluate((html) => html.hasAttribute('data-test-mark'));
  }

  /**
   * Clicks something that leads to the source, and waits for the cursor there. VS Code may notice the click only after
   * its effect, and then leaves the focus with the preview: then it clicks once more.
   */
  async leadsTo(line: number, click: () => Promise<void>): Promise<void> {
    await insist(async () => {
      await click();
      await this.workbench.cursorAt(line, undefined, { timeout: 10_000 });
    });
  }

  /** Waits until keys go to the preview. */
  async hasKeyboard(): Promise<void> {
    const hasFocus = () => this.frame.locator('html').evaluate(() => document.hasFocus());
    await until(hasFocus, 'the preview has the keyboard');
  }

  /**
   * Gives the preview the focus, where the click can hit nothing. Now and then VS Code gives it back to an
   * editor that it has just opened: then it clicks once more.
   */
  async focus(): Promise<void> {
    await insist(async () => {
      await this.frame.locator('.reveal-viewport').click({ position: { x: 5, y: 5 } });
      await this.workbench.tabIsActive(this.title, { timeout: 5000 });
    });
  }
}
