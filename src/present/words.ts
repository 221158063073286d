import * as vscode from 'vscode';
import type { PresenterWords } from './messages';

/** The words of the presenter's page in the user's language. */
export function presenterWords(): PresenterWords {
  return {
    current: vscode.l10n.t('Current slide'),
    next: vscode.l10n.t('Next'),
    end: vscode.l10n.t('End of the presentation'),
    notes: vscode.l10n.t('Speaker notes'),
    noNotes: vscode.l10n.t('This slide has no notes.'),
    larger: vscode.l10n.t('Larger notes (+)'),
    smaller: vscode.l10n.t('Smaller notes (-)'),
    clock: vscode.l10n.t('Time of day'),
    elapsed: vscode.l10n.t('Elapsed time'),
    start: vscode.l10n.t('Start (T)'),
    pause: vscode.l10n.t('Pause (T)'),
    reset: vscode.l10n.t('Reset (R)'),
    left: vscode.l10n.t('{0} left for this slide'),
    ahead: vscode.l10n.t('{0} ahead'),
    behind: vscode.l10n.t('{0} behind'),
    planned: vscode.l10n.t('of {0}'),
    back: vscode.l10n.t('Back (Page Up)'),
    forward: vscode.l10n.t('Next (Page Down)'),
    slides: vscode.l10n.t('Go to Slide (G)'),
    filter: vscode.l10n.t('Number or words of the title'),
    noMatch: vscode.l10n.t('No slide matches.'),
    black: vscode.l10n.t('Black Screen (B)'),
    white: vscode.l10n.t('White Screen (W)'),
    pointer: vscode.l10n.t('Pointer (D)'),
    rehearsal: vscode.l10n.t('Rehearsal'),
    endRehearsal: vscode.l10n.t('End Rehearsal'),
    isBlack: vscode.l10n.t('The audience sees a black screen'),
    isWhite: vscode.l10n.t('The audience sees a white screen'),
  };
}
