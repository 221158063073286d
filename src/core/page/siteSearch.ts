/** The name of the function that is called with what the search knows. */
export const SEARCH_CALLBACK = 'deckwrightSearch';

/** What the search of a site knows of a page. */
export interface SearchPage {
  /** The page's address, as the index writes it. */
  readonly url: string;
  readonly title: string;
  /** `YYYY-MM-DD` or null. */
  readonly date: string | null;
  readonly slides: readonly SearchSlide[];
}

/** What the search of a site knows of a slide. */
export interface SearchSlide {
  /** What follows `#/` in the address of the slide. */
  readonly place: string;
  /** Empty if it has none. */
  readonly title: string;
  readonly text: string;
}

/** A slide that has all words that were searched for. */
export interface Hit {
  readonly page: SearchPage;
  readonly slide: SearchSlide;
  readonly title: readonly Passage[];
  /** A passage of its text with the words, if it has any of them there. */
  readonly excerpt: readonly Passage[];
}

/** A part of a text. */
export interface Passage {
  readonly text: string;
  readonly isFound: boolean;
}

/** A text in the form in which words are compared. */
interface Folded {
  readonly text: string;
  /** The place in the original text of each UTF-16 code unit, and of the end. */
  readonly places: readonly number[];
}

/** Lengths of an excerpt and of what it shows before the first word, in UTF-16 code units. */
const EXCERPT = 160;
const BEFORE = 50;

/** Finds slides by their words; case and accents do not matter. */
export class SiteSearch {
  readonly #slides: readonly {
    readonly page: SearchPage;
    readonly slide: SearchSlide;
    readonly title: string;
    readonly text: string;
    readonly deck: string;
    readonly isFirst: boolean;
  }[];

  constructor(pages: readonly SearchPage[]) {
    this.#slides = pages.flatMap((page) => {
      const deck = folded(`${page.title} ${page.date ?? ''} ${page.url}`).text;
      return page.slides.map((slide, index) => ({
        page,
        slide,
        deck,
        isFirst: index === 0,
        title: folded(slide.title).text,
        text: folded(slide.text).text,
      }));
    });
  }

  /**
   * The slides that have all words, those with the words in their titles first, then the latest decks first. The deck's
   * title and date count for all of its slides, but alone only for the first. Says how many there are, and returns at
   * most as many as wanted.
   */
  find(query: string, most: number): { readonly count: number; readonly hits: readonly Hit[] } {
    const words = wordsOf(query);
    if (words.length === 0) return { count: 0, hits: [] };
    const found = this.#slides.flatMap((each) => {
      const { title, text, deck, isFirst } = each;
      const has = (word: string) => title.includes(word) || text.includes(word);
      if (!words.every((word) => has(word) || deck.includes(word))) return [];
      if (!isFirst && !words.some(has)) return [];
      return [{ each, inTitle: words.filter((word) => title.includes(word)).length }];
    });
    found.sort((a, b) => b.inTitle - a.inTitle || latestFirst(a.each.page, b.each.page));
    const hits = found.slice(0, most).map(({ each: { page, slide } }) => ({
      page,
      slide,
      title: passages(slide.title, words),
      excerpt: excerptOf(slide.text, words),
    }));
    return { count: found.length, hits };
  }
}

/** Decks without a date come last. */
export function latestFirst(a: Pick<SearchPage, 'date'>, b: Pick<SearchPage, 'date'>): number {
  const [first, second] = [a.date ?? '', b.date ?? ''];
  return first < second ? 1 : first > second ? -1 : 0;
}

function wordsOf(query: string): string[] {
  return [...new Set(folded(query).text.split(/\s+/))].filter((word) => word !== '');
}

function folded(text: string): Folded {
  let result = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit++) places.push(at);
    result += plain;
    at += character.length;
  }
  places.push(at);
  return { text: result, places };
}

function excerptOf(text: string, words: readonly string[]): Passage[] {
  const { text: plain, places } = folded(text);
  const starts = words.map((word) => plain.indexOf(word)).filter((at) => at >= 0);
  if (starts.length === 0) return [];
  const wanted = Math.max(0, places[Math.min(...starts)]! - BEFORE);
  // From the start of a word.
  const start = wanted === 0 ? 0 : wanted + (/\s/.exec(text.slice(wanted))?.index ?? -1) + 1;
  const part = text.slice(start, start + EXCERPT);
  const end = start + EXCERPT < text.length ? '…' : '';
  return passages(`${start > 0 ? '…' : ''}${part.replace(/[\ud800-\udbff]$/, '')}${end}`, words);
}

/** The text in parts, with every occurrence of the words. */
function passages(text: string, words: readonly string[]): Passage[] {
  const { text: plain, places } = folded(text);
  const isFound = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      isFound.fill(true, places[at]!, places[at + word.length]!);
    }
  }
  const parts: { text: string; isFound: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const last = parts.at(-1);
    if (last && last.isFound === isFound[at]) last.text += text[at];
    else parts.push({ text: text[at]!, isFound: isFound[at]! });
  }
  return parts;
}
