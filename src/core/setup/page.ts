import type { TextProblem } from '../deck/deck';
import type { SeparatorSources } from '../deck/setup';
import { TOOL_SEPARATORS } from '../deck/toolSeparators';
import { pathFrom } from '../files/deckFiles';
import { classifyUrl } from '../files/urls';
import { literalsAt } from './literals';
import { type PageTag, readPageTags } from './pageTags';
import { readSeparators, type SeparatorKeys } from './patterns';
import { isRecord } from './plainValue';
import { NO_VALUES, type SetupReading, type SetupValues } from './values';

/** A page that loads markdown files. */
export interface Page {
  readonly values: SetupValues;
  readonly math: boolean;
  /** What its `<style>` elements hold. */
  readonly styles: readonly string[];
  /** In its order; a file may occur more than once. */
  readonly parts: readonly PagePart[];
}

/** A markdown file that a page loads. */
export interface PagePart {
  /** From the root, with `/` between folders. */
  readonly path: string;
  readonly separators: SeparatorSources;
}

const KEYS: SeparatorKeys = {
  separator: 'data-separator',
  verticalSeparator: 'data-separator-vertical',
  notesSeparator: 'data-separator-notes',
};

/** Reads an HTML page, whose path is from the root; null if it loads no file within the root. Never throws. */
export function readPage(text: string, file: string): SetupReading<Page> {
  const tags = readPageTags(text);
  const { markdown, plugins: _, dependencies: __, ...options } = initializeOptions(tags);
  const configured = isRecord(markdown) ? markdown : {};
  const { separators: defaults } = readSeparators(
    { separator: 'separator', verticalSeparator: 'verticalSeparator', notesSeparator: 'notesSeparator' },
    (key) => configured[key],
    () => ({ start: 0, end: 0 }),
  );
  const parts: PagePart[] = [];
  const problems: TextProblem[] = [];
  for (const tag of tags) {
    const target = tag.name === 'section' ? classifyUrl(tag.attributes.get('data-markdown') ?? '') : null;
    const path = target?.kind === 'local' ? pathFrom(file, target.path) : null;
    if (!path || parts.length === MAX_PARTS) continue;
    const { separators, problems: found } = readSeparators(
      KEYS,
      (key) => tag.attributes.get(key),
      (key) => tag.placeOf(key),
    );
    parts.push({ path, separators: { ...TOOL_SEPARATORS.reveal, ...defaults, ...separators } });
    problems.push(...found);
  }
  if (parts.length === 0) return { values: null, problems: [] };
  const values = { ...NO_VALUES, ...styleSheets(tags), scripts: scripts(tags), options };
  const styles = tags.filter(({ name }) => name === 'style').map(({ content }) => content);
  return { values: { values, math: loadsMath(tags), styles, parts }, problems };
}

/** `Reveal.initialize({`, `deck.initialize({`, `new Reveal({`: the brace follows. */
const INITIALIZE = /(?:\.\s*initialize|\bnew\s+Reveal)\s*\(\s*(?=\{)/g;

/** In one script: each may be as long as all of it. */
const MAX_CALLS = 3;
/** Nobody loads more, or by longer addresses. */
const MAX_PARTS = 1000;
const MAX_ADDRESS = 2000;

/** Those of all calls together: an instance takes options when it is made and when it starts. */
function initializeOptions(tags: readonly PageTag[]): ReturnType<typeof literalsAt> {
  const all = Object.create(null) as ReturnType<typeof literalsAt>;
  for (const { content } of tags.filter(({ name }) => name === 'script')) {
    for (const { index, 0: call } of [...content.matchAll(INITIALIZE)].slice(0, MAX_CALLS))
      Object.assign(all, literalsAt(content, index + call.length));
  }
  return all;
}

/** The themes that reveal.js brings. */
const THEMES = new Set(
  (
    'beige black black-contrast blood dracula league moon night serif simple sky solarized ' +
    'white white-contrast'
  ).split(' '),
);
/** Style sheets that every deck has, and those for paper only. */
const CORE_SHEET = /(?:^|\/)(?:(?:reveal|reset)(?:\.min)?\.css|print\/(?:pdf|paper)\.css)$/;
const THEME = /(?:^|\/)theme\/([\w-]+?)(?:\.min)?\.css$/;
const HIGHLIGHT_THEME = /(?:highlight[^/]*|hljs[^/]*|lib\/css)\/(?:[^/]+\/)*([\w-]+?)(?:\.min)?\.css$/;

function styleSheets(tags: readonly PageTag[]): Pick<SetupValues, 'theme' | 'highlightTheme' | 'css'> {
  let theme: string | undefined;
  let highlightTheme: string | undefined;
  const css: string[] = [];
  for (const { name, attributes } of tags) {
    const href = attributes.get('href')?.trim();
    const isSheet = name === 'link' && /(?:^|\s)stylesheet(?:\s|$)/i.test(attributes.get('rel') ?? '');
    if (!isSheet || !href || href.length > MAX_ADDRESS || attributes.get('media')?.trim() === 'print')
      continue;
    const path = href.replace(/[?#].*$/s, '');
    const id = attributes.get('id');
    if (CORE_SHEET.test(path)) continue;
    const [, named] = THEME.exec(path) ?? [];
    const [, style] = HIGHLIGHT_THEME.exec(path) ?? [];
    if (theme === undefined && (id === 'theme' || named !== undefined))
      theme = named !== undefined && THEMES.has(named) ? named : href;
    else if (highlightTheme === undefined && (id === 'highlight-theme' || style !== undefined))
      highlightTheme = style ?? href;
    else css.push(href);
  }
  return { theme, highlightTheme, css };
}

/** reveal.js, its own plugins and what older versions load with them. */
const CORE_SCRIPT =
  /(?:^|\/)(?:(?:reveal|head|classList|marked|html5shiv)(?:\.min|\.esm)*\.m?js|plugin\/(?:markdown|highlight|notes|zoom|zoom-js|search|math|print-pdf)(?:\/.*)?(?:\.m?js)?)$/;

function scripts(tags: readonly PageTag[]): string[] {
  const sources = tags.flatMap(({ name, attributes }) =>
    name === 'script' ? [attributes.get('src')?.trim() ?? ''] : [],
  );
  return sources.filter(
    (source) =>
      source !== '' && source.length <= MAX_ADDRESS && !CORE_SCRIPT.test(source.replace(/[?#].*$/s, '')),
  );
}

const MATH = /\bRevealMath\b|\bplugin\/math\b/;

function loadsMath(tags: readonly PageTag[]): boolean {
  return tags.some(
    ({ name, attributes, content }) =>
      name === 'script' && (MATH.test(attributes.get('src') ?? '') || MATH.test(content)),
  );
}
