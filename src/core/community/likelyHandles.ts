import type { Team } from '../config/config';
import type { EarlierCall } from './earlierCall';

/** Why a person is likely to be meant. */
export type Reason =
  | { readonly kind: 'presented'; readonly date: string }
  | { readonly kind: 'reported'; readonly team: string; readonly date: string }
  /** According to the configuration. */
  | { readonly kind: 'reporter'; readonly team: string };

/** A handle that is proposed, and why. */
export interface LikelyHandle {
  /** Without `@`. */
  readonly handle: string;
  /** Null if only the handle is known. */
  readonly reason: Reason | null;
}

/** What is known about who presents and reports. */
export interface KnownPeople {
  /** Earlier decks, the newest first. */
  readonly earlier: readonly { readonly date: string; readonly call: EarlierCall }[];
  readonly teams: readonly Team[];
  /** Other handles, the likeliest first. */
  readonly others: readonly string[];
}

/** The handles that may be meant as the reporter for a team: its own reporters first. */
export function likelyReporters(team: string, people: KnownPeople): LikelyHandle[] {
  const reported = reports(people);
  const configured = reporters(people);
  const isOwn = ({ reason }: LikelyHandle) => reason !== null && 'team' in reason && reason.team === team;
  const own = [...reported.filter(isOwn), ...configured.filter(isOwn)];
  return once([...own, ...reported, ...configured, ...presenters(people), ...others(people)]);
}

/** The handles that may be meant as the presenter: those who presented before first. */
export function likelyPresenters(people: KnownPeople): LikelyHandle[] {
  return once([...presenters(people), ...reports(people), ...reporters(people), ...others(people)]);
}

function reports({ earlier }: KnownPeople): LikelyHandle[] {
  return earlier.flatMap(({ date, call }) =>
    call.teams
      .filter(({ reporter }) => reporter !== '')
      .map(({ team, reporter }) => ({ handle: reporter, reason: { kind: 'reported', team, date } as const })),
  );
}

function presenters({ earlier }: KnownPeople): LikelyHandle[] {
  return earlier.flatMap(({ date, call }) =>
    call.presenters.map((handle) => ({ handle, reason: { kind: 'presented', date } as const })),
  );
}

function reporters({ teams }: KnownPeople): LikelyHandle[] {
  return teams.flatMap(({ name, reporters }) =>
    reporters.map((handle) => ({ handle, reason: { kind: 'reporter', team: name } as const })),
  );
}

function others({ others }: KnownPeople): LikelyHandle[] {
  return others.map((handle) => ({ handle, reason: null }));
}

/** GitHub ignores the case of handles. */
function once(handles: readonly LikelyHandle[]): LikelyHandle[] {
  const byName = new Map<string, LikelyHandle>();
  for (const likely of handles) {
    const name = likely.handle.toLowerCase();
    if (!byName.has(name)) byName.set(name, likely);
  }
  return [...byName.values()];
}
