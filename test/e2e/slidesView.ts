import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The view "Slides" as a user sees it. */
export class SlidesView {
  private constructor(readonly workbench: Workbench) {}

  static async open(workbench: Workbench): Promise<SlidesView> {
    const view = new SlidesView(workbench);
    // By its icon, which appears once it can be opened; the palette does not offer what comes later. It closes what is
    // open.
    if (await view.pane.isVisible()) return view;
    await workbench.page.locator('.activitybar .action-item:has(> [aria-label^="Slides"])').click();
    await view.pane.waitFor();
    return view;
  }

  get pane(): Locator {
    return this.workbench.page.locator('[id="workbench.view.extension.deckwright"]');
  }

  get rows(): Locator {
    return this.pane.locator('.monaco-list-row');
  }

  /** The entry of this name: number and title. */
  row(name: string): Locator {
    const label = this.workbench.page.locator('.label-name').getByText(name, { exact: true });
    return this.rows.filter({ has: label });
  }

  /** Waits until the entry of this name is the selected one. */
  async selects(name: string): Promise<void> {
    await this.row(name).and(this.workbench.page.locator('.selected')).waitFor();
  }

  /** Waits until the keyboard acts on the entry of this name. */
  async focuses(name: string): Promise<void> {
    const focused = this.pane.locator('.monaco-list:focus .monaco-list-row.focused');
    await this.row(name).and(focused).waitFor();
  }

  /** Names of the entries in sight, each indented by its level. */
  async names(): Promise<string[]> {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) => {
        const indent = '  '.repeat(Number(row.getAttribute('aria-level')) - 1);
        return indent + (row.querySelector('.label-name')?.textContent ?? '');
      }),
    );
  }

  description(name: string): Locator {
    return this.row(name).locator('.label-description');
  }

  /** Which of VS Code's pictures an entry has. */
  async icon(name: string): Promise<string> {
    const classes = await this.row(name).locator('.custom-view-tree-node-item-icon').getAttribute('class');
    return /codicon-([\w-]+)/.exec(classes ?? '')?.[1] ?? '';
  }
}
