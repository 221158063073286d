import { escapeHtml } from '../core/text/escapeHtml';
import { type PageParts, VIEWPORT } from '../slides/html';
import { SIDES } from './messages';
import { compareWords } from './words';

/** What surrounds the slides is in a shadow tree, which the decks' style sheets do not reach. */
export function comparePage(): PageParts {
  const pane = (side: string) =>
    `<div class="pane" slot="${side}"><div class="screen" data-side="${side}">${VIEWPORT}</div></div>`;
  const words = escapeHtml(JSON.stringify(compareWords()));
  return {
    styles: ['preview.css', 'sides.css'],
    script: 'compare.js',
    body: `<div id="compare" data-words="${words}">${SIDES.map(pane).join('')}</div>
<div id="announcement" role="status" aria-live="polite"></div>`,
  };
}
