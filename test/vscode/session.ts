// Opens workbenches for the e2e tests: one browser for the run, and a separate window and workspace for each test file.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Workbench } from '../e2e/workbench';
import { launchBrowser } from './chromium';
import { commitAll } from './git';
import { makeResultsFolder, root, temporaryCopy } from './paths';
import { type KeyBinding, startServer, testServerArguments, workbenchUrl } from './server';
import { stageExtension } from './stageExtension';

export interface WorkbenchOptions {
  /** Folder to copy and open, relative to the project. */
  workspace?: string;
  /** File to show from the start, relative to the workspace. */
  file?: string;
  settings?: Record<string, unknown>;
  /** The user's key bindings, for commands that the palette does not offer. */
  keybindings?: readonly KeyBinding[];
  /** Inherited by the extension host. */
  env?: Record<string, string>;
  /** What is done with the copy, whose files are committed, before VS Code opens it. */
  prepare?: (folder: string) => void;
  /** Start in Restricted Mode, as VS Code does in a folder it does not know. */
  restricted?: boolean;
  viewport?: { width: number; height: number };
  /** Let VS Code and the preview animate, which doubles the time that each step takes. */
  motion?: boolean;
  /** The display language for extensions. VS Code's own texts stay English: no language pack is available. */
  language?: string;
}

let extension: string | undefined;
let browser: Promise<Browser> | undefined;
const open = new Set<Workbench>();

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  extension ??= stageExtension();
  browser ??= launchBrowser();
  const folder = temporaryCopy(join(root, options.workspace ?? 'test/fixtures/workspace'), 'e2e');
  await commitAll(folder);
  options.prepare?.(folder);
  // A server starts in a third of a second. One per window keeps settings and remembered state apart.
  const server = await startServer({
    // A cursor that blinks makes the window draw itself twice a second.
    settings: { 'editor.cursorBlinking': 'solid', ...options.settings },
    ...(options.keybindings && { keybindings: options.keybindings }),
    ...(options.env && { env: options.env }),
    arguments: [...testServerArguments, ...(options.restricted ? [] : ['--disable-workspace-trust'])],
  });
  const context = await (await browser).newContext({
    viewport: options.viewport ?? { width: 1400, height: 900 },
    reducedMotion: options.motion ? 'no-preference' : 'reduce',
  });
  context.setDefaultTimeout(40_000);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  if (options.language) {
    // What a language pack would set, before the workbench reads it.
    await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)};`);
  }
  const page = await context.newPage();
  if (process.env.DEBUG_HOST) page.on('console', (message) => console.log('[page]', message.text()));
  const workbench = new Workbench(page, folder, requests, async () => {
    open.delete(workbench);
    await context.close();
    server.stop();
  });
  open.add(workbench);
  await page.goto(workbenchUrl(server.port, { folder, development: extension }));
  await workbench.ready();
  // Not through the address: a window with files to open in its address does not restore its editors on reload.
  if (options.file) await workbench.openFile(options.file);
  return workbench;
}

/** What a person who investigates a failure wants to see first. */
export async function photographFailure(title: string): Promise<void> {
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120);
  let count = 0;
  for (const workbench of open) {
    const path = join(makeResultsFolder(), `${name}${count++ || ''}.png`);
    await workbench.screenshot(path).catch(() => {});
    console.log(`      screenshot: ${path}`);
  }
}

export async function closeAll(): Promise<void> {
  for (const workbench of [...open]) await workbench.close();
  await (await browser)?.close();
}
