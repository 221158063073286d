import module from 'node:module';
import path from 'node:path';
import type * as CommandLine from '../bundles/commandLine';
import { cachesFolder } from './cachesFolder';

/** What one command of `deckwright` does. */
export interface Command {
  readonly help: string;
  /** Returns the exit code. Throws `CannotRun` if there is nothing to work with. */
  run(args: string[]): Promise<number>;
}

/** A command as it is listed. What it needs is loaded only when it is called. */
export interface CommandEntry {
  readonly name: string;
  /** What it does, in one line of the list of commands. */
  readonly summary: string;
  /** The command with its most used options. */
  readonly usage: string;
  load(): Promise<Command>;
}

/** From version 22.1 on, Node can keep compiled code for the next run. */
const compileCache = module as { enableCompileCache?(folder: string): unknown };

/** What works on decks, in a bundle of its own: help and what a cache holds are there without it. */
export function commandLine(): typeof CommandLine {
  // Whoever can write there decides what the next run does: not in the folder for temporary files, which all share.
  compileCache.enableCompileCache?.(path.join(cachesFolder(), 'code'));
  return require('./commandLine.js');
}
