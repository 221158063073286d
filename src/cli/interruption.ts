import { CannotRun } from './errors';

/** Aborted when somebody ends this run: it can then remove what it has begun. The second time it ends at once. */
export function interruption(): AbortSignal {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => abort.abort(new CannotRun('Interrupted.')));
  }
  return abort.signal;
}
