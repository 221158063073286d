// Runs the tests of diagrams in a page, on the built files. Arguments go to mocha, for example --grep TEXT.
import { runMain } from '../vscode/processes';
import { runMocha } from '../vscode/runMocha';

runMain(() => runMocha({ files: 'test/diagrams/*.browser.ts', arguments: process.argv.slice(2) }));
