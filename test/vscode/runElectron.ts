// Runs test/integration in a desktop VS Code: the one VSCODE_EXECUTABLE_PATH names, else one that is downloaded
// (VSCODE_VERSION, by default the newest). On Linux without a display: xvfb-run -a npm run test:electron
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { bundleSuite } from './bundleSuite';
import { fixtureWorkspace, root, temporaryCopy, temporaryFolder } from './paths';
import { runMain } from './processes';
import { stageExtension } from './stageExtension';

/** Not 0: a run that did not happen must not look like one that passed. */
const couldNotRun = 2;

async function main(): Promise<number> {
  const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE_PATH ?? (await download());
  if (!vscodeExecutablePath) return couldNotRun;
  const extensionDevelopmentPath = stageExtension();
  const extensionTestsPath = join(extensionDevelopmentPath, 'out/integration.cjs');
  await bundleSuite('node', {}, extensionTestsPath);
  const workspace = temporaryCopy(fixtureWorkspace, 'integration');
  const userData = `--user-data-dir=${temporaryFolder('user')}`;
  const launchArgs = [workspace, '--disable-extensions', '--disable-workspace-trust', userData];
  return runTests({ vscodeExecutablePath, extensionDevelopmentPath, extensionTestsPath, launchArgs });
}

async function download(): Promise<string | undefined> {
  const version = process.env.VSCODE_VERSION ?? 'stable';
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: join(root, '.vscode-test') });
  } catch (error) {
    console.error(
      `There is no desktop VS Code to test in: it could not be downloaded (${message(error)}).\n` +
        'Set VSCODE_EXECUTABLE_PATH to an installed one, or run "npm test", which runs the same tests in VS Code\'s server.',
    );
    return undefined;
  }
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));

runMain(main);
