import type { YamlValue } from '../deck/deck';
import type { SetupName } from '../deck/namedSetups';
import type { SeparatorSources } from '../deck/setup';
import schema from './config.schema.json';
import { matchesGlob } from './globs';

/** Name of the configuration file. */
export const CONFIG_FILE = '.deckwright.json';

/** How serious a finding is. */
export type Severity = 'hint' | 'info' | 'warning' | 'error';

/** What a configuration can say a file is; with `auto`, the file itself determines the dialect. */
export type DeckChoice = SetupName | 'auto' | 'none';

/** What a user chose for one file: a name, or with it the separators that the file has. */
export type FileChoice = DeckChoice | ({ readonly dialect: DeckChoice } & SeparatorSources);

/** What a configuration says of some files. Paths are relative to its folder. */
export interface DeckEntry extends SeparatorSources {
  /** Globs. */
  readonly files: readonly string[];
  readonly dialect: DeckChoice;
  /** Name of one of reveal.js's themes, or path or address of a style sheet. */
  readonly theme?: string;
  /** Name of one of highlight.js's styles, or path or address of a style sheet. */
  readonly highlightTheme?: string;
  /** Paths or addresses of style sheets. */
  readonly css?: readonly string[];
  readonly width?: number;
  readonly height?: number;
  /** Options of reveal.js, not checked yet. */
  readonly options?: Readonly<Record<string, YamlValue>>;
}

/** A team of the community. */
export interface Team {
  /** As it is written in headings. */
  readonly name: string;
  /** GitHub handles, without `@`. */
  readonly reporters: readonly string[];
}

/** A template for sections, from a file of the workspace. */
export interface Template {
  readonly name: string;
  /** The markdown file, relative to the configuration's folder and never above it. */
  readonly file: string;
  readonly description?: string;
}

/** What commands may ask of other servers. */
export interface RemoteConfig {
  /** Patterns of the hosts that need no question: see `hosts.ts`. */
  readonly allow: readonly string[];
}

/** What `.deckwright.json` says, or the defaults. Paths and globs are relative to its folder. */
export interface Config {
  /** Deviations from the rules' own severities, by rule id. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** The last that matches wins: see `deckEntry`. */
  readonly decks: readonly DeckEntry[];
  readonly teams: readonly Team[];
  /** In lower case, with the port if it is not the default one. */
  readonly hedgedocHosts: readonly string[];
  /** Globs of files that are not linted. */
  readonly ignore: readonly string[];
  /** Patterns of addresses that are not linted: see `matchesAddress`. */
  readonly ignoreLinks: readonly string[];
  readonly remote: RemoteConfig;
  /** Where new pictures go, relative to the deck's folder. */
  readonly pictureFolder: string;
  readonly templates: readonly Template[];
}

/** The content of a configuration: the valid part of it, in the schema's terms. */
export interface ConfigValues extends Partial<Omit<Config, 'decks' | 'teams' | 'remote'>> {
  readonly decks?: readonly WrittenEntry[] | Readonly<Record<string, DeckChoice | Partial<DeckEntry>>>;
  readonly teams?: readonly (string | { readonly name: string; readonly reporters?: readonly string[] })[];
  readonly remote?: Partial<RemoteConfig>;
}

/** Without files if none of its globs is valid. */
type WrittenEntry = Partial<Omit<DeckEntry, 'files'>> & { readonly files?: string | readonly string[] };

/** Fills in the schema's defaults where a configuration says nothing. */
export function toConfig(values: ConfigValues): Config {
  const { decks, teams, hedgedocHosts, remote, ...rest }: Required<ConfigValues> = {
    ...DEFAULT_VALUES,
    ...values,
  };
  return {
    ...rest,
    decks: entriesOf(decks),
    teams: teams.map((team) =>
      typeof team === 'string' ? { name: team, reporters: [] } : withHandles(team),
    ),
    hedgedocHosts: hedgedocHosts.map((host) => host.toLowerCase()),
    remote: { allow: properties.remote.properties.allow.default, ...remote },
  };
}

function entriesOf(decks: NonNullable<ConfigValues['decks']>): DeckEntry[] {
  if (isList(decks)) {
    return decks.map(({ files = [], ...rest }) => ({ dialect: 'auto', ...rest, files: [files].flat() }));
  }
  return Object.entries(decks).map(([glob, value]) => ({
    dialect: 'auto',
    ...(typeof value === 'string' ? { dialect: value } : value),
    files: [glob],
  }));
}

function isList<Item>(value: readonly Item[] | object): value is readonly Item[] {
  return Array.isArray(value);
}

function withHandles({ name, reporters = [] }: { name: string; reporters?: readonly string[] }): Team {
  return { name, reporters: reporters.map((handle) => handle.replace(/^@/, '')) };
}

const { properties } = schema;
const DEFAULT_VALUES = {
  rules: properties.rules.default,
  decks: properties.decks.default,
  teams: properties.teams.default,
  hedgedocHosts: properties.hedgedocHosts.default,
  ignore: properties.ignore.default,
  ignoreLinks: properties.ignoreLinks.default,
  remote: properties.remote.default,
  pictureFolder: properties.pictureFolder.default,
  templates: properties.templates.default,
} satisfies ConfigValues;

/** The configuration where there is no file. */
export const DEFAULT_CONFIG: Config = toConfig({});

/**
 * What the configuration says of a file, by its path relative to the configuration's folder; undefined if
 * nothing.
 */
export function deckEntry({ decks }: Config, path: string): DeckEntry | undefined {
  return decks.findLast(({ files }) => files.some((glob) => matchesGlob(glob, path)));
}

/** Whether a file is excluded from linting, by its path relative to the configuration's folder. */
export function isIgnored({ ignore }: Config, path: string): boolean {
  return ignore.some((glob) => matchesGlob(glob, path));
}
