import { escapeHtml } from '../core/text/escapeHtml';
import { type PageParts, VIEWPORT } from '../slides/html';
import { presenterWords } from './words';

/** A presentation has two panels: one for the audience, one for who presents. */
export type PanelKind = 'audience' | 'presenter';

/** The page of a panel. */
export function pageOf(kind: PanelKind): PageParts {
  return kind === 'audience' ? AUDIENCE_PAGE : presenterPage();
}

const AUDIENCE_PAGE: PageParts = {
  styles: ['preview.css', 'audience.css'],
  script: 'audience.js',
  body: VIEWPORT,
};

/** What surrounds the slides is in a shadow tree, which the deck's style sheets do not reach. */
function presenterPage(): PageParts {
  const pane = (slot: string) =>
    `<div class="pane" slot="${slot}"><div class="screen">${VIEWPORT}</div></div>`;
  const words = escapeHtml(JSON.stringify(presenterWords()));
  return {
    styles: ['preview.css', 'panes.css'],
    script: 'presenter.js',
    body: `<div id="presenter" data-words="${words}">${pane('current')}${pane('next')}</div>
<div id="announcement" role="status" aria-live="polite"></div>`,
  };
}
