/** What one command of `deckwright` does. */
export interface Command {
  readonly help: string;
  /** Gives the exit code. Throws `CannotRun` where there is nothing to do it with. */
  run(args: string[]): Promise<number>;
}

/** A command as it is listed. What it needs is only loaded when it is called. */
export interface CommandEntry {
  readonly name: string;
  /** What it does, in a line of the list of commands. */
  readonly summary: string;
  /** The command with its most used options. */
  readonly usage: string;
  load(): Promise<Command>;
}
