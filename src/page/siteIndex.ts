/** Runs in the index of a site: searches the slides of all decks. */
import {
  type Hit,
  type Passage,
  SEARCH_CALLBACK,
  type SearchPage,
  SiteSearch,
} from '../core/page/siteSearch';
import { filled } from '../core/text/filled';

const MOST_HITS = 100;
/** In the address, so that the search is still there when one comes back from a slide. */
const IN_ADDRESS = '#q=';

const box = document.querySelector<HTMLElement>('[role="search"]')!;
const input = box.querySelector('input')!;
const status = box.querySelector<HTMLElement>('[role="status"]')!;
const list = document.querySelector<HTMLElement>('.hits')!;
const elsewhere = document.querySelectorAll<HTMLElement>('.decks, nav');
const words = JSON.parse(box.dataset.words!) as { hit: string; hits: string; noHit: string };

let loading: Promise<SiteSearch> | undefined;

/** The words are in a script, since a page that is a file can load nothing else. */
function load(): Promise<SiteSearch> {
  loading ??= new Promise((resolve) => {
    Object.assign(window, {
      [SEARCH_CALLBACK]: (pages: readonly SearchPage[]) => resolve(new SiteSearch(pages)),
    });
    document.body.append(Object.assign(document.createElement('script'), { src: box.dataset.file }));
  });
  return loading;
}

async function search(): Promise<void> {
  const query = input.value;
  const search = await load();
  // The user may have typed on.
  if (input.value !== query) return;
  const isSearching = query.trim() !== '';
  history.replaceState(null, '', isSearching ? IN_ADDRESS + encodeURIComponent(query) : '#');
  const { count, hits } = search.find(query, MOST_HITS);
  list.replaceChildren(...hits.map(item));
  list.hidden = !isSearching;
  for (const element of elsewhere) element.hidden = isSearching;
  status.textContent = isSearching ? resultText(count) : '';
}

function resultText(count: number): string {
  if (count === 0) return words.noHit;
  return filled(count === 1 ? words.hit : words.hits, [String(count)]);
}

function item({ page, slide, title, excerpt }: Hit): HTMLElement {
  const link = document.createElement('a');
  link.href = `${page.url}#/${slide.place}`;
  const deck = [page.title, ...(page.date ? [page.date] : [])].join(' · ');
  link.append(
    element('strong', title.length > 0 ? marked(title) : [page.title]),
    element('small', [deck]),
    element('span', marked(excerpt)),
  );
  return element('li', [link]);
}

function marked(passages: readonly Passage[]): (Node | string)[] {
  return passages.map(({ text, isFound }) => (isFound ? element('mark', [text]) : text));
}

function element(name: string, content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/** From the field down the list of hits, and back. */
function move(by: number): void {
  const stops = [input, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLInputElement);
  if (at >= 0) stops[at + by]?.focus();
}

function clear(): void {
  input.value = '';
  input.focus();
  void search();
}

document.addEventListener('keydown', (event) => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isPlain || event.isComposing) return;
  if (event.key === '/' && document.activeElement !== input) input.focus();
  else if (event.key === 'Escape' && input.value !== '') clear();
  else if (event.key === 'ArrowDown' && !list.hidden) move(1);
  else if (event.key === 'ArrowUp' && !list.hidden) move(-1);
  else if (event.key === 'Enter' && document.activeElement === input) list.querySelector('a')?.click();
  else return;
  event.preventDefault();
});
input.addEventListener('focus', () => void load());
input.addEventListener('input', () => void search());

box.hidden = false;
if (location.hash.startsWith(IN_ADDRESS)) {
  input.value = decodeURIComponent(location.hash.slice(IN_ADDRESS.length));
  void search();
}
