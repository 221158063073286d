import * as vscode from 'vscode';
import { dayOf, fileNameOf, nextThursdays, readDay } from '../../core/authoring/dates';
import {
  CALL_KINDS,
  type CallPlan,
  type CarriedEvent,
  type EarlierCall,
  type Reporting,
  readCall,
  writeCall,
} from '../../core/authoring/newDeck';
import type * as Upkeep from '../../core/authoring/upkeep';
import { type Day, isoDate } from '../../core/lint/dates';
import { loadBundle } from '../../services/loadBundle';
import { plainText } from '../../services/plainText';
import type { Services } from '../../services/services';
import { pickHandle } from '../pickHandle';
import { picturesBeside, type SnippetLibrary } from '../snippetLibrary';
import { createDeck, exists, isTaken } from './createDeck';
import { gitHandle } from './gitHandle';
import { type Home, homeOfCalls } from './whereDecksAre';

/** What a script or a key binding may answer beforehand; the user is asked for the rest. */
export type CallAnswers = Partial<Pick<CallPlan, 'kind' | 'presenter' | 'events'>> & {
  /** Name of a picture, empty for none. */
  readonly background?: string;
  readonly date?: string;
  readonly teams?: readonly string[];
};

const NO_CALL: EarlierCall = { teams: [], handles: [], background: null, events: [] };

/** Asks what is to be in the deck of a community call, step by step, and writes it. */
export class NewCommunityCall {
  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
    readonly library: SnippetLibrary,
  ) {}

  async run(given: CallAnswers = {}): Promise<void> {
    const home = await homeOfCalls();
    if (!home) return;
    const user = gitHandle(home.folder);
    const kind = given.kind ?? (await pickKind());
    const day = kind && (given.date ? readDay(given.date) : await pickDay(home));
    if (!kind || !day) return;
    // Before the other questions, which would be answered in vain.
    if (home.folder && (await isTaken(vscode.Uri.joinPath(home.folder, fileNameOf(day))))) return;
    const last = await this.#readLast(home, day);
    const presenter = given.presenter ?? (await pickPresenter([await user, ...last.handles]));
    if (presenter === undefined) return;
    const teams = await this.#teams(home, last, given.teams);
    const background = teams && (given.background ?? (await pickBackground(home, last.background)));
    if (background === undefined || !teams) return;
    const events = given.events ?? (await pickEvents(last.events));
    if (!events) return;
    const plan = { kind, day, presenter, teams, background: background || null, events };
    const snippets = await this.library.ownSnippets();
    await createDeck(home.folder, fileNameOf(day), writeCall(plan, snippets));
  }

  async #readLast({ lastDeck }: Home, day: Day): Promise<EarlierCall> {
    if (!lastDeck) return NO_CALL;
    const { decks, configs, log } = this.services;
    try {
      const document = await vscode.workspace.openTextDocument(lastDeck);
      const { reportsOf } = await loadBundle<typeof Upkeep>(this.extensionUri, 'upkeep.js');
      await configs.ready(lastDeck);
      const config = configs.of(lastDeck);
      const deck = decks.deckOf(document);
      const names = config.teams.map(({ name }) => name);
      return readCall(deck, lastDeck.path, reportsOf(deck, config), names, day);
    } catch (error) {
      // A binary file of this name, for instance: the next deck can be made without it.
      log.warn(`${lastDeck.fsPath} could not be read: ${error}`);
      return NO_CALL;
    }
  }

  async #teams(
    { folder }: Home,
    last: EarlierCall,
    given?: readonly string[],
  ): Promise<Reporting[] | undefined> {
    const configured = folder
      ? await this.#configuredTeams(folder)
      : this.services.configs.of(UNTITLED).teams;
    const reporterOf = (team: string) =>
      last.teams.find((candidate) => candidate.team === team)?.reporter ||
      configured.find(({ name }) => name === team)?.reporters[0] ||
      '';
    const before = last.teams.map(({ team }) => team);
    const others = configured.map(({ name }) => name).filter((name) => !before.includes(name));
    const chosen = given ?? (await pickTeams([...before, ...others], before));
    return chosen?.map((team) => ({ team, reporter: reporterOf(team) }));
  }

  async #configuredTeams(folder: vscode.Uri) {
    const { configs } = this.services;
    const beside = vscode.Uri.joinPath(folder, 'deck.md');
    await configs.ready(beside);
    return configs.of(beside).teams;
  }
}

