import type { IndexWords } from '../../core/page/siteIndex';
import type { Translate } from '../words';

/** What the index of a site says, in this language. */
export function siteWords(translate: Translate, lang: string): IndexWords {
  return {
    lang,
    search: translate('Search all slides'),
    slide: translate('1 slide'),
    slides: translate('{0} slides', '{0}'),
    hit: translate('1 slide found'),
    hits: translate('{0} slides found', '{0}'),
    noHit: translate('No slide has these words.'),
    decks: translate('Folders'),
  };
}
