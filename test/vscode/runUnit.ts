// Runs test/unit. Arguments go to mocha, for example --grep TEXT.
import { runMain } from './processes';
import { runMocha } from './runMocha';

runMain(() =>
  runMocha({
    files: 'test/unit/**/*.test.ts',
    arguments: ['--timeout', '20000', ...process.argv.slice(2)],
  }),
);
