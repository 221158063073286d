import * as vscode from 'vscode';
import { writeCall } from '../../core/authoring/snippets/newDeck';
import { dayOf, fileNameOf, nextThursdays, readDay } from '../../core/community/callDays';
import type { CarriedEvent } from '../../core/community/carriedEvents';
import { type Day, daysBetween, isoDate } from '../../core/community/dates';
import { isSameHandle } from '../../core/community/handles';
import { likelyReporters } from '../../core/community/likelyHandles';
import { chosenAmong } from '../../services/chosenIn';
import { exists } from '../../services/exists';
import { plainText } from '../../services/plainText';
import type { Services } from '../../services/services';
import type { KnownHandle } from '../handles/knownHandles';
import { pickHandle } from '../handles/pickHandle';
import type { Shared } from '../shared';
import type { SnippetLibrary } from '../snippetLibrary';
import { type CallMaterial, materialFor } from './callMaterial';
import { type CallPlace, CallPlaces } from './callPlaces';
import { createDeck, isTaken } from './createDeck';
import { gitHandle } from './gitHandle';
import { pickBackground } from './pickBackground';
import { pickPlace } from './pickPlace';
import { type CallAnswers, hasChoice, type TitleOf, titlesOf } from './steps';

/** Asks step by step what the deck of a community call should contain, and writes it. */
export class NewCommunityCall {
  constructor(
    readonly services: Services,
    readonly library: SnippetLibrary,
    readonly shared: Shared,
  ) {}

  async run(given: CallAnswers = {}): Promise<void> {
    const places = new CallPlaces(this.services, this.shared.datedDecks);
    const materials = new Map<CallPlace, Promise<CallMaterial>>();
    const materialOf = (place: CallPlace) => {
      const material = materials.get(place) ?? materialFor(place, this.services, this.shared.datedDecks);
      materials.set(place, material);
      return material;
    };
    try {
      const place = given.kind
        ? await whileLooking(places.of(given.kind))
        : await pickPlace(places, async (question, candidate) =>
            candidate
              ? titlesOf(given, await materialOf(candidate))('kind', question)
              : vscode.l10n.t('New Community Call: {0}', question),
          );
      if (place) await this.#fill(place, await materialOf(place), given);
    } finally {
      places.dispose();
    }
  }

  /** Asks for what goes into the deck, and writes it. */
  async #fill(
    { kind, folder, lastDeck }: CallPlace,
    material: CallMaterial,
    given: CallAnswers,
  ): Promise<void> {
    const title = titlesOf(given, material);
    const user = gitHandle(folder);
    const day = given.date ? readDay(given.date) : await pickDay(folder, title);
    // Before the other questions, so that they are not answered in vain.
    if (!day || (folder && (await isTaken(vscode.Uri.joinPath(folder, fileNameOf(day)))))) return;
    const presenter =
      given.presenter ??
      (await pickHandle(
        title('presenter', vscode.l10n.t('Who presents?')),
        this.#presenters(material, user),
      ));
    if (presenter === undefined) return;
    const teams = given.teams ?? (await pickTeams(material, title));
    if (!teams) return;
    const background = given.background ?? (await pickBackground(material.pictures, lastDeck, title));
    if (background === undefined) return;
    const events = given.events ?? (await pickEvents(material.events, day, title));
    if (!events) return;
    const reports = teams.map((team) => ({ team, reporter: reporterOf(team, material) }));
    const plan = { kind, day, presenter, teams: reports, background: background || null, events };
    const snippet = writeCall(plan, await this.library.ownSnippets());
    await createDeck(folder, fileNameOf(day), snippet, this.shared.stops);
  }

  /** The user first, if git knows them. */
  async #presenters(
    { earlier, teams }: CallMaterial,
    looking: Promise<string | undefined>,
  ): Promise<KnownHandle[]> {
    const known = await this.shared.handles.among({ earlier, teams }, undefined);
    const user = await looking;
    if (user === undefined) return known;
    const others = known.filter(({ handle }) => !isSameHandle(handle, user));
    return [{ handle: user, description: vscode.l10n.t('you') }, ...others];
  }
}

/** Decks are looked for in the background of other questions; there are no other questions here. */
function whileLooking(place: Promise<CallPlace>): Thenable<CallPlace> {
  const options = {
    location: vscode.ProgressLocation.Window,
    title: vscode.l10n.t('Looking for earlier decks…'),
  };
  return vscode.window.withProgress(options, () => place);
}

/** Who reported last, or should according to the configuration; empty if nobody is known. */
function reporterOf(team: string, { earlier, teams }: CallMaterial): string {
  const [likeliest] = likelyReporters(team, { earlier, teams, others: [] });
  const { reason } = likeliest ?? {};
  return likeliest && reason && 'team' in reason && reason.team === team ? likeliest.handle : '';
}

async function pickDay(folder: vscode.Uri | undefined, titleOf: TitleOf): Promise<Day | undefined> {
  const title = titleOf('date', vscode.l10n.t('On which day?'));
  const days = await Promise.all(
    nextThursdays(dayOf(new Date()), 4).map(async (day) => {
      const isFree = !folder || !(await exists(vscode.Uri.joinPath(folder, fileNameOf(day))));
      const description = isFree ? vscode.l10n.t('Thursday') : vscode.l10n.t('already exists');
      return { label: isoDate(day), description, day, isFree };
    }),
  );
  const other = { label: vscode.l10n.t('Another Day…'), description: '', day: undefined, isFree: true };
  // Enter takes the first one that is free.
  const items = [...days.filter(({ isFree }) => isFree), ...days.filter(({ isFree }) => !isFree), other];
  const item = await vscode.window.showQuickPick(items, { title });
  return item === other ? typeDay(title) : item?.day;
}

async function typeDay(title: string): Promise<Day | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    placeHolder: '2026-01-15',
    validateInput: (value) =>
      readDay(value) ? undefined : vscode.l10n.t('Write the date like this: {0}', '2026-01-15'),
  });
  return (text && readDay(text)) || undefined;
}

/** The teams of the last deck are preselected. */
async function pickTeams(material: CallMaterial, titleOf: TitleOf): Promise<string[] | undefined> {
  if (!hasChoice('teams', material)) return [];
  const before = material.reports.map(({ team }) => team);
  const names = [...new Set([...before, ...material.teams.map(({ name }) => name)])];
  const items = names.map((name) => {
    const reporter = reporterOf(name, material);
    const description = reporter && `@${plainText(reporter)}`;
    return { label: plainText(name), description, picked: before.includes(name), name };
  });
  const title = titleOf('teams', vscode.l10n.t('Which teams report?'));
  const chosen = await chosenAmong(items, { title });
  return chosen?.map(({ name }) => name);
}

async function pickEvents(
  events: readonly CarriedEvent[],
  day: Day,
  titleOf: TitleOf,
): Promise<string[] | undefined> {
  if (events.length === 0) return [];
  const items = events.map(({ text, day: last }) => ({
    label: plainText(text.split('\n')[0]!.replace(/^[*+-]\s+/, '')),
    picked: last !== null && daysBetween(day, last) >= 0,
    text,
  }));
  const title = titleOf('events', vscode.l10n.t('Which events from the last deck are still to come?'));
  const chosen = await chosenAmong(items, { title });
  return chosen?.map(({ text }) => text);
}
