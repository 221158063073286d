import { execFile, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildSlideStyles } from '../../../build/slideStyles.mjs';
import { writeSpeakerViewScript } from '../../../build/speakerView.mjs';
import { root, temporaryFolder } from '../../vscode/paths';

export type Run = (
  args: readonly string[],
  cwd: string,
  input?: string,
  env?: Readonly<Record<string, string>>,
) => SpawnSyncReturns<string>;

export type RunAlongside = (
  args: readonly string[],
  cwd: string,
  env?: Readonly<Record<string, string>>,
) => Promise<{ readonly stdout: string; readonly stderr: string; readonly status: number | null }>;

let staged: Promise<string> | undefined;

/** The command line as it ships, built from the current sources; `dist` may hold an older one or none. */
export async function stagedCli(): Promise<Run> {
  const cli = await stagedCliFile();
  return (args, cwd, input, env = {}) =>
    spawnSync(process.execPath, [cli, ...args], {
      cwd,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: 120_000,
      maxBuffer: 64 * 1024 * 1024,
      ...(input === undefined ? {} : { input }),
    });
}

/** Its script, for tests that end a run. */
export function stagedCliFile(): Promise<string> {
  staged ??= stage();
  return staged;
}

/** The command line, without keeping this process from anything: for tests in which it is the server. */
export async function stagedCliAlongside(): Promise<RunAlongside> {
  const cli = await stagedCliFile();
  return (args, cwd, env = {}) =>
    new Promise((resolve) => {
      const options = { cwd, env: { ...process.env, ...env }, timeout: 120_000 };
      const child = execFile(process.execPath, [cli, ...args], options, (_, stdout, stderr) =>
        resolve({ stdout, stderr, status: child.exitCode }),
      );
    });
}

async function stage(): Promise<string> {
  const dist = join(temporaryFolder('cli'), 'dist');
  const bundle = (source: string, name: string, platform: 'node' | 'browser') =>
    build({
      entryPoints: [join(root, source)],
      outfile: join(dist, name),
      bundle: true,
      platform,
      mainFields: ['module', 'main'],
      external: ['./commandLine.js', './exporter.js', './browser.js', './presentation.js', './remote.js'],
      format: platform === 'node' ? 'cjs' : 'iife',
      logLevel: 'error',
    });
  await Promise.all([
    bundle('src/cli.ts', 'cli.js', 'node'),
    bundle('src/bundles/commandLine.ts', 'commandLine.js', 'node'),
    bundle('src/cli/lintThread.ts', 'lintThread.js', 'node'),
    bundle('src/bundles/exporter.ts', 'exporter.js', 'node'),
    bundle('src/bundles/browser.ts', 'browser.js', 'node'),
    bundle('src/bundles/remote.ts', 'remote.js', 'node'),
    bundle('src/page/main.ts', 'page/page.js', 'browser'),
    bundle('src/page/siteIndex.ts', 'page/siteIndex.js', 'browser'),
    bundle('src/page/siteIndex.css', 'page/siteIndex.css', 'browser'),
    bundle('src/page/comparison.ts', 'page/comparison.js', 'browser'),
    bundle('src/page/comparison.css', 'page/comparison.css', 'browser'),
  ]);
  buildSlideStyles(join(dist, 'preview/styles'));
  writeSpeakerViewScript(join(dist, 'page/speakerView.js'));
  return join(dist, 'cli.js');
}
