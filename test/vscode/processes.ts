import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

const cleanups: (() => void)[] = [];

process.on('exit', () => {
  // Last in, first out: a server stops before the folder that it writes to is removed.
  for (const cleanup of cleanups.reverse()) cleanup();
});

/** Runs `cleanup` when this process ends, however it ends (see endOnSignal for signals). */
export function atExit(cleanup: () => void): void {
  cleanups.push(cleanup);
}

/** Without a handler a signal ends Node at once: no cleanup, and servers in their own group live on. */
function endOnSignal(exitCode?: number): void {
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };
  for (const [signal, number] of Object.entries(numbers)) {
    process.on(signal, () => process.exit(exitCode ?? 128 + number));
  }
}

/** Runs a script's main function and exits with the code it returns. */
export function runMain(main: () => Promise<number>, options: { exitCodeOnSignal?: number } = {}): void {
  endOnSignal(options.exitCodeOnSignal);
  main().then(
    (exitCode) => process.exit(exitCode),
    (error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}

/** Starts a command in a process group of its own, because VS Code's helpers outlive their parent. */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  atExit(() => killGroup(child));
  return child;
}

export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has already ended.
  }
}

/** Runs a command to its end, with output to the user; returns the exit code. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    atExit(() => child.kill());
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
