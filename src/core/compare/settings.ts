import type { Deck, YamlValue } from '../deck/deck';
import type { Setup } from '../deck/setup';
import { isRecord } from '../text/isRecord';
import type { SettingChange } from './comparison';

/** What of a set-up shows. */
const SETUP_PARTS = [
  'separators',
  'theme',
  'highlightTheme',
  'css',
  'options',
  'mermaid',
  'math',
  'page',
] as const satisfies readonly (keyof Setup)[];

/** A part of a deck's set-up, by its name there. */
export type SetupPart = (typeof SETUP_PARTS)[number];

/** What differs in how the files around a deck have it read and shown. */
export function changedSetup(before: Setup, after: Setup): SetupPart[] {
  return SETUP_PARTS.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}

/** The values of the frontmatter that differ, in the order of the later deck; removed ones are last. */
export function changedSettings(before: Deck, after: Deck): SettingChange[] {
  const [earlier, later] = [valuesOf(before), valuesOf(after)];
  const names = [...new Set([...later.keys(), ...earlier.keys()])];
  return names
    .map((name) => ({ name, before: earlier.get(name), after: later.get(name) }))
    .filter((setting) => JSON.stringify(setting.before) !== JSON.stringify(setting.after));
}

/** All values that are not mappings themselves, by their names with dots. */
function valuesOf({ frontMatter }: Deck): Map<string, YamlValue> {
  const values = new Map<string, YamlValue>();
  const add = (mapping: Readonly<Record<string, YamlValue>>, prefix: string) => {
    for (const [key, value] of Object.entries(mapping)) {
      if (isRecord(value)) add(value, `${prefix}${key}.`);
      else values.set(prefix + key, value);
    }
  };
  add(frontMatter?.values ?? {}, '');
  return values;
}
