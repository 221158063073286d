/** A reason not to start, in words for the user. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** For an option that only takes certain names. */
export function unknownFormat(name: string, names: readonly string[]): CannotRun {
  return new CannotRun(`Unknown format "${name}": use one of ${names.join(', ')}.`);
}

/** By name: each bundle has a class of its own. */
export function isCannotRun(error: unknown): error is CannotRun {
  return error instanceof Error && error.name === 'CannotRun';
}

/** Whether this was thrown by `parseArgs` for options it does not know or that lack a value. */
export function isUsageError(error: unknown): error is Error {
  const { code } = error as { code?: unknown };
  return error instanceof Error && typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_');
}

export function errorCode(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? error);
}
