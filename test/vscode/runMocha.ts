import { join } from 'node:path';
import { root } from './paths';
import { run } from './processes';
import { forbidOnly } from './results';

interface MochaRun {
  files: string;
  arguments?: readonly string[];
  env?: Record<string, string>;
}

/** Runs mocha on TypeScript files and returns its exit code. It fails if no file matches. */
export function runMocha({ files, arguments: args = [], env = {} }: MochaRun): Promise<number> {
  const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
  const only = forbidOnly ? ['--forbid-only'] : [];
  const fixed = ['--import=tsx', '--reporter', join(__dirname, 'mochaReporter.ts'), ...only];
  return run(process.execPath, [mocha, ...fixed, ...args, files], {
    cwd: root,
    env: { ...process.env, ...env },
  });
}
