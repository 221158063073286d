import type { TextProblem } from '../deck/deck';
import type { SeparatorSources } from '../deck/setup';
import { TOOL_SEPARATORS } from '../deck/toolSeparators';
import { pathFrom } from '../files/deckFiles';
import { classifyUrl } from '../files/urls';
import { isRecord } from '../text/isRecord';
import { literalsAt } from './literals';
import { type PageTag, readPageTags } from './pageTags';
import { readSeparators, type SeparatorKeys } from './patterns';
import { NO_VALUES, type SetupReading, type SetupValues } from './values';

/** A page that loads markdown files. */
export interface Page {
  /** Where its paths count from, as a file: the page itself, or where its `<base>` puts it. From the root. */
  readonly base: string;
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

/** Paths from the root of the local scripts that may start reveal.js on a page. Never throws. */
export function pageScripts(text: string, file: string): string[] {
  const tags = readPageTags(text);
  const base = baseOf(tags, file);
  const paths = scripts(tags).flatMap((source) => (base === null ? [] : (localPath(base, source) ?? [])));
  return paths.slice(0, MAX_SCRIPTS);
}

/**
 * Reads an HTML page, whose path is from the root; null if it loads no file within the root. `scriptTexts` are those of
 * `pageScripts`, by path. Nothing is run. Never throws.
 */
export function readPage(
  text: string,
  file: string,
  scriptTexts: ReadonlyMap<string, string> = new Map(),
): SetupReading<Page> {
  const written = readPageTags(text);
  const base = baseOf(written, file);
  if (base === null) return { values: null, problems: [] };
  const starter = (source: string) => {
    const code = scriptTexts.get(localPath(base, source) ?? '') ?? '';
    return STARTS_REVEAL.test(code) && code.search(INITIALIZE) >= 0 ? code : null;
  };
  // A script that starts reveal.js counts as if it were in the page.
  const tags = written.map((tag) => {
    const source = tag.name === 'script' ? tag.attributes.get('src')?.trim() : undefined;
    return source === undefined ? tag : { ...tag, content: starter(source) ?? '' };
  });
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
    const path = tag.name === 'section' ? localPath(base, tag.attributes.get('data-markdown') ?? '') : null;
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
  const others = scripts(tags).filter((source) => starter(source) === null);
  const values = { ...NO_VALUES, ...styleSheets(tags), scripts: others, options };
  const styles = tags.filter(({ name }) => name === 'style').map(({ content }) => content);
  return { values: { base, values, math: loadsMath(tags), styles, parts }, problems };
}

/** The file from which the page's paths count; null if that is outside the root. Addresses are left to the server. */
function baseOf(tags: readonly PageTag[], file: string): string | null {
  const href = tags.find(({ name, attributes }) => name === 'base' && attributes.has('href'))?.attributes;
  const target = classifyUrl(href?.get('href') ?? '');
  if (target.kind !== 'local' || target.path.startsWith('/')) return file;
  const folder = target.path.replace(/(^|\/)(\.\.?)$/, '$1$2/').replace(/[^/]*$/, '');
  return pathFrom(file, folder + file.slice(file.lastIndexOf('/') + 1));
}

/** The path from the root of what a page names; null if it is not a file within the root. */
function localPath(base: string, url: string): string | null {
  const target = classifyUrl(url);
  return target.kind === 'local' ? pathFrom(base, target.path) : null;
}

/** `Reveal.initialize({`, `deck.initialize({`, `new Reveal({`: the brace follows. */
const INITIALIZE = /(?:\.\s*initialize|\bnew\s+Reveal)\s*\(\s*(?=\{)/g;

/** Code that is about reveal.js: others initialize something too. */
const STARTS_REVEAL = /\bReveal\b/;

/** Of one page that are looked into. */
const MAX_SCRIPTS = 10;
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
