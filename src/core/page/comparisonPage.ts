import { escapeHtml } from '../text/escapeHtml';

/** Two versions of decks side by side, with a list of the slides that differ. */
export interface ComparisonPage {
  readonly title: string;
  readonly decks: readonly ComparedDeck[];
  readonly style: string;
  readonly script: string;
  readonly policy: string;
}

/** A deck in the page. */
export interface ComparedDeck {
  readonly name: string;
  /** What changed for the whole deck. */
  readonly notes: readonly string[];
  readonly changes: readonly ComparedSlide[];
  /** The exported page of each version; null for a deck that is new or gone. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A slide that differs. */
export interface ComparedSlide {
  /** As it is shown in the list. */
  readonly number: string;
  readonly title: string;
  readonly change: string;
  /** Where the slide is in the page of each version: `#/2/1`. Null if it is not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A page that needs no other files. It holds the exported pages as text, which its script puts into frames. */
export function buildComparisonPage({ title, decks, style, script, policy }: ComparisonPage): string {
  const pages = decks.map(({ before, after }) => ({ before, after }));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Deckwright">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
<script type="application/json">${JSON.stringify(pages).replace(/</g, '\\u003c')}</script>
</head>
<body>
<nav aria-label="Changed slides">
<h1>${escapeHtml(title)}</h1>
${decks.map(deckList).join('\n')}
</nav>
<main>
${['before', 'after'].map(figure).join('\n')}
</main>
<script>${script}</script>
</body>
</html>
`;
}

function deckList({ name, notes, changes }: ComparedDeck, index: number): string {
  const items = changes.map((change) => `<li>${button(change, index)}</li>`);
  const list = items.length > 0 ? `<ul>\n${items.join('\n')}\n</ul>` : '';
  return `<h2>${escapeHtml(name)}</h2>\n${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('\n')}${list}`;
}

function button({ number, title, change, before, after }: ComparedSlide, deck: number): string {
  const places = Object.entries({ before, after }).map(([side, address]) =>
    address === null ? '' : ` data-${side}="${escapeHtml(address)}"`,
  );
  const words = `<b>${escapeHtml(number)}</b> <span>${escapeHtml(title)}</span> <small>${escapeHtml(change)}</small>`;
  return `<button type="button" data-deck="${deck}"${places.join('')}>${words}</button>`;
}

function figure(side: string): string {
  const name = side === 'before' ? 'Before' : 'After';
  return `<figure data-side="${side}">
<figcaption>${name}</figcaption>
<iframe title="${name}" hidden></iframe>
<p hidden>This slide is not in this version.</p>
</figure>`;
}

/** What the page may do: run the scripts with these hashes, SHA-256 in base64. Its frames get the same limits. */
export function comparisonPolicy(scriptHashes: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${scriptHashes.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'media-src data: blob:',
    'font-src data:',
    'frame-src blob:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}
