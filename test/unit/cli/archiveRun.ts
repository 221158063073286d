import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { HedgedocServer } from '../../remote/hedgedocServer';
import { png } from '../archive/png';
import { stagedCliFile } from './stagedCli';

/** Uploads that take a moment to download. */
export const PICTURES = Array.from({ length: 4 }, (_, number) => `picture-${number}.png`);

/** Starts a server that has them. */
export async function servePictures(): Promise<HedgedocServer> {
  const server = await HedgedocServer.start();
  for (const [number, name] of PICTURES.entries()) {
    server.uploads.set(name, Buffer.concat([png(number), Buffer.alloc(1_000_000, number)]));
  }
  return server;
}

/** What a run of the command line has left. */
export interface Ended {
  /** Null if a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the command line that is under way. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts the command line, while servers of this process answer it. */
export async function start(args: readonly string[], cwd: string): Promise<Started> {
  const child = spawn(process.execPath, [await stagedCliFile(), ...args], { cwd });
  const status = new Promise<number | null>((resolve) => child.on('close', resolve));
  const ended = Promise.all([status, text(child.stdout), text(child.stderr)]).then(
    ([status, stdout, stderr]) => ({ status, stdout, stderr }),
  );
  return { child, ended };
}

/** Ends a run by force, some milliseconds after a server was asked so often. It may have ended by itself before. */
export async function kill(
  { child, ended }: Started,
  server: HedgedocServer,
  requests: number,
  delay: number,
): Promise<void> {
  const watch = setInterval(() => {
    if (server.asked.length < requests) return;
    clearInterval(watch);
    setTimeout(() => child.kill('SIGKILL'), delay);
  }, 1);
  await ended;
  clearInterval(watch);
}

/** Runs `deckwright archive`, which may ask servers of this computer. */
export async function archive(args: readonly string[], cwd: string): Promise<Ended> {
  return (await start(['archive', '--allow', '127.0.0.1:*', ...args], cwd)).ended;
}
