// Runs the tests that work on hostile text grows no faster than the text. Arguments go to mocha, for example --grep TEXT.
import { runMain } from './processes';
import { runMocha } from './runMocha';

runMain(() => runMocha({ files: 'test/unit/**/growth.test.ts', arguments: process.argv.slice(2) }));
