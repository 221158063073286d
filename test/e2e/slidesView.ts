import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from '../vscode/until';
import { steadyBox, type Workbench } from './workbench';

/** The view "Slides" as a user sees it. */
export class SlidesView {
  private constructor(readonly workbench: Workbench) {}

  static async open(workbench: Workbench): Promise<SlidesView> {
    const view = new SlidesView(workbench);
    // By its icon, which appears once it can be opened; the palette does not offer what appears later. The icon
    // closes the view if it is open.
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

  /** Gives the view the focus, whichever of its entries are marked. */
  async focus(): Promise<void> {
    await this.workbench.command('Slides: Focus on Slides View');
    await this.pane.locator('.monaco-list:focus').waitFor();
  }

  /** Waits until keys act on the entry of this name. */
  async focuses(name: string): Promise<void> {
    const focused = this.pane.locator('.monaco-list:focus .monaco-list-row.focused');
    await this.row(name).and(focused).waitFor();
  }

  /** Names of the visible entries, each indented by its level. */
  names(): Promise<string[]> {
    return namesOf(this.rows);
  }

  /** Waits until these are the selected entries, from top to bottom. */
  async selectsAll(expected: readonly string[]): Promise<void> {
    const selected = this.rows.and(this.workbench.page.locator('.selected'));
    await eventually(async () => {
      const names = await namesOf(selected);
      assert.deepEqual(
        names.map((name) => name.trim()),
        expected,
      );
    });
  }

  /** Waits until these are the names of the visible entries, or of those from one index to before another. */
  async lists(expected: readonly string[], from = 0, to?: number): Promise<void> {
    // An entry's number can change before the entry has moved to its place.
    await eventually(async () => assert.deepEqual((await this.names()).slice(from, to), expected));
  }

  /** Drags an entry onto another, or onto something else. */
  async drag(name: string, target: string | Locator): Promise<void> {
    const { mouse } = this.workbench.page;
    const box = await steadyBox(typeof target === 'string' ? this.row(target) : target);
    await this.row(name).hover();
    await mouse.down();
    await mouse.move(box.x + 60, box.y + box.height / 2 - 2, { steps: 5 });
    await mouse.move(box.x + 62, box.y + box.height / 2, { steps: 5 });
    await mouse.up();
  }

  description(name: string): Locator {
    return this.row(name).locator('.label-description');
  }

  /** Which VS Code icon an entry has. */
  async icon(name: string): Promise<string> {
    const classes = await this.row(name).locator('.custom-view-tree-node-item-icon').getAttribute('class');
    return /codicon-([\w-]+)/.exec(classes ?? '')?.[1] ?? '';
  }
}

/** In visual order: in the page, VS Code keeps them in any order. */
function namesOf(rows: Locator): Promise<string[]> {
  return rows.evaluateAll((all: HTMLElement[]) =>
    all
      .sort((one, other) => Number(one.dataset.index) - Number(other.dataset.index))
      .map((row) => {
        const indent = '  '.repeat(Number(row.getAttribute('aria-level')) - 1);
        return indent + (row.querySelector('.label-name')?.textContent ?? '');
      }),
  );
}
