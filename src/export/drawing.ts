import * as vscode from 'vscode';
import { paperSize } from '../core/page/paperSize';
import { settings } from '../services/settings';
import { isBrowserError } from './browser/browserError';
import { inWords } from './failure';
import { nameBrowser } from './nameBrowser';

/** Milliseconds in which all slides must be drawn. */
const LIMIT = 600_000;

/** How a browser draws the slides of a deck: as the preview shows them, unless another size is written. */
export function drawingOf({ uri }: vscode.TextDocument, size: string = settings.shape(uri)) {
  return {
    size: paperSize(size) ?? paperSize('16:9')!,
    theme: null,
    browser: settings.browser(),
    limit: LIMIT,
  };
}

/** Something else that the user can do where there is no browser. */
export interface OtherWay {
  readonly label: string;
  go(): Promise<void>;
}

/** If there is no browser, the user can name one, or go another way. False if something else failed. */
export function offerBrowser(error: unknown, other?: OtherWay): boolean {
  if (!isBrowserError(error) || !['none', 'notAProgram'].includes(error.trouble)) return false;
  void askForWay(inWords(error), other);
  return true;
}

async function askForWay(said: string, other?: OtherWay): Promise<void> {
  const set = vscode.l10n.t('Name a Browser');
  const buttons = other ? [other.label, set] : [set];
  const choice = await vscode.window.showErrorMessage(said, ...buttons);
  if (choice === set) await nameBrowser();
  else if (choice !== undefined) await other?.go();
}