const UNTITLED = vscode.Uri.from({ scheme: 'untitled', path: 'deck.md' });
const STEPS = 6;

function step(number: number, question: string): string {
  return vscode.l10n.t('New Community Call ({0}/{1}): {2}', number, STEPS, question);
}

function pickKind(): Thenable<string | undefined> {
  return vscode.window.showQuickPick(CALL_KINDS, { title: step(1, vscode.l10n.t('What is it?')) });
}

async function pickDay({ folder }: Home): Promise<Day | undefined> {
  const title = step(2, vscode.l10n.t('On which day?'));
  const days = await Promise.all(
    nextThursdays(dayOf(new Date()), 4).map(async (day) => {
      const isTaken = folder && (await exists(vscode.Uri.joinPath(folder, fileNameOf(day))));
      const description = isTaken ? vscode.l10n.t('exists already') : vscode.l10n.t('Thursday');
      return { label: isoDate(day), description, day, isTaken };
    }),
  );
  const other = { label: vscode.l10n.t('Another Day…'), description: '', day: undefined, isTaken: false };
  // The first that is free is the one that Enter takes.
  const items = [...days.filter(({ isTaken }) => !isTaken), ...days.filter(({ isTaken }) => isTaken), other];
  const item = await vscode.window.showQuickPick(items, { title });
  return item === other ? typeDay(title) : item?.day;
}

async function typeDay(title: string): Promise<Day | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    placeHolder: '2026-01-15',
    validateInput: (value) =>
      readDay(value) ? undefined : vscode.l10n.t('Write a day of the calendar like this: {0}', '2026-01-15'),
  });
  return (text && readDay(text)) || undefined;
}

function pickPresenter(handles: readonly (string | undefined)[]): Promise<string | undefined> {
  const known = handles.filter((handle) => handle !== undefined);
  return pickHandle(step(3, vscode.l10n.t('Who presents?')), [...new Set(known)]);
}

async function pickTeams(names: readonly string[], before: readonly string[]): Promise<string[] | undefined> {
  const items = names.map((name) => ({ label: plainText(name), picked: before.includes(name), name }));
  const title = step(4, vscode.l10n.t('Which teams report?'));
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  return chosen?.map(({ name }) => name);
}

/** Empty for none, undefined where the user cancelled. */
async function pickBackground({ folder }: Home, last: string | null): Promise<string | undefined> {
  const pictures = folder ? await picturesBeside(vscode.Uri.joinPath(folder, 'deck.md')) : [];
  if (pictures.length === 0) return '';
  const lastName = last?.replace(/^.*\//, '');
  const ordered = [
    ...pictures.filter((url) => url === lastName),
    ...pictures.filter((url) => url !== lastName),
  ];
  const items = ordered.map((url) => ({ label: plainText(decodeURIComponent(url)), url }));
  const none = { label: vscode.l10n.t('No Background'), url: '' };
  const title = step(5, vscode.l10n.t('Which picture is behind the title?'));
  const all = lastName && pictures.includes(lastName) ? [...items, none] : [none, ...items];
  return (await vscode.window.showQuickPick(all, { title }))?.url;
}

async function pickEvents(events: readonly CarriedEvent[]): Promise<string[] | undefined> {
  if (events.length === 0) return [];
  const items = events.map(({ text, isUpcoming }) => ({
    label: plainText(text.split('\n')[0]!.replace(/^[*+-]\s+/, '')),
    picked: isUpcoming,
    text,
  }));
  const title = step(6, vscode.l10n.t('Which events of the last deck are still to come?'));
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  return chosen?.map(({ text }) => text);
}
