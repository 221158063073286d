import type { IndexWords } from '../../core/page/siteIndex';
import type { Translate } from '../words';

/** What the index of a site says, in English. */
export const SITE_WORDS: Readonly<Record<Exclude<keyof IndexWords, 'lang'>, string>> = {
  search: 'Search all slides',
  slide: '1 slide',
  slides: '{0} slides',
  hit: '1 slide found',
  hits: '{0} slides found',
  noHit: 'No slide has these words.',
  decks: 'Folders',
};

/** The same in the language of the translation. Numbers come later. */
export function siteWords(translate: Translate, lang: string): IndexWords {
  const said = (text: string) => translate(text, '{0}');
  return {
    lang,
    search: said(SITE_WORDS.search),
    slide: said(SITE_WORDS.slide),
    slides: said(SITE_WORDS.slides),
    hit: said(SITE_WORDS.hit),
    hits: said(SITE_WORDS.hits),
    noHit: said(SITE_WORDS.noHit),
    decks: said(SITE_WORDS.decks),
  };
}
