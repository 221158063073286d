import path from 'node:path';
import type { ExportFiles } from '../../export/files';
import { Configs } from '../config';
import type { Git } from '../git';
import { GitTree } from '../gitTree';
import { below, NodeFiles } from '../nodeFiles';
import { Recognizer } from '../recognition';
import { GitFiles } from './gitFiles';

/** A repository at one time: how decks were read, and what was around them. */
export class State {
  readonly recognizer: Recognizer;

  private constructor(
    readonly git: Git,
    /** Null for the working tree. */
    readonly commit: string | null,
    readonly tree: GitTree | undefined,
  ) {
    this.recognizer = new Recognizer(new Configs(below(git.folder), tree));
  }

  static async at(git: Git, commit: string | null): Promise<State> {
    return new State(git, commit, commit === null ? undefined : await GitTree.ofCommit(git, commit));
  }

  /** What a deck could have in its page. */
  filesAround(deck: string): ExportFiles {
    return this.tree ? new GitFiles(this.tree, deck) : new NodeFiles(path.dirname(deck), this.git.folder);
  }
}
