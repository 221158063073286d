import { escapeHtml } from '../text/escapeHtml';
import { filled } from '../text/filled';
import { getOrSet } from '../text/getOrSet';
import type { SiteEntry } from './siteEntry';
import { folderId, INDEX_PAGE, siteUrl } from './sitePaths';
import { latestFirst, SEARCH_CALLBACK, type SearchPage } from './siteSearch';

/** A deck in the index of a site. Paths are relative to the site. */
export interface IndexEntry extends SiteEntry {
  readonly page: string;
  /** The picture of its first slide; null if there is none. */
  readonly picture: string | null;
  /** Colors of its theme, for a card in place of a picture. */
  readonly colors: CardColors;
}

/** CSS colors of a theme. */
export interface CardColors {
  readonly background: string;
  readonly text: string;
}

/** What the index says, in the language of its readers; `{0}` is a number. */
export interface IndexWords {
  readonly lang: string;
  readonly search: string;
  readonly slide: string;
  readonly slides: string;
  readonly hit: string;
  readonly hits: string;
  readonly noHit: string;
  readonly decks: string;
}

/** What the index of a site is made of. */
export interface IndexParts {
  readonly title: string;
  readonly entries: readonly IndexEntry[];
  readonly words: IndexWords;
  readonly style: string;
  /** The script that searches, as `inlineScript` returns it. */
  readonly script: string;
  /** SHA-256 of the script, in base64. */
  readonly scriptHash: string;
  /** Path of the script with all words of the slides, which is loaded for the first search. */
  readonly searchFile: string;
}

/** The script that gives the search all words of the slides; it can be loaded where a file can't be fetched. */
export function searchScript(pages: readonly SearchPage[]): string {
  return `${SEARCH_CALLBACK}(${JSON.stringify(pages)});\n`;
}

/** The page that lists the decks of a site by folder, the latest first. Without scripts only the search is missing. */
export function buildIndex(parts: IndexParts): string {
  const { title, entries, words, style, script, scriptHash, searchFile } = parts;
  const folders = foldersOf(entries);
  const said = escapeHtml(JSON.stringify({ hit: words.hit, hits: words.hits, noHit: words.noHit }));
  return `<!DOCTYPE html>
<html lang="${escapeHtml(words.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(indexPolicy(scriptHash))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Deckwright">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<div role="search" hidden data-file="${escapeHtml(siteUrl(INDEX_PAGE, searchFile))}" data-words="${said}">
<input type="search" autocomplete="off" spellcheck="false" placeholder="${escapeHtml(words.search)}" aria-label="${escapeHtml(words.search)}">
<p role="status"></p>
</div>
${folders.length > 1 ? jumps(folders, words) : ''}
</header>
<main>
<ol class="hits" hidden></ol>
<div class="decks">
${folders.map(([folder, decks]) => section(folder, decks, words)).join('\n')}
</div>
</main>
<script>${script}</script>
</body>
</html>
`;
}

function indexPolicy(scriptHash: string): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}' 'strict-dynamic'`,
    "style-src 'unsafe-inline'",
    "img-src 'self' file:",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

type Folder = readonly [path: string, entries: readonly IndexEntry[]];

/** In the order of their paths, the site's own folder first. */
function foldersOf(entries: readonly IndexEntry[]): Folder[] {
  const folders = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    const folder = entry.page.slice(0, Math.max(0, entry.page.lastIndexOf('/')));
    getOrSet(folders, folder, () => []).push(entry);
  }
  const sorted = [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([folder, inside]) => [folder, inside.sort(inOrder)]);
}

function inOrder(a: IndexEntry, b: IndexEntry): number {
  return latestFirst(a, b) || (a.page < b.page ? -1 : 1);
}

function jumps(folders: readonly Folder[], words: IndexWords): string {
  const links = folders.flatMap(([folder, entries]) =>
    folder === ''
      ? []
      : [`<a href="#${folderId(folder)}">${escapeHtml(folder)} <small>${entries.length}</small></a>`],
  );
  return `<nav aria-label="${escapeHtml(words.decks)}">${links.join('\n')}</nav>`;
}

function section(folder: string, entries: readonly IndexEntry[], words: IndexWords): string {
  const heading = folder === '' ? '' : `<h2>${escapeHtml(folder)}</h2>\n`;
  return `<section${folder === '' ? '' : ` id="${folderId(folder)}"`}>
${heading}<ul>
${entries.map((entry) => `<li>${card(entry, words)}</li>`).join('\n')}
</ul>
</section>`;
}

function card(entry: IndexEntry, words: IndexWords): string {
  const { page, title, date, lang, slides } = entry;
  const count = filled(slides === 1 ? words.slide : words.slides, [String(slides)]);
  const time = date === null ? '' : `<time>${escapeHtml(date)}</time> `;
  const language = lang === '' ? '' : ` lang="${escapeHtml(lang)}"`;
  return `<a href="${escapeHtml(siteUrl(INDEX_PAGE, page))}">${face(entry)}<strong${language}>${escapeHtml(title)}</strong>
<span>${time}<small>${count}</small></span></a>`;
}

/** The first slide, or its title in the deck's colors. */
function face({ picture, title, colors }: IndexEntry): string {
  if (picture !== null) {
    const url = escapeHtml(siteUrl(INDEX_PAGE, picture));
    return `<img src="${url}" alt="" width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}" loading="lazy">`;
  }
  const style = escapeHtml(`background: ${colors.background}; color: ${colors.text}`);
  return `<span class="face" style="${style}" aria-hidden="true">${escapeHtml(title)}</span>`;
}

/** Size of the picture of a first slide, in CSS pixels. */
export const PICTURE_WIDTH = 480;
export const PICTURE_HEIGHT = 270;
