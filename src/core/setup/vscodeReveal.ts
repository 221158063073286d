import type { YamlValue } from '../deck/deck';
import { keySpan, readJson } from './json';
import { readSeparators } from './patterns';
import { plainRecord } from './plainValue';
import { REVEAL_MD_KEYS } from './revealMd';
import type { SetupReading, SetupValues } from './values';

const PREFIX = 'revealjs.';

/** What concerns the extension itself, or is read here, and is no option of reveal.js. */
const OWN_KEYS = new Set(
  (
    'separator verticalSeparator notesSeparator theme customTheme highlightTheme customHighlightTheme css cssvariables ' +
    'title logoImg description author htmlFragment incremental offline enableMenu enableChalkboard enableTitleFooter ' +
    'enableZoom enableSearch slideExplorerEnabled browserPath exportHTMLPath openFilemanagerAfterHTMLExport ' +
    'selfContained logLevel diagramServerEnabled diagramServerUrl'
  ).split(' '),
);

/** What the settings of vscode-reveal say. Its paths count from the deck. */
export interface VscodeRevealValues extends SetupValues {
  readonly math: boolean;
}

/** Reads vscode-reveal's settings in `.vscode/settings.json`. Never throws. */
export function readVscodeReveal(text: string): SetupReading<VscodeRevealValues> {
  const { values: settings, problems: broken } = readJson(text);
  if (!settings) return { values: null, problems: broken };
  const own = Object.entries(settings).filter(([key]) => key.startsWith(PREFIX));
  if (own.length === 0) return { values: null, problems: [] };
  const values = plainRecord(
    Object.fromEntries(own.map(([key, value]) => [key.slice(PREFIX.length), value])),
  );
  const { separators, problems } = readSeparators(
    REVEAL_MD_KEYS,
    (key) => values[key],
    (key) => keySpan(text, PREFIX + key),
  );
  const options = Object.entries(values).filter(([key]) => !OWN_KEYS.has(key));
  return {
    values: {
      separators,
      theme: styleSheet(values.customTheme) ?? textOf(values.theme),
      highlightTheme: styleSheet(values.customHighlightTheme) ?? textOf(values.highlightTheme),
      css: Array.isArray(values.css) ? values.css.filter((each) => typeof each === 'string') : [],
      scripts: [],
      options: Object.assign(Object.create(null) as Record<string, YamlValue>, Object.fromEntries(options)),
      globs: [],
      math: values.offline !== true,
    },
    problems,
  };
}

function textOf(value: YamlValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** vscode-reveal adds the ending to what is configured. */
function styleSheet(value: YamlValue | undefined): string | undefined {
  const name = textOf(value);
  return name === undefined ? undefined : `${name.replace(/\.css$/, '')}.css`;
}
