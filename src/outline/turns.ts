import type { TreeNode } from './slideTree';

type Entries = readonly TreeNode[] | undefined;

/**
 * Runs requests one after the other, however quickly keys are pressed. A key pressed before the previous
 * request is done acts on the same entries: what VS Code marks by then may be moving from one place to
 * another.
 */
export class Turns {
  #last: Promise<Entries> | undefined;

  /** `onBusy` is called when a turn begins while none is running, and when the last one ends. */
  constructor(readonly onBusy: (isBusy: boolean) => void) {}

  /** `turn` gets the entries edited by the turn it had to wait for, if any, and returns its own. */
  async take(turn: (before: Entries) => Promise<Entries>): Promise<void> {
    const waitedFor = this.#last?.catch(() => undefined);
    if (!waitedFor) this.onBusy(true);
    const taken = waitedFor ? waitedFor.then(turn) : turn(undefined);
    this.#last = taken;
    try {
      await taken;
    } finally {
      if (this.#last === taken) {
        this.#last = undefined;
        this.onBusy(false);
      }
    }
  }
}
