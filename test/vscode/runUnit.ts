// Runs test/unit, without the growth tests, which take minutes. Arguments go to mocha, for example --grep TEXT.
import { runMain } from './processes';
import { runMocha } from './runMocha';

runMain(() =>
  runMocha({
    files: 'test/unit/**/*.test.ts',
    arguments: ['--ignore', 'test/unit/**/growth.test.ts', '--timeout', '20000', ...process.argv.slice(2)],
  }),
);
