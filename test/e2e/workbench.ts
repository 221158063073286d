import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually, insist, until } from '../vscode/until';

/** In CSS pixels, from the window's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The web workbench as a user sees it. Everything that knows VS Code's DOM is in this class, so that a new VS Code
 * needs changes here only. Made by `openWorkbench` in test/vscode/session.ts.
 */
export class Workbench {
  readonly quickInput: Locator;

  constructor(
    readonly page: Page,
    /** The temporary copy of the workspace. */
    readonly folder: string,
    /** Address of every request since the page opened: the workbench's and those of all its frames. */
    readonly requests: readonly string[],
    readonly close: () => Promise<void>,
  ) {
    this.quickInput = page.locator('.quick-input-widget input[type=text]').first();
  }

  /** Waits until the workbench can be used. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
    await this.page.locator('.part.sidebar .monaco-list-row').first().waitFor({ timeout: 60_000 });
    // Extensions have started: their part of the status bar appears after VS Code's own.
    await this.page.locator('#status\\.problems').waitFor({ timeout: 60_000 });
  }

  /** Reloads the window as the user's command does; VS Code has already saved what it saves for a restart. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.openPalette('>Developer: Reload Window');
    await this.pick('Developer: Reload Window');
    await loaded;
    await this.ready();
  }

  /** Runs a command by its title in the palette. */
  async command(title: string, { opensInput = false } = {}): Promise<void> {
    await this.openPalette(`>${title}`);
    try {
      await this.quickPickRow(title).first().click({ timeout: 6_000 });
    } catch {
      // VS Code closes the palette if something else takes the focus in the meantime.
      await this.page.keyboard.press('Escape');
      await this.openPalette(`>${title}`);
      await this.pick(title);
    }
    if (!opensInput) await this.quickInput.waitFor({ state: 'hidden' });
  }

  private async offersNow(title: string): Promise<boolean> {
    await this.openPalette(`>${title}`);
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    const count = await this.quickPickRow(title).count();
    await this.cancel();
    return count > 0;
  }

  /** Waits until the palette offers a command of this title, or no longer does. */
  async offersCommand(title: string, isOffered = true): Promise<void> {
    const isSo = async () => (await this.offersNow(title)) === isOffered;
    await until(isSo, `the palette ${isOffered ? 'offers' : 'does not offer'} ${title}`, 30);
  }

  /** Chooses a row of the open quick pick. */
  async pick(label: string | RegExp, options: { timeout?: number } = {}): Promise<void> {
    await this.quickPickRow(label).first().click(options);
  }

  /** Waits until these are the quick pick's rows, as screen readers are told. */
  async offers(expected: readonly string[]): Promise<void> {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    const labels = () => rows.evaluateAll((all) => all.map((row) => row.ariaLabel));
    await eventually(async () => assert.deepEqual(await labels(), expected));
  }

