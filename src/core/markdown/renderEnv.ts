import type { Env } from 'markdown-it';

/** State of the rendering of one slide. */
export interface RenderEnv extends Env {
  /** HTML of a code block's text. */
  highlight(code: string, language: string): string;
  /** Number of the last line of the slide's last numbered code block. */
  lastLineNumber: number;
  /** Whether players from other sites are frames, not cards. */
  readonly framesPlayers: boolean;
  /** Maps a line of the rendered text to its source line, both 0-based; null if that is not needed. */
  readonly sourceLine: ((line: number) => number) | null;
}
