import * as vscode from 'vscode';
import type { CallPlan } from '../../core/authoring/snippets/newDeck';
import type { CallMaterial } from './callMaterial';

/** What a script or a key binding may answer in advance; the user is asked for the rest. */
export type CallAnswers = Partial<Pick<CallPlan, 'kind' | 'presenter' | 'events'>> & {
  /** Name of a picture, empty for none. */
  readonly background?: string;
  readonly date?: string;
  readonly teams?: readonly string[];
};

const STEPS = ['kind', 'date', 'presenter', 'teams', 'background', 'events'] as const;
export type WizardStep = (typeof STEPS)[number];

/** The title of a step's question. Steps that are skipped don't count. */
export type TitleOf = (step: WizardStep, question: string) => string;

export function titlesOf(given: CallAnswers, material: CallMaterial): TitleOf {
  const asked = STEPS.filter((step) => given[step] === undefined && hasChoice(step, material));
  return (step, question) =>
    vscode.l10n.t('New Community Call ({0}/{1}): {2}', asked.indexOf(step) + 1, asked.length, question);
}

/** If there is nothing to choose from, nobody is asked. */
export function hasChoice(step: WizardStep, { reports, teams, pictures, events }: CallMaterial): boolean {
  switch (step) {
    case 'teams':
      return reports.length + teams.length > 0;
    case 'background':
      return pictures.length > 0;
    case 'events':
      return events.length > 0;
    default:
      return true;
  }
}
