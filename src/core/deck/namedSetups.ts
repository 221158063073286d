import type { Dialect } from './deck';
import type { SeparatorSources, Setup, Tool } from './setup';

/** The ways to read a deck that have a name: for users' choices, configurations and the command line. */
export type SetupName = Tool | 'reveal-blank-lines';

/** The tools as they call themselves. */
export const TOOL_NAMES: Readonly<Record<Tool, string>> = {
  hedgedoc: 'HedgeDoc',
  'reveal-md': 'reveal-md',
  reveal: 'reveal.js',
  mkslides: 'mkslides',
  'vscode-reveal': 'vscode-reveal',
};

/** Three empty lines start a column, two the next slide down: the setup of reveal.js's own README. */
export const BLANK_LINES: SeparatorSources = {
  separator: '^\\n\\n\\n',
  verticalSeparator: '^\\n\\n',
  notesSeparator: '^note:',
};

/** A tool's own defaults. */
export function defaultSetup(tool: Tool, separators: SeparatorSources = {}): Setup {
  return {
    tool,
    source: '',
    namesDeck: false,
    separators,
    css: [],
    scripts: [],
    options: {},
    math: tool === 'reveal-md',
  };
}

/** What each name stands for. */
export const NAMED_SETUPS: Readonly<Record<SetupName, Setup>> = {
  hedgedoc: defaultSetup('hedgedoc'),
  'reveal-md': defaultSetup('reveal-md'),
  reveal: defaultSetup('reveal'),
  'reveal-blank-lines': defaultSetup('reveal', BLANK_LINES),
  // Without its configuration, as its documentation shows it.
  mkslides: defaultSetup('mkslides', { verticalSeparator: '\\r?\\n-v-\\r?\\n' }),
  'vscode-reveal': defaultSetup('vscode-reveal'),
};

/** All names, in the order in which they are listed. */
export const SETUP_NAMES = Object.keys(NAMED_SETUPS) as readonly SetupName[];

/** What a set-up is called: by its name if it has one, else by its tool. */
export function nameOf(setup: Setup): SetupName {
  return ownNameOf(setup) ?? setup.tool;
}

/** The name that stands for exactly this set-up; undefined if there is none. */
export function ownNameOf(setup: Setup): SetupName | undefined {
  return SETUP_NAMES.find((name) => NAMED_SETUPS[name] === setup);
}

/** The dialect of a tool's decks. */
export function dialectOf({ tool }: Setup): Dialect {
  return tool === 'hedgedoc' ? 'hedgedoc' : 'reveal';
}

/** Tools whose keys in the frontmatter are known here. A page of reveal.js reads none. */
export function hasKnownKeys({ tool }: Setup): boolean {
  return tool === 'hedgedoc' || tool === 'reveal-md';
}

/** Whether runs of empty lines separate the slides, as in reveal.js's own README. */
export function splitsAtBlankLines({ separators }: Setup): boolean {
  const isLike = (key: 'separator' | 'verticalSeparator') =>
    separators[key]?.replace(/\(\\r\?\)|\\r\?/g, '') === BLANK_LINES[key];
  return isLike('separator') && isLike('verticalSeparator');
}
