import { type Report, reportPrefix } from '../integration/report';
import type { Counts } from './results';

/** Collects what VS Code's console prints during a suite, prints the tests as they end, and judges the run. */
export class SuiteLog {
  readonly counts: Counts = { passed: 0, failed: 0 };
  private readonly lines: string[] = [];
  private ended = false;

  constructor(private readonly readableStack: (stack: string) => string) {}

  add(type: string, text: string): void {
    this.lines.push(`${type} ${text}`);
    const start = text.indexOf(reportPrefix);
    if (start >= 0) this.onReport(JSON.parse(text.slice(start + reportPrefix.length)));
  }

  text(): string {
    return this.lines.join('\n');
  }

  private onReport(report: Report): void {
    switch (report.kind) {
      case 'pass':
        this.counts.passed++;
        console.log(`    ok   ${report.title} (${report.milliseconds} ms)`);
        break;
      case 'fail':
        this.counts.failed++;
        console.log(`    FAIL ${report.title}\n${indent(this.readableStack(report.error ?? ''))}`);
        break;
      case 'pending':
        console.log(`    skip ${report.title}`);
        break;
      case 'end':
        this.ended = true;
        console.log(`  ran in VS Code ${report.vscode}, extension host on ${report.host}`);
    }
  }

  /** Returns the run's exit code: VS Code's, unless there is no sign of a suite that ran and ended. */
  conclude(exitCode: number, logFile: string): number {
    const { passed, failed } = this.counts;
    const code = exitCode || (this.ended && passed > 0 && failed === 0 ? 0 : 1);
    if (code === 0) return 0;
    if (failed === 0) {
      // Then the reason is not in the tests' own report.
      if (passed === 0) console.error('No test was run.');
      const problems = this.lines.filter((line) => /^(error|warn)/.test(line) && !noise.test(line));
      console.error(indent(problems.slice(-40).join('\n')));
    }
    console.error(`VS Code's exit code: ${exitCode}. The whole log: ${logFile}`);
    return code;
  }
}

/** Native add-ons that are not compiled on purpose, and files that only code-server's wrapper serves. */
const noise =
  /Could not locate the bindings file|native-watchdog|serviceWorker\.js|authentication provider|Canceled/;

const indent = (text: string) => text.replace(/^/gm, '         ');
