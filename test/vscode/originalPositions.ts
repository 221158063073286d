import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, dirname, relative, resolve } from 'node:path';
import { root } from './paths';

/** Maps a stack trace of a bundle to the tests' own files and lines; VS Code does not let Node do it. */
export function originalPositions(bundle: string): (stack: string) => string {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  const original = (line: number, column: number): string | undefined => {
    const entry = map.findEntry(line - 1, column - 1);
    if (!('originalSource' in entry)) return undefined;
    return `${relative(root, resolve(dirname(bundle), entry.originalSource))}:${entry.originalLine + 1}`;
  };
  const position = new RegExp(`\\(?[^\\s(]*${basename(bundle)}[^:\\s]*:(\\d+):(\\d+)\\)?`);
  return (stack) =>
    stack
      .split('\n')
      .map((line) =>
        line.replace(position, (all, row, column) => original(Number(row), Number(column)) ?? all),
      )
      .filter((line) => !/node_modules\/mocha|commonjs:mocha|node:internal/.test(line))
      .join('\n');
}
