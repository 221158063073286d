// Loaded by the extension host before the tests: sets up mocha's globals, and gives VS Code the function that runs
// them. Mocha's browser build works in both hosts: it needs no module loader, so it is the same in a web worker, in
// VS Code's server and in every Electron.
import 'mocha/mocha.js';
import { type Report, reportPrefix } from './report';

export interface SuiteOptions {
  grep?: string;
  forbidOnly?: boolean;
}

const report = (line: Report) => console.log(reportPrefix + JSON.stringify(line));

mocha.setup({ ui: 'bdd', timeout: 60_000 });

export function runSuite(options: SuiteOptions, vscodeVersion: string): Promise<void> {
  if (options.grep) mocha.grep(options.grep);
  if (options.forbidOnly) mocha.forbidOnly();
  return new Promise((resolve, reject) => {
    mocha.reporter(Reporter);
    // Not mocha.run: the browser build's needs a `location`.
    const runner = Mocha.prototype.run.call(mocha, (failures: number) => {
      stopCatching();
      report({ kind: 'end', vscode: vscodeVersion, host: hostDescription() });
      if (failures > 0) reject(new Error(`${failures} of the tests failed`));
      else if (runner.stats?.passes === 0) reject(new Error('no test was run'));
      else resolve();
    });
    const stopCatching = catchWhatTestsLeaveUncaught(runner);
  });
}

class Reporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('pass', (test) => {
      report({ kind: 'pass', title: test.fullTitle(), milliseconds: test.duration ?? 0 });
    });
    runner.on('pending', (test) => report({ kind: 'pending', title: test.fullTitle() }));
    runner.on('fail', (test, error: Error) => {
      report({ kind: 'fail', title: test.fullTitle(), error: error.stack ?? String(error) });
    });
  }
}

/** The browser build listens to a window's `onerror`, which Node does not have. */
function catchWhatTestsLeaveUncaught(runner: Mocha.Runner): () => void {
  if (!isNode()) return () => {};
  const uncaught = (error: Error) => runner.uncaught(error);
  process.on('uncaughtException', uncaught);
  return () => process.off('uncaughtException', uncaught);
}

const isNode = () => typeof process === 'object' && typeof process.versions?.node === 'string';
const hostDescription = () => (isNode() ? `Node ${process.versions.node}` : 'a web worker');
