import { type MochaOptions, type Runner, reporters } from 'mocha';
import { reportCounts } from './results';

/** Mocha's usual report, which also tells `npm test` how many tests passed. */
class CountingReporter extends reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      reportCounts({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0 });
    });
  }
}

module.exports = CountingReporter;
