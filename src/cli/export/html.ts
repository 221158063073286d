import { exportDeck } from '../../export/exportDeck';
import { allowOption } from '../remote';
import { ASSETS_OPTIONS, FETCH_HELP } from './assets';
import { coloring } from './coloring';
import { deckFormat } from './deckFormat';
import { choiceOf } from './format';

export const html = deckFormat({
  name: 'html',
  extension: '.html',
  summary: 'one HTML file that shows the slides with reveal.js in any browser, even offline',
  options: {
    ...ASSETS_OPTIONS,
    embeds: { type: 'string', default: 'card' },
  },
  help: `  --assets inline          embed pictures, videos, sound and fonts in the file (default)
  --assets link            keep links as they are in the deck: the file then belongs beside the deck
${FETCH_HELP}
  --embeds card            show embedded pages as cards that open them when clicked (default)
  --embeds live            show them in frames, which load them from their own hosts when the page is open

Press S in the page for the speaker view; add ?view=print to its address to print. Pages can be live if their address
starts with https: and is not that of a PDF document.`,
  prepare(values) {
    const choice = choiceOf(values, 'assets', ['inline', 'link', 'fetch']);
    const assets = choice === 'link' ? ('link' as const) : ('inline' as const);
    allowOption(values);
    const embeds = choiceOf(values, 'embeds', ['card', 'live']);
    return async (deck, surroundings) => {
      const options = { ...surroundings, assets, embeds, highlight: coloring().highlight };
      const { html: content, problems } = await exportDeck(deck, options);
      return { content, problems };
    };
  },
});
