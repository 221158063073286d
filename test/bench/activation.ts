// What starting Deckwright costs: the time a fresh Node takes to load its bundle.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder } from '../vscode/paths';
import { medians, printTable } from './measure';

/** Each runs in its own Node process, which prints how long it took. */
function load(file: string, modules: string): () => number {
  const script = `const start = performance.now(); require(${JSON.stringify(file)});
    console.log(performance.now() - start);`;
  return () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
      env: { ...process.env, NODE_OPTIONS: '', NODE_PATH: modules },
      encoding: 'utf8',
    });
    if (!stdout) throw new Error(stderr);
    return Number(stdout);
  };
}

export async function benchActivation(): Promise<void> {
  const folder = temporaryFolder('activation');
  const stub = join(folder, 'vscode');
  mkdirSync(stub);
  // Whatever is asked for at load time exists, can be called and has every member. By its prototype, since the bundle
  // copies the properties that it finds.
  writeFileSync(
    join(stub, 'index.js'),
    `const anything = new Proxy(function () {}, {
      get: (_, name) => (name === Symbol.toPrimitive ? () => '' : anything),
      apply: () => anything,
    });
    module.exports = Object.create(anything);`,
  );
  const empty = join(folder, 'empty.js');
  writeFileSync(empty, '');
  const times = await medians(
    {
      'dist/extension.js': load(join(root, 'dist/extension.js'), folder),
      'markdown-it alone': load(join(root, 'node_modules/markdown-it'), folder),
      'an empty file': load(empty, folder),
    },
    { rounds: 20, seconds: 20 },
  );
  const rows = Object.fromEntries(Object.entries(times).map(([name, time]) => [name, [time]]));
  printTable('Loading the extension in a fresh Node (ms)', ['cold'], rows);
}
