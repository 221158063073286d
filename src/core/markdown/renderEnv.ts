import type { Env } from 'markdown-it';

/** What one slide's rendering carries along. */
export interface RenderEnv extends Env {
  /** HTML of a code block's text. */
  highlight(code: string, language: string): string;
  /** Number of the last line of the slide's last numbered code block. */
  lastLineNumber: number;
  /** Source line of a line of the text that is rendered, or null where nobody asks. */
  readonly sourceLine: ((line: number) => number) | null;
}
