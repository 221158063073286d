/** A stopwatch. Times are in milliseconds, those of the clock as `Date.now` gives them. */
export interface Timer {
  /** What was counted until the timer last started. */
  readonly elapsed: number;
  /** When it last started; null while it does not run. */
  readonly since: number | null;
}

/** A timer that has not been started. */
export const NEW_TIMER: Timer = { elapsed: 0, since: null };

/** The time that a timer shows at this time of the clock. */
export function elapsedAt({ elapsed, since }: Timer, now: number): number {
  // A clock may be set back.
  return elapsed + (since === null ? 0 : Math.max(now - since, 0));
}

/** The timer running. */
export function started(timer: Timer, now: number): Timer {
  return timer.since === null ? { ...timer, since: now } : timer;
}

/** The timer stopped at the time that it shows. */
export function paused(timer: Timer, now: number): Timer {
  return { elapsed: elapsedAt(timer, now), since: null };
}

/** Whether the timer was never started, or was reset. */
export function isNew({ elapsed, since }: Timer): boolean {
  return since === null && elapsed === 0;
}

/** A value of unknown origin as a timer; null if it is not one. */
export function readTimer(value: unknown): Timer | null {
  const { elapsed, since } = (value ?? {}) as Partial<Timer>;
  const isTime = (time: unknown): time is number => Number.isFinite(time) && (time as number) >= 0;
  return isTime(elapsed) && (since === null || isTime(since)) ? { elapsed, since } : null;
}

/** Milliseconds as `4:05` or `1:04:05`. Parts of a second are left out. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
