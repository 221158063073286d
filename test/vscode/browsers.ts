import { execFileSync } from 'node:child_process';

/** The processes of browsers whose profiles are in this folder. */
export function browsersIn(folder: string): string[] {
  const processes = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  return processes.filter((line) => line.includes(`--user-data-dir=${folder}`));
}
