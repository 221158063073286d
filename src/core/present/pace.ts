/** How a speaker does against the plan. Seconds. */
export interface Pace {
  /** Until the shown slide's time is over; negative if it is. */
  readonly left: number;
  /** Before the time at which the shown slide was to begin, or after the time at which it was to end; else 0. */
  readonly ahead: number;
  readonly behind: number;
  readonly total: number;
}

/** The pace on the slide with this index, after so many seconds. */
export function paceOf(timings: readonly number[], index: number, elapsed: number): Pace {
  const sum = (end: number) => timings.slice(0, end).reduce((all, seconds) => all + seconds, 0);
  const left = sum(index + 1) - elapsed;
  return {
    left,
    ahead: Math.max(sum(index) - elapsed, 0),
    behind: Math.max(-left, 0),
    total: sum(timings.length),
  };
}