  quickPickRow(label: string | RegExp): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: label });
  }

  /** Waits until the quick pick or input box of this title is open. */
  async asks(title: string, options: { timeout?: number } = {}): Promise<void> {
    await this.page.locator('.quick-input-title', { hasText: title }).waitFor(options);
  }

  /** The row of the quick pick that Enter takes. */
  get activePick(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row.focused');
  }

  /** Answers the open input box. */
  async answer(text: string): Promise<void> {
    await this.quickInput.waitFor();
    await this.quickInput.fill(text);
    await this.quickInput.press('Enter');
  }

  /** Closes the open quick pick or input box with Escape. */
  async cancel(): Promise<void> {
    // The key goes elsewhere where VS Code has given the focus back to a preview that was clicked just before.
    await insist(async () => {
      if (await this.quickInput.isVisible()) await this.quickInput.press('Escape', { timeout: 5000 });
      await this.quickInput.waitFor({ state: 'hidden', timeout: 5000 });
    });
  }

  /** Chooses from the open quick pick by words that leave a row with this label as the first. */
  async find(words: string, label: string | RegExp): Promise<void> {
    await this.quickInput.waitFor();
    await this.quickInput.fill(words);
    await this.activePick.filter({ hasText: label }).waitFor();
    await this.quickInput.press('Enter');
  }

  /** Answers the open input box with keys, which replace what is selected in it. */
  async typeOver(text: string): Promise<void> {
    // Keys pressed before it has the focus go to what had it before.
    await this.quickInput.and(this.page.locator(':focus')).waitFor();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Chooses the first fix proposed at the cursor, with keys. */
  async quickFix(label: string): Promise<void> {
    const focused = '.action-widget .monaco-list:focus .monaco-list-row.focused';
    const first = this.page.locator(focused, { hasText: label });
    // While the problems change, VS Code looks for fixes again and closes the menu.
    await insist(async () => {
      await this.page.keyboard.press('Control+.');
      await first.waitFor({ timeout: 10_000 });
    });
    await this.page.keyboard.press('Enter');
    await first.waitFor({ state: 'hidden' });
  }

  /** Chooses any of the fixes proposed at the cursor. */
  async chooseFix(label: string): Promise<void> {
    const fix = this.page.locator('.action-widget .monaco-list-row', { hasText: label });
    await insist(async () => {
      await this.page.keyboard.press('Control+.');
      await fix.click({ timeout: 10_000 });
    });
  }

  /** Waits until VS Code's own dialog for files proposes this path. */
  async proposesFile(name: string): Promise<void> {
    // Until then its box holds what was typed into the palette, then a folder.
    const path = join(this.folder, name);
    await eventually(async () => assert.equal(await this.quickInput.inputValue(), path));
  }

  /** Answers VS Code's own dialog for files with a path within the workspace. */
  async chooseFile(name: string): Promise<void> {
    await this.quickInput.waitFor();
    const isReady = async () => /^\/.*[^/]$/.test(await this.quickInput.inputValue());
    await until(isReady, 'the dialog proposes a file');
    await this.answer(join(this.folder, name));
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  private async openPalette(text: string): Promise<void> {
    // An editor that closes or opens may take the focus from it, and it is gone.
    await insist(async () => {
      await this.page.keyboard.press('F1');
      await this.quickInput.waitFor({ timeout: 10_000 });
      // `fill`, because keys typed while the widget opens are lost.
      await this.quickInput.fill(text, { timeout: 5000 });
    });
  }

  /**
   * Opens a file by its path within the workspace, in the active editor group, and waits until its editor has the focus.
   * VS Code's list of files may not have one that was created after the list was first used: create all files before.
   */
  async openFile(path: string): Promise<void> {
    await this.openPalette(path);
    await this.pick(fileName(path));
    await this.quickInput.waitFor({ state: 'hidden' });
    await this.page.locator(`${editorSelector(path)}.focused`).waitFor();
  }

  /** Opens an untitled markdown file with this text, and gives its editor the focus. */
  async newUntitledFile(text: string): Promise<void> {
    await this.command('File: New Untitled Text File');
    await this.tabIsActive('Untitled-1');
    await this.command('Change Language Mode', { opensInput: true });
    await this.page.locator('.quick-input-widget [placeholder="Select Language Mode"]').waitFor();
    await this.find('Markdown', 'Markdown');
    await this.statusBarItem('Markdown').waitFor();
    await this.insert(text);
  }

  /** The file as it is on disk. */
  savedText(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  tab(title: string): Locator {
    return this.page.locator(tabSelector(title));
  }

  /** Waits until these are the titles of all tabs, in any order. */
  async hasTabs(...titles: readonly string[]): Promise<void> {
    // Not the text: VS Code shortens it where space is short.
    const tabs = this.page.locator('.tabs-container .tab');
    const shown = () =>
      tabs.evaluateAll((all) =>
        all.map((tab) => tab.ariaLabel?.replace(/, (preview|Editor Group).*/, '') ?? ''),
      );
    await eventually(async () => assert.deepEqual((await shown()).sort(), [...titles].sort()));
  }

  async selectTab(title: string, group = 0): Promise<void> {
    await this.tab(title).nth(group).click();
    await this.leaveTabs();
  }

  /** Where the mouse rests on a tab, a hover appears that covers other things. */
  private async leaveTabs(): Promise<void> {
    await this.page.mouse.move(24, 400);
    await this.page.locator('.workbench-hover').waitFor({ state: 'hidden' });
  }

  /** Waits until the tab with this title is the one that commands act on. */
  async tabIsActive(title: string, options: { timeout?: number } = {}): Promise<void> {
    const group = this.page.locator('.editor-group-container.active');
    await group.locator(tabSelector(title)).and(this.page.locator('.active')).waitFor(options);
  }

  /** Closes all editors; changes in the active one are discarded. */
  async discardEditors(): Promise<void> {
    await this.command('View: Revert and Close Editor');
    await this.command('View: Close All Editors');
  }

  async closeTab(title: string): Promise<void> {
    await this.tab(title).first().click({ button: 'middle' });
    await this.leaveTabs();
  }

  /** The visible text editor of a file; `group` counts editor groups from 0 where several show it. */
  editor(path: string, group = 0): Locator {
    return this.page.locator(editorSelector(path)).nth(group);
  }

  /** Gives a file's editor the focus and leaves its cursor where it is: a click in the text would move it. */
  async focusEditor(path: string, group = 0): Promise<void> {
    await this.selectTab(fileName(path), group);
    await this.editor(path, group).and(this.page.locator('.focused')).waitFor();
  }

  /** Puts the cursor of the focused editor at a line and column, both counted from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    // Whatever gets the focus in the meantime, such as an editor that has opened, closes it.
    await insist(async () => {
      await this.openPalette(`:${line}:${column}`);
      await this.quickPickRow(`line ${line}`).waitFor({ timeout: 10_000 });
    });
    await this.quickInput.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
    await this.cursorAt(line, column);
  }

  /** Waits until the status bar says that the active editor's cursor is in this line. */
  async cursorAt(line: number, column?: number, options: { timeout?: number } = {}): Promise<void> {
    const position = new RegExp(`^Ln ${line}, Col ${column ?? '\\d+'}\\b`);
    await this.statusBarItem(position).waitFor(options);
  }

  /** The line whose number the editor highlights: that of the cursor, even while the editor has no focus. */
  activeLine(path: string, group = 0): Locator {
    return this.editor(path, group).locator('.line-numbers.active-line-number');
  }

  /** Types into the focused editor, key by key, as a user does, including suggestions and closing brackets. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Puts text into the focused editor in one step, exactly as it is. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Puts something onto the system clipboard, by media type, as another program does. */
  async copyToClipboard(content: Record<string, string | Buffer>): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const items = Object.entries(content).map(([type, data]) => [type, Buffer.from(data).toString('base64')]);
    await this.page.evaluate(async (entries) => {
      const blobs = entries.map(([type, data]) => {
        const bytes = Uint8Array.from(atob(data!), (character) => character.charCodeAt(0));
        return [type, new Blob([bytes], { type })];
      });
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    }, items);
  }

  /** The size of the picture that another program would paste. */
  async pictureOnClipboard(): Promise<{ width: number; height: number }> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    return this.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const { width, height } = await createImageBitmap(await item!.getType('image/png'));
      return { width, height };
    });
  }

  /** A row of the list of suggestions, by its label; the one that `Tab` accepts is focused. */
  suggestion(label: string | RegExp, { isFocused = false } = {}): Locator {
    const rows = this.page.locator(`.suggest-widget.visible .monaco-list-row${isFocused ? '.focused' : ''}`);
    return rows.filter({ has: this.page.locator('.label-name', { hasText: label }) });
  }

  /** Waits until no list of suggestions is open. */
  async suggestsNothing(): Promise<void> {
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  /** Waits until the visible part of a file's editor has this text, within one line. */
  async editorShows(path: string, text: string, options: { timeout?: number } = {}): Promise<void> {
    // The editor writes spaces as non-breaking ones, which Playwright treats as spaces.
    await this.editor(path).locator('.view-line', { hasText: text }).waitFor(options);
  }

  async editorHides(path: string, text: string): Promise<void> {
    await this.editor(path).locator('.view-line', { hasText: text }).waitFor({ state: 'detached' });
  }

  /** Drags an item of the explorer to the end of a line and drops it into the text, so that it is not opened. */
  async dropFromExplorer(name: string, path: string, line: string): Promise<void> {
    const { x, y } = await this.endOfLine(path, line);
    await this.explorerItem(name).first().hover();
    await this.page.mouse.down();
    await this.page.mouse.move(x - 40, y, { steps: 5 });
    await this.page.keyboard.down('Shift');
    await this.page.mouse.move(x, y, { steps: 5 });
    await this.page.mouse.up();
    await this.page.keyboard.up('Shift');
  }

  /** Drops files from the desktop at the end of a line, given by name: media type, and content or only its size. */
  async dropFiles(
    path: string,
    line: string,
    files: Record<string, [type: string, content: Buffer | number]>,
  ): Promise<void> {
    const { x, y } = await this.endOfLine(path, line);
    const entries = Object.entries(files).map(([name, [type, content]]) => {
      return { name, type, content: typeof content === 'number' ? content : [...content] };
    });
    await this.page.evaluate(
      ({ x, y, entries }) => {
        const dataTransfer = new DataTransfer();
        for (const { name, type, content } of entries) {
          const bytes = typeof content === 'number' ? new Uint8Array(content) : Uint8Array.from(content);
          dataTransfer.items.add(new File([bytes], name, { type }));
        }
        const target = document.elementFromPoint(x, y)!;
        const options = {
          dataTransfer,
          shiftKey: true,
          bubbles: true,
          cancelable: true,
          clientX: x,
          clientY: y,
        };
        for (const event of ['dragenter', 'dragover', 'drop']) {
          target.dispatchEvent(new DragEvent(event, options));
        }
      },
      { x, y, entries },
    );
  }

  private async endOfLine(path: string, line: string): Promise<{ x: number; y: number }> {
    const box = await steadyBox(this.editor(path).locator('.view-line > span', { hasText: line }).first());
    return { x: box.x + box.width + 5, y: box.y + box.height / 2 };
  }

  async save(): Promise<void> {
    await this.command('File: Save');
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }

  /** Saves the active editor's file, and waits until this is its text on disk. */
  async savesAs(path: string, text: string): Promise<void> {
    await eventually(async () => {
      // Again where an edit arrived after it. VS Code empties a file before writing it.
      await this.save();
      assert.equal(this.savedText(path), text);
    });
  }

  /** A button in the title of the active editor group, by the beginning of its tooltip. */
  titleButton(label: string): Locator {
    return this.page.locator(`.editor-group-container.active .editor-actions a[aria-label^="${label}"]`);
  }

  explorerItem(name: string | RegExp): Locator {
    return this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  }

  /** Chooses an entry of something's context menu. */
  async chooseFromContextMenu(target: Locator, label: string): Promise<void> {
    await target.click({ button: 'right' });
    await this.chooseFromMenu(label);
  }

  /** Chooses an entry of the open menu. */
  async chooseFromMenu(label: string): Promise<void> {
    const entries = this.page.locator('.context-view .action-item, .monaco-menu .action-item');
    await entries.filter({ hasText: label }).first().hover();
    // Not with a click: a menu that has just opened ignores clicks, in case the one that opened it counts.
    await this.page.keyboard.press('Enter');
  }

  /** What the context menu of something offers. */
  async contextMenu(target: Locator): Promise<string[]> {
    // A tooltip of what is above would be in the way.
    await this.page.mouse.move(0, 0);
    await this.page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
    await target.click({ button: 'right' });
    const labels = this.page.locator(
      '.context-view .action-label:not(.separator), .monaco-menu .action-label:not(.separator)',
    );
    await labels.first().waitFor();
    const offered = await labels.allTextContents();
    await this.page.keyboard.press('Escape');
    await labels.first().waitFor({ state: 'detached' });
    return offered;
  }

  /**
   * The document in the webview panel whose tab has this title, which must be the visible one of its group.
   * Request it again after a reload.
   */
  async webview(tabTitle: string): Promise<FrameLocator> {
    // The webview floats over the workbench; the editor it belongs to names it, for screen readers.
    const tab = this.page.locator(`${tabSelector(tabTitle)}.active`);
    const group = this.page.locator('.editor-group-container', { has: tab });
    const id = await group.locator('[id^=webview-editor-element][aria-flowto]').getAttribute('aria-flowto');
    return this.page.frameLocator(`iframe.webview.ready[name="${id}"]`).frameLocator('iframe#active-frame');
  }

  /** How many webviews exist, visible or not. */
  webviewCount(): Promise<number> {
    return this.page.locator('iframe.webview').count();
  }

  /** A part of the path above the active editor. */
  breadcrumb(text: string | RegExp): Locator {
    const group = this.page.locator('.editor-group-container.active');
    return group.locator('.breadcrumbs-control .monaco-breadcrumb-item', { hasText: text });
  }

  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /**
   * Opens the list of notifications and returns one of them. The pop-ups that a user sees first are not available:
   * VS Code suppresses them when its smoke-test driver is on.
   */
  async notification(text: string | RegExp): Promise<Locator> {
    const list = this.page.locator('.notifications-center.visible');
    const notification = list.locator('.notification-list-item', { hasText: text });
    const bell = this.page.locator('[id="status.notifications"] .codicon-bell-dot');
    await bell.or(notification).first().waitFor();
    // What it reports may take its time. The list closes when the only notification in it goes, such as progress.
    await eventually(async () => {
      if (!(await list.isVisible())) await this.showNotifications();
      await notification.waitFor({ timeout: 5000 });
    }, 60);
    return notification;
  }

  /** Whether there are unseen notifications. */
  async hasNotifications(): Promise<boolean> {
    return (await this.page.locator('[id="status.notifications"] .codicon-bell-dot').count()) > 0;
  }

  private async showNotifications(): Promise<void> {
    // A notification that arrives closes the palette.
    await insist(async () => {
      await this.command('Notifications: Show Notifications');
      await this.page.locator('.notifications-center.visible').waitFor({ timeout: 10_000 });
    });
  }

  /** Presses a button of a notification. */
  async answerNotification(text: string | RegExp, button: string): Promise<void> {
    const notification = await this.notification(text);
    // Whatever closes the palette with Escape may close the list too.
    await insist(async () => {
      if (!(await notification.isVisible())) await this.showNotifications();
      await notification.hover({ timeout: 10_000 });
      await notification.locator('.monaco-button', { hasText: button }).click({ timeout: 10_000 });
    });
  }

  /** Waits until the open terminal has this text; its lines have no ends. */
  async terminalSays(text: RegExp): Promise<void> {
    await this.page.locator('.terminal-wrapper.active .xterm-rows', { hasText: text }).waitFor();
  }

  /** A dialog in the middle of the window. */
  dialog(text?: string | RegExp): Locator {
    return this.page.locator('.monaco-dialog-box', { hasText: text });
  }

  /** Opens the Problems view and returns its rows. */
  async problems(): Promise<Locator> {
    await this.command('Problems: Focus on Problems View');
    return this.problemRows;
  }

  /** The rows of the open Problems view. */
  get problemRows(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  async isRestricted(): Promise<boolean> {
    return (await this.page.locator('#status\\.workspaceTrust').count()) > 0;
  }

  /** Leaves Restricted Mode. VS Code restarts the extensions that asked for trust. */
  async trustWorkspace(): Promise<void> {
    await this.command('Workspaces: Manage Workspace Trust');
    await this.page.locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' }).first().click();
    await this.page.locator('#status\\.workspaceTrust').waitFor({ state: 'detached' });
    await this.closeTab('Workspace Trust');
  }

  /** Requests that leave the machine, or would: VS Code's own resource address is answered within the browser. */
  outsideRequests(): string[] {
    return this.requests.filter((address) => {
      const { protocol, hostname } = new URL(address);
      if (!/^(https?|wss?):$/.test(protocol) || hostname === '127.0.0.1') return false;
      return !hostname.endsWith('.vscode-resource.vscode-cdn.net');
    });
  }

  /** The color of a pixel of the window, as style sheets write it. */
  async colorAt(x: number, y: number): Promise<string> {
    const picture = await this.page.screenshot({ clip: { x, y, width: 1, height: 1 } });
    return this.page.evaluate(
      async (bytes) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
        const context = new OffscreenCanvas(1, 1).getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        return `rgb(${[...context.getImageData(0, 0, 1, 1).data.slice(0, 3)].join(', ')})`;
      },
      [...picture],
    );
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }
}

/** Where something is, once it does not move. */
export async function steadyBox(part: Locator): Promise<Box> {
  let last: Box | null = null;
  await eventually(async () => {
    const before = last;
    last = await part.boundingBox();
    assert.ok(last, `${part} is not to be seen`);
    assert.deepEqual(last, before);
  });
  return last!;
}

const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const editorSelector = (path: string) => `.editor-instance .monaco-editor[data-uri$="/${path}"]`;

/** VS Code's label for screen readers: the title, then possibly the editor group. */
const tabSelector = (title: string) =>
  `.tabs-container .tab:is([aria-label="${title}"], [aria-label^="${title}, "])`;
