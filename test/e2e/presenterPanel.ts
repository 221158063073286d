import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The presenter panel of a deck as its user sees it. */
export class PresenterPanel {
  private constructor(readonly frame: FrameLocator) {}

  /** The visible presenter panel of a file, once both pictures have a slide. */
  static async of(workbench: Workbench, file: string): Promise<PresenterPanel> {
    const title = `Presenter ${file}`;
    await workbench.tab(title).waitFor();
    const panel = new PresenterPanel(await workbench.webview(title));
    for (const slot of ['current', 'next']) await panel.#picture(slot, '.reveal.ready.filled').waitFor();
    return panel;
  }

  #picture(slot: string, selector: string): Locator {
    return this.frame.locator(`.pane[slot=${slot}] ${selector}`);
  }

  /** The slide in one of the pictures. */
  slide(slot: 'current' | 'next'): Locator {
    return this.#picture(slot, '.slides section.present:not(.stack)');
  }

  /** Waits until these texts are on the slide that is shown and on the next. */
  async shows(current: string | RegExp, next: string | RegExp): Promise<void> {
    await this.slide('current').filter({ hasText: current }).waitFor();
    await this.slide('next').filter({ hasText: next }).waitFor();
  }

  get notes(): Locator {
    return this.frame.getByRole('region', { name: 'Speaker notes' });
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name });
  }

  get elapsed(): Locator {
    return this.frame.locator('.elapsed');
  }

  get curtain(): Locator {
    return this.#picture('current', '.curtain');
  }

  get dot(): Locator {
    return this.#picture('current', '.dot');
  }

  /** Gives the panel the keyboard. */
  async focus(): Promise<void> {
    await this.frame.locator('.position').click();
  }
}
