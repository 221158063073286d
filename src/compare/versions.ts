import type * as vscode from 'vscode';
import type { SavedVersion } from './messages';
import type { PastFolders } from './pastFolders';

/** A deck as it was, or another one. */
export interface Past {
  readonly document: vscode.TextDocument;
  /** The files around it as they were; null if they are those of today. */
  readonly folders: PastFolders | null;
  /** Folders from which its pictures are loaded, besides those of today. */
  readonly roots: readonly vscode.Uri[];
}

/** A deck that is compared, or what it is compared with. */
export interface Version {
  /** What it is called, for titles. */
  readonly name: string;
  /** What finds it again after a reload of the window; null if nothing does. */
  readonly saved: SavedVersion | null;
  /** The version as it is now; the same object as before if nothing has changed. */
  open(): Promise<Past>;
  /** The version may be another now. */
  readonly onDidChange?: vscode.Event<void>;
}

/** There is no such version of the deck. The message says so to the user. */
export class NoVersion extends Error {}
