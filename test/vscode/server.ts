import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureHost, type HostName } from './installHost';
import { temporaryFolder } from './paths';
import { killGroup, spawnGroup } from './processes';

export interface KeyBinding {
  readonly key: string;
  readonly command: string;
  readonly args?: unknown;
}

export interface ServerOptions {
  host?: HostName;
  /** The user's settings, on top of the ones that keep VS Code quiet. */
  settings?: Record<string, unknown>;
  /** The user's key bindings, for commands that the palette does not offer. */
  keybindings?: readonly KeyBinding[];
  /** Inherited by the extension host. */
  env?: Record<string, string>;
  arguments?: readonly string[];
}

export interface Server {
  readonly port: number;
  log(): string;
  stop(): void;
  onEnd(listener: (exitCode: number | null) => void): void;
}

const quietSettings = {
  'files.autoSave': 'off', // the web workbench would save after a delay
  'workbench.colorTheme': 'Default Dark Modern',
  'window.autoDetectColorScheme': false,
  'workbench.startupEditor': 'none',
  'workbench.editor.useModal': 'off', // a modal editor covers the others until it is closed
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Starts a VS Code server, on a free port, that only this machine can reach. Ends with this process at the latest. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const host = await ensureHost(options.host ?? 'host');
  const data = temporaryFolder('server');
  writeUserFile(data, 'settings.json', { ...quietSettings, ...options.settings });
  writeUserFile(data, 'keybindings.json', options.keybindings ?? []);
  const args = [
    host.serverMain,
    ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms', '--server-data-dir', data],
    ...['--disable-telemetry', ...(options.arguments ?? [])],
  ];
  const child = spawnGroup(host.node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // An empty gallery stops look-ups in the extension marketplace.
    env: { ...process.env, NODE_OPTIONS: '', EXTENSIONS_GALLERY: '{}', ...options.env },
  });
  let log = '';
  const onOutput = (output: Buffer) => {
    log += output;
    if (process.env.DEBUG_HOST) process.stderr.write(output);
  };
  child.stdout?.on('data', onOutput);
  child.stderr?.on('data', onOutput);
  const port = await listening(child, () => log);
  return {
    port,
    log: () => log,
    stop: () => killGroup(child),
    onEnd: (listener) => child.once('exit', listener),
  };
}

/** code-server keeps the user's files on the server; VS Code's own web variant keeps them in the browser. */
function writeUserFile(data: string, name: string, content: unknown): void {
  const folder = join(data, 'data/User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), JSON.stringify(content, null, 2));
}

function listening(child: ChildProcess, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`The VS Code server ${what}.\n${log()}`));
    const timer = setTimeout(() => fail('did not start within 60 s'), 60_000);
    child.stdout?.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code) => fail(`ended with exit code ${code}`));
  });
}

/** For servers whose windows run an extension from its folder, and anything in it without asking. */
export const testServerArguments = [
  '--without-connection-token',
  // A built workbench takes extensionDevelopmentPath and extensionTestsPath from its address only with this.
  '--enable-smoke-test-driver',
];

export interface WorkbenchAddress {
  folder: string;
  /** The extension to run from its folder. */
  development?: string;
  tests?: string;
}

/** The address of a workbench. The payload is what VS Code's own remote integration tests send. */
export function workbenchUrl(port: number, { folder, development, tests }: WorkbenchAddress): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (development) payload.push(['extensionDevelopmentPath', remote(development)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}
