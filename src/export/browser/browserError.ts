import { filled } from '../../core/text/filled';

/** Why no browser did what it was to do. */
export type BrowserTrouble = keyof typeof BROWSER_TROUBLES;

/** For users; the values are in the order of the placeholders. */
export const BROWSER_TROUBLES = {
  none: 'There is no Chrome, Chromium, Edge or Brave in any of these places: {0}.',
  notAProgram: 'The browser {0} is not a program on this computer.',
  notStarted: 'The browser {0} could not be started: {1}',
  noSandbox:
    'The browser {0} could not be started: this system does not let it have a sandbox. Allow user namespaces, or name a script that starts the browser as the system needs it.',
  ended: 'The browser ended unexpectedly.',
  pages: 'The browser printed {0} pages instead of {1}.',
  tooSlow: 'The browser needed more than {0} seconds.',
} as const;

/** By `trouble`, since each bundle has a class of its own. */
export class BrowserError extends Error {
  override readonly name = 'BrowserError';
  /** For translations. */
  readonly template: string;
  readonly values: readonly string[];

  constructor(
    readonly trouble: BrowserTrouble,
    ...values: string[]
  ) {
    super(filled(BROWSER_TROUBLES[trouble], values));
    this.template = BROWSER_TROUBLES[trouble];
    this.values = values;
  }
}

export function isBrowserError(error: unknown): error is BrowserError {
  return error instanceof Error && error.name === 'BrowserError';
}
