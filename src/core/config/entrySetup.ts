import { BLANK_LINES } from '../deck/namedSetups';
import type { SeparatorSources, Setup } from '../deck/setup';
import { getOrSet } from '../text/getOrSet';
import { CONFIG_FILE, type DeckEntry } from './config';

/** A deck is parsed anew when its set-up is another object. */
const made = new WeakMap<DeckEntry, WeakMap<Setup, Map<string, Setup>>>();

/**
 * A deck's set-up as an entry of the configuration has it: what the entry does not say is as in `base`. HedgeDoc
 * takes everything from the deck's own frontmatter. `path` is the deck's, relative to the configuration's
 * folder. For the same entry, base and depth of the path the result is the same object.
 */
export function entrySetup(entry: DeckEntry, base: Setup, path: string): Setup {
  const { files: _, dialect, ...said } = entry;
  const isNamed = dialect !== 'reveal-blank-lines' || base.separators === BLANK_LINES;
  if (base.tool === 'hedgedoc' || (isNamed && Object.keys(said).length === 0)) return base;
  const up = '../'.repeat(path.split('/').length - 1);
  const byBase = getOrSet(made, entry, () => new WeakMap());
  const byFolder = getOrSet(byBase, base, () => new Map());
  return getOrSet(byFolder, up, () => combined(entry, base, up));
}

/** The separators that an entry names. */
export function entrySeparators({ separator, verticalSeparator, notesSeparator }: SeparatorSources) {
  return {
    ...(separator !== undefined && { separator }),
    ...(verticalSeparator !== undefined && { verticalSeparator }),
    ...(notesSeparator !== undefined && { notesSeparator }),
  };
}

function combined(entry: DeckEntry, base: Setup, up: string): Setup {
  const { files, dialect, theme, highlightTheme, css, width, height, options } = entry;
  return {
    ...base,
    // A user's choice is in no file.
    source: files.length > 0 ? CONFIG_FILE : base.source,
    namesDeck: true,
    separators: {
      ...(dialect === 'reveal-blank-lines' ? BLANK_LINES : base.separators),
      ...entrySeparators(entry),
    },
    ...(theme !== undefined && { theme: themeFromDeck(theme, up) }),
    ...(highlightTheme !== undefined && { highlightTheme: themeFromDeck(highlightTheme, up) }),
    ...(css && { css: css.map((sheet) => pathFromDeck(sheet, up)) }),
    options: {
      ...base.options,
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
      ...options,
    },
  };
}

/** An address: with a scheme, without one, or from the root. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:|\/)/i;

/** What the configuration names, as the deck would name it. */
function pathFromDeck(written: string, up: string): string {
  return ADDRESS.test(written) ? written : up + written.replace(/^\.\//, '');
}

/** The same, but a word alone is the name of a theme. */
function themeFromDeck(written: string, up: string): string {
  return /[/.]/.test(written) ? pathFromDeck(written, up) : written;
}
