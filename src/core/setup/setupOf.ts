import { matchesGlob } from '../config/globs';
import type { YamlValue } from '../deck/deck';
import type { Setup, Tool } from '../deck/setup';
import { TOOL_SEPARATORS } from '../deck/toolSeparators';
import { folderOfPath, fromDeck } from './deckPaths';
import type { RevealMdCall } from './packageScripts';
import type { Page } from './page';
import { NO_VALUES, type SetupValues } from './values';
import type { VscodeRevealValues } from './vscodeReveal';

/** What reveal-md finds in the folder that it is called in. */
export interface RevealMdFiles {
  readonly config?: Found<SetupValues>;
  readonly options?: Found<Readonly<Record<string, YamlValue>>>;
  readonly calls?: Found<readonly RevealMdCall[]>;
}

/** What a file holds, and where it is. */
export interface Found<Values> {
  /** From the root. */
  readonly file: string;
  readonly values: Values;
}

/** How reveal-md shows a deck; null if its globs name other files. Paths are from the root. */
export function revealMdSetup(files: RevealMdFiles, deck: string): Setup | null {
  const call = files.calls?.values
    .map((each) => ({ each, place: callPlace(each, files.calls!.file) }))
    .find(({ place }) => isAt(deck, place.target));
  const config = files.config?.values ?? NO_VALUES;
  const flags = call?.each.values ?? NO_VALUES;
  const source = files.config ?? files.options ?? (call ? files.calls : undefined);
  if (!source) return null;
  const folder = folderOfPath(source.file);
  const globs = flags.globs.length > 0 ? flags.globs : config.globs;
  const starts = call ? [call.place.target, folder] : [folder];
  const isMatched = starts.some((start) =>
    globs.some(
      (glob) => isAt(deck, start) && matchesGlob(glob, deck.slice(start === '' ? 0 : start.length + 1)),
    ),
  );
  if (globs.length > 0 && !isMatched) return null;
  const ofFile = toSetup(config, { tool: 'reveal-md', source: source.file, folder, deck });
  const ofCall = toSetup(flags, {
    tool: 'reveal-md',
    source: source.file,
    folder: call?.place.folder ?? folder,
    deck,
  });
  const given = <Name extends 'theme' | 'highlightTheme' | 'template' | 'preprocessor'>(name: Name) =>
    ofCall[name] ?? ofFile[name];
  return {
    ...ofFile,
    namesDeck: isMatched || (call !== undefined && call.place.target !== folder),
    // As reveal-md merges them: flags have priority over the file, except as options of reveal.js.
    separators: { ...TOOL_SEPARATORS['reveal-md'], ...config.separators, ...flags.separators },
    theme: given('theme'),
    highlightTheme: given('highlightTheme'),
    template: given('template'),
    preprocessor: given('preprocessor'),
    css: ofCall.css.length > 0 ? ofCall.css : ofFile.css,
    scripts: ofCall.scripts.length > 0 ? ofCall.scripts : ofFile.scripts,
    mermaid: config.mermaid,
    options: {
      ...flags.options,
      ...files.options?.values,
      ...config.options,
      ...call?.each.revealOptions,
    },
    math: true,
  };
}

/** Where a call runs and what it shows, from the root. */
function callPlace({ folder, target }: RevealMdCall, file: string): { folder: string; target: string } {
  const from = joined(folderOfPath(file), folder);
  return { folder: from, target: joined(from, target) };
}

function joined(folder: string, path: string): string {
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function isAt(deck: string, place: string): boolean {
  return place === '' || deck === place || deck.startsWith(`${place}/`);
}

/** How mkslides shows a deck. */
export function mkslidesSetup({ file, values }: Found<SetupValues>, deck: string): Setup {
  return toSetup(values, { tool: 'mkslides', source: file, folder: folderOfPath(file), deck, math: true });
}

/** How vscode-reveal shows a deck. */
export function vscodeRevealSetup({ file, values }: Found<VscodeRevealValues>, deck: string): Setup {
  const folder = folderOfPath(deck);
  return toSetup(values, { tool: 'vscode-reveal', source: file, folder, deck, math: values.math });
}

/** How a page shows a deck that it loads; null if it does not load it. */
export function pageSetup({ file, values: page }: Found<Page>, deck: string): Setup | null {
  const part = page.parts.find(({ path }) => path === deck);
  if (!part) return null;
  const folder = folderOfPath(page.base);
  const setup = toSetup(page.values, { tool: 'reveal', source: file, folder, deck, math: page.math });
  const parts = page.parts.map(({ path }) => fromDeck(`/${path}`, '', deck));
  return {
    ...setup,
    namesDeck: true,
    separators: part.separators,
    page: {
      file: page.base,
      parts,
      styles: page.styles,
    },
  };
}

interface Origin {
  readonly tool: Tool;
  readonly source: string;
  /** Where paths count from, relative to the root. */
  readonly folder: string;
  readonly deck: string;
  readonly math?: boolean;
}

function toSetup(values: SetupValues, { tool, source, folder, deck, math = false }: Origin): Setup {
  const path = (written: string) => fromDeck(written, folder, deck);
  const sheet = (named: string | undefined) => (named !== undefined && isSheet(named) ? path(named) : named);
  return {
    tool,
    source,
    namesDeck: false,
    separators: { ...TOOL_SEPARATORS[tool], ...values.separators },
    theme: sheet(values.theme),
    highlightTheme: sheet(values.highlightTheme),
    css: values.css.map(path),
    scripts: values.scripts.map(path),
    template: values.template === undefined ? undefined : path(values.template),
    preprocessor: values.preprocessor === undefined ? undefined : path(values.preprocessor),
    options: values.options,
    math,
  };
}

/** Whether this is a style sheet and not the name of a theme. */
function isSheet(named: string): boolean {
  return /\.css(?:[?#]|$)/i.test(named) || named.includes('//');
}
