import type { TreeNode } from './slideTree';

type Entries = readonly TreeNode[] | undefined;

/**
 * Does what is asked for one after the other, however quickly keys are pressed. A key pressed before the last one is
 * done with is about the same entries: what VS Code marks by then may be on its way from one place to another.
 */
export class Turns {
  #last: Promise<Entries> | undefined;

  /** `onBusy` is told when a turn begins while there was none, and when the last one ends. */
  constructor(readonly onBusy: (isBusy: boolean) => void) {}

  /** `turn` is given the entries that the turn it had to wait for has edited, if any, and gives its own. */
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
