/** Milliseconds of work after which others in the extension host get their turn. */
const TURN = 25;

/** Works step by step, while `goesOn` says so. False if it stopped before the end. */
export async function inTurns(makeSteps: () => Iterable<void>, goesOn: () => boolean): Promise<boolean> {
  let end = performance.now() + TURN;
  for (const _ of makeSteps()) {
    if (performance.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!goesOn()) return false;
    end = performance.now() + TURN;
  }
  return true;
}
