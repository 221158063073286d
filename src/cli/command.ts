/** One command of `deckwright`. */
export interface Command {
  readonly name: string;
  /** What it does, in a line of the list of commands. */
  readonly summary: string;
  /** The command with its most used options. */
  readonly usage: string;
  readonly help: string;
  /** Gives the exit code. Throws `CannotRun` where there is nothing to do it with. */
  run(args: string[]): Promise<number>;
}
